import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PyramidCache } from '../../../server/pyramid/pyramid-cache.ts';
import { pyramidPath } from '../../../server/pyramid/pyramid-file.ts';
import { fromPixels, patternImage } from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const IMAGE = { id: 'telegram_705', key: 'abcdef', file: 'images/705.png', part: 0, width: 900, height: 700 };

async function setUp(bytes?: Buffer) {
  const [archive, cache] = [temporaryFolder(), temporaryFolder()];
  const source = join(archive, IMAGE.file);
  mkdirSync(dirname(source));
  writeFileSync(source, bytes ?? (await fromPixels(patternImage(900, 700)).png().toBuffer()));
  const pyramids = new PyramidCache({ archive, cache, maxPixels: 10_000_000 });
  return { pyramids, source, path: pyramidPath(cache, IMAGE.key), cache };
}

describe('PyramidCache', () => {
  it('builds a pyramid that is not there once, for however many ask', async () => {
    const { pyramids, path } = await setUp();
    const opened = await Promise.all(Array.from({ length: 20 }, () => pyramids.open(IMAGE)));
    expect(new Set(opened.map((pyramid) => pyramid.path))).toEqual(new Set([path]));
    const { ino } = statSync(path);
    await pyramids.open(IMAGE);
    expect(statSync(path).ino).toBe(ino);
  });

  it('builds it again when the cache was deleted while the server runs', async () => {
    const { pyramids, path, cache } = await setUp();
    await pyramids.open(IMAGE);
    rmSync(cache, { recursive: true });
    expect(await pyramids.open(IMAGE)).toMatchObject({ path, width: 900, height: 700 });
    expect(existsSync(path)).toBe(true);
  });

  it('tries again after a failure', async () => {
    const { pyramids, source } = await setUp(Buffer.from('no image'));
    await expect(pyramids.open(IMAGE)).rejects.toMatchObject({ code: 'image-file-damaged' });
    writeFileSync(source, await fromPixels(patternImage(900, 700)).png().toBuffer());
    expect(await pyramids.open(IMAGE)).toMatchObject({ width: 900 });
  });

  it('does not serve a pyramid of another size than the image has', async () => {
    const { pyramids } = await setUp(await fromPixels(patternImage(90, 70)).png().toBuffer());
    await expect(pyramids.open(IMAGE)).rejects.toMatchObject({ code: 'image-file-damaged' });
  });

  it('reads nothing outside of the archive', async () => {
    const { pyramids } = await setUp();
    await expect(pyramids.open({ ...IMAGE, file: '../secret.png' })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});

describe('pyramidPath', () => {
  it('shards by two letters and carries the version of the format', () => {
    expect(pyramidPath('/var/cache', 'abcdef-2')).toBe('/var/cache/pyramids/ab/abcdef-2-p1.tif');
  });

  it('takes no key that could be a path', () => {
    expect(() => pyramidPath('/var/cache', '../../etc')).toThrow(/key/);
  });
});
