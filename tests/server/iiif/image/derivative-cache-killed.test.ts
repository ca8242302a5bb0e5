import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryPath } from '../../../../server/iiif/image/derivative-file.ts';
import { setUp } from '../../../support/derivative-caches.ts';

describe('what a killed process leaves', () => {
  /** The number of a process that is no more. */
  async function gone(): Promise<number> {
    const child = spawn(process.execPath, ['--version']);
    await once(child, 'exit');
    return child.pid ?? 0;
  }

  function leave(folder: string, pid: number): string {
    const file = join(folder, `writing-${pid}-0123456789abcdef`, 'half a picture');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'x');
    return file;
  }

  it('is removed at the next start', async () => {
    const { derivatives, folder, lines } = setUp();
    leave(folder, await gone());
    // In a container the next process has the same number.
    leave(folder, process.pid);
    await derivatives.tidy();
    expect(readdirSync(folder)).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('is told from what others are writing, until that is too old', async () => {
    const { derivatives, folder } = setUp();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'spawn');
    const [theirs, own] = [leave(folder, child.pid ?? 0), temporaryPath(folder)];
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, 'x');
    await derivatives.tidy();
    expect([existsSync(theirs), existsSync(own)]).toEqual([true, true]);
    const hourAgo = Date.now() / 1000 - 3600;
    utimesSync(dirname(theirs), hourAgo, hourAgo);
    utimesSync(dirname(own), hourAgo, hourAgo);
    await derivatives.tidy();
    expect([existsSync(theirs), existsSync(own)]).toEqual([false, true]);
  });

  it('is never a picture, whenever it is killed', async () => {
    const { cache, folder, open } = setUp();
    const module = join(import.meta.dirname, '../../../../server/iiif/image/derivative-cache.ts');
    const program = `
      const { DerivativeCache } = await import(${JSON.stringify(module)});
      const log = { warn: (fields, message) => console.log(message) };
      const derivatives = new DerivativeCache({ cache: ${JSON.stringify(cache)}, limit: 1e9, log });
      for (let number = 0; ; number = (number + 1) % 20) {
        await derivatives.put(String(number), Buffer.alloc(3_000_000, String(number)));
        console.log('put');
      }`;
    let found = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
      onTestFinished(() => void child.kill('SIGKILL'));
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 7 * kill));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const derivatives = open();
      await derivatives.tidy();
      expect(readdirSync(folder).filter((name) => name.startsWith('writing'))).toEqual([]);
      for (let number = 0; number < 20; number += 1) {
        const bytes = await derivatives.get(String(number));
        if (bytes === undefined) continue;
        found += 1;
        expect(bytes.equals(Buffer.alloc(3_000_000, String(number)))).toBe(true);
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});
