import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pyramidPath, sweepPyramids, temporaryPath } from '../../../server/pyramid/pyramid-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the cache of pyramids', () => {
  it('is cleared of what a killed process left, and of nothing that may be in work', async () => {
    const folder = temporaryFolder();
    const target = pyramidPath(folder, 'abc');
    mkdirSync(dirname(target), { recursive: true });
    const [old, fresh] = [temporaryPath(target), temporaryPath(target)];
    for (const file of [target, old, fresh]) writeFileSync(file, '');
    for (const file of [target, old]) utimesSync(file, 0, 0);
    await sweepPyramids(folder);
    expect(
      readdirSync(dirname(target))
        .map((name) => `${dirname(target)}/${name}`)
        .sort(),
    ).toEqual([target, fresh].sort());
  });

  it('need not be there yet', async () => {
    await expect(sweepPyramids(`${temporaryFolder()}/none`)).resolves.toBeUndefined();
  });

  it('has no place for a key that is none', () => {
    expect(() => pyramidPath('/cache', '../../etc/passwd')).toThrow(/key/);
  });
});
