import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../server/model/failure.ts';
import { buildPyramid } from '../../../server/pyramid/build.ts';
import { hashFile } from '../../../server/pyramid/hash-file.ts';
import { PyramidCache } from '../../../server/pyramid/pyramid-cache.ts';
import { pyramidPath } from '../../../server/pyramid/pyramid-file.ts';
import { isSound, readPyramid, type Extent, type Pyramid } from '../../../server/pyramid/tile-index.ts';
import { fromPixels, patternImage, readPixels } from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FILE = 'images/705.png';

async function setUp(bytes?: Buffer) {
  const [archive, cache] = [temporaryFolder(), temporaryFolder()];
  const source = join(archive, FILE);
  mkdirSync(dirname(source));
  writeFileSync(source, bytes ?? (await fromPixels(patternImage(900, 700)).png().toBuffer()));
  const key = await hashFile(source);
  const image = { id: 'telegram_705', key, file: FILE, part: 0, width: 900, height: 700 };
  const lost: Failure[] = [];
  const onLost = (failure: Failure) => lost.push(failure);
  const pyramids = new PyramidCache({ archive, cache, maxPixels: 10_000_000, onLost });
  const path = pyramidPath(cache, key);
  await buildPyramid(source, 0, path, { maxPixels: 10_000_000 });
  return { pyramids, source, path, cache, image, lost };
}

function firstTile({ levels }: Pyramid): Extent {
  const tile = levels[0]?.tiles[0];
  if (tile === undefined) throw new Error('a pyramid without tiles');
  return tile;
}

/** As a renderer would say it. */
function damagedBy(cause: unknown): never {
  throw new Failure('image-file-damaged', 'This pyramid cannot be read', { cause });
}

/** Changes bytes in the middle of the first tile, and neither size nor index. */
async function scribble(path: string): Promise<void> {
  const { offset } = firstTile(await readPyramid(path));
  writeFileSync(path, readFileSync(path).fill(0x55, offset + 1000, offset + 1100));
}

describe('PyramidCache', () => {
  it('builds a pyramid that is not there once, for however many ask', async () => {
    const { pyramids, path, image, lost } = await setUp();
    rmSync(path);
    const opened = await Promise.all(Array.from({ length: 20 }, () => pyramids.open(image)));
    expect(new Set(opened.map((pyramid) => pyramid.path))).toEqual(new Set([path]));
    const { ino } = statSync(path);
    await pyramids.open(image);
    expect(statSync(path).ino).toBe(ino);
    expect(lost).toHaveLength(1);
  });

  it('builds it again when the cache was deleted while the server runs', async () => {
    const { pyramids, path, cache, image } = await setUp();
    await pyramids.open(image);
    rmSync(cache, { recursive: true });
    const size = await pyramids.use(image, async (pyramid) => readPixels(pyramid.path).catch(damagedBy));
    expect(size).toMatchObject({ width: 900, height: 700 });
    expect(existsSync(path)).toBe(true);
  });

  it('tries again after a failure', async () => {
    const { pyramids, source, image, path } = await setUp();
    const bytes = readFileSync(source);
    rmSync(path);
    rmSync(source);
    await expect(pyramids.open(image)).rejects.toMatchObject({ code: 'file-unreadable' });
    writeFileSync(source, bytes);
    expect(await pyramids.open(image)).toMatchObject({ width: 900 });
  });

  it('does not put another scan in the place of the one that was ingested', async () => {
    const { pyramids, source, image, path } = await setUp();
    rmSync(path);
    writeFileSync(source, await fromPixels(patternImage(900, 700)).jpeg().toBuffer());
    await expect(pyramids.open(image)).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(existsSync(path)).toBe(false);
  });

  it('reads a tile as it was written, with what is put before it', async () => {
    const { pyramids, image } = await setUp();
    const pyramid = await pyramids.open(image);
    const tile = await pyramids.read(pyramid, firstTile(pyramid), pyramid.header);
    expect(await readPixels(tile)).toMatchObject({ width: 512, height: 512, channels: 3 });
  });

  it.each([
    ['cut short', (path: string) => truncate(path, 1000)],
    ['emptied', (path: string) => truncate(path, 0)],
    ['written into', (path: string) => scribble(path)],
    ['deleted', (path: string) => rm(path)],
    ['replaced by something else', (path: string) => writeFile(path, 'no pyramid')],
  ])('builds one again that was %s while it was used', async (_name, spoil) => {
    const { pyramids, image, path, lost } = await setUp();
    const before = await pyramids.open(image);
    const bytes = await pyramids.read(before, firstTile(before));
    await spoil(path);
    const tiles = await Promise.all(
      Array.from({ length: 20 }, () =>
        pyramids.use(image, async (pyramid) => {
          await readPixels(pyramid.path).catch(damagedBy);
          return pyramids.read(pyramid, firstTile(pyramid));
        }),
      ),
    );
    expect(tiles.every((tile) => tile.equals(bytes))).toBe(true);
    expect(lost).toHaveLength(1);
    expect(await isSound(path)).toBe(true);
  });

  it('goes on reading a file that was deleted, for as long as it is open', async () => {
    const { pyramids, image, path } = await setUp();
    const pyramid = await pyramids.open(image);
    const bytes = await pyramids.read(pyramid, firstTile(pyramid));
    rmSync(path);
    expect((await pyramids.read(pyramid, firstTile(pyramid))).equals(bytes)).toBe(true);
  });

  it('leaves no damaged pyramid for the next ingest to find when it cannot build it now', async () => {
    const { pyramids, image, path, source } = await setUp();
    const pyramid = await pyramids.open(image);
    rmSync(source);
    await scribble(path);
    const read = () => pyramids.use(image, (opened) => pyramids.read(opened, firstTile(opened)));
    await expect(read()).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(existsSync(path)).toBe(false);
    await expect(pyramids.read(pyramid, firstTile(pyramid))).rejects.toMatchObject({
      code: 'image-file-damaged',
    });
  });

  it('leaves a sound pyramid alone, whatever somebody says who used it', async () => {
    const { pyramids, image, path, lost } = await setUp();
    await pyramids.open(image);
    const { ino } = statSync(path);
    let tries = 0;
    const job = () => {
      tries += 1;
      return Promise.reject(new Failure('image-file-damaged', 'so it seems'));
    };
    await expect(pyramids.use(image, job)).rejects.toMatchObject({ code: 'image-file-damaged' });
    expect({ tries, lost: lost.length, ino: statSync(path).ino }).toEqual({ tries: 2, lost: 0, ino });
  });

  it('does not serve a pyramid of another size than the image has', async () => {
    const { pyramids, image } = await setUp(await fromPixels(patternImage(90, 70)).png().toBuffer());
    await expect(pyramids.open(image)).rejects.toMatchObject({ code: 'image-file-damaged' });
  });

  it('reads nothing outside of the archive', async () => {
    const { pyramids, image, path } = await setUp();
    rmSync(path);
    await expect(pyramids.open({ ...image, file: '../secret.png' })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});

describe('pyramidPath', () => {
  it('shards by two letters and carries the version of the format', () => {
    expect(pyramidPath('/var/cache', 'abcdef-2')).toBe('/var/cache/pyramids/ab/abcdef-2-p3.tif');
  });

  it('takes no key that could be a path', () => {
    expect(() => pyramidPath('/var/cache', '../../etc')).toThrow(/key/);
  });
});
