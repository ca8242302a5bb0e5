import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFile } from '../../../server/pyramid/hash-file.ts';
import { PyramidCache } from '../../../server/pyramid/pyramid-cache.ts';
import { pyramidPath } from '../../../server/pyramid/pyramid-file.ts';
import { fromPixels, patternImage } from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FILE = 'images/705.png';

async function setUp(bytes?: Buffer) {
  const [archive, cache] = [temporaryFolder(), temporaryFolder()];
  const source = join(archive, FILE);
  mkdirSync(dirname(source));
  writeFileSync(source, bytes ?? (await fromPixels(patternImage(900, 700)).png().toBuffer()));
  const key = await hashFile(source);
  const image = { id: 'telegram_705', key, file: FILE, part: 0, width: 900, height: 700 };
  const pyramids = new PyramidCache({ archive, cache, maxPixels: 10_000_000 });
  return { pyramids, source, path: pyramidPath(cache, key), cache, image };
}

describe('PyramidCache', () => {
  it('builds a pyramid that is not there once, for however many ask', async () => {
    const { pyramids, path, image } = await setUp();
    const opened = await Promise.all(Array.from({ length: 20 }, () => pyramids.open(image)));
    expect(new Set(opened.map((pyramid) => pyramid.path))).toEqual(new Set([path]));
    const { ino } = statSync(path);
    await pyramids.open(image);
    expect(statSync(path).ino).toBe(ino);
  });

  it('builds it again when the cache was deleted while the server runs', async () => {
    const { pyramids, path, cache, image } = await setUp();
    await pyramids.open(image);
    rmSync(cache, { recursive: true });
    expect(await pyramids.open(image)).toMatchObject({ path, width: 900, height: 700 });
    expect(existsSync(path)).toBe(true);
  });

  it('tries again after a failure', async () => {
    const { pyramids, source, image } = await setUp();
    const bytes = readFileSync(source);
    rmSync(source);
    await expect(pyramids.open(image)).rejects.toMatchObject({ code: 'file-unreadable' });
    writeFileSync(source, bytes);
    expect(await pyramids.open(image)).toMatchObject({ width: 900 });
  });

  it('does not put another scan in the place of the one that was ingested', async () => {
    const { pyramids, source, image, path } = await setUp();
    writeFileSync(source, await fromPixels(patternImage(900, 700)).jpeg().toBuffer());
    await expect(pyramids.open(image)).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(existsSync(path)).toBe(false);
  });

  it('builds one again that was cut short', async () => {
    const { pyramids, image, path } = await setUp();
    const whole = await pyramids.open(image);
    truncateSync(path, 1000);
    pyramids.distrust(whole);
    expect(await pyramids.open(image)).toEqual(whole);
    expect(statSync(path).size).toBeGreaterThan(1000);
  });

  it('does not serve a pyramid of another size than the image has', async () => {
    const { pyramids, image } = await setUp(await fromPixels(patternImage(90, 70)).png().toBuffer());
    await expect(pyramids.open(image)).rejects.toMatchObject({ code: 'image-file-damaged' });
  });

  it('reads nothing outside of the archive', async () => {
    const { pyramids, image } = await setUp();
    await expect(pyramids.open({ ...image, file: '../secret.png' })).rejects.toMatchObject({
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
