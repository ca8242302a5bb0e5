import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPyramid, verifySource } from '../../../server/pyramid/build.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { readTiffDirectories } from '../../../server/pyramid/tiff-directories.ts';
import { readPyramid } from '../../../server/pyramid/tile-index.ts';
import {
  fromPixels,
  meanDifference,
  patternImage,
  pixelAt,
  readPixels,
} from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LIMITS = { maxPixels: 10_000_000 };
const whole = fromPixels(patternImage(700, 700));

async function build(bytes: Buffer, part = 0) {
  const folder = temporaryFolder();
  const file = join(folder, 'source');
  const target = join(folder, 'cache', 'ab', 'abc-p1.tif');
  writeFileSync(file, bytes);
  const info = await buildPyramid(file, part, target, LIMITS);
  return { info, target };
}

describe('buildPyramid', () => {
  it('stores the picture at full size and by halves down to one tile, in tiles of 512 pixels', async () => {
    const source = patternImage(1301, 901);
    const { info, target } = await build(await fromPixels(source).png().toBuffer());
    expect(info).toMatchObject({ width: 1301, height: 901 });
    const { levels, gray } = await readPyramid(target);
    expect(gray).toBe(false);
    const sizes = [
      [1301, 901],
      [651, 451],
      [326, 226],
    ];
    expect(levels.map(({ width, height }) => [width, height])).toEqual(sizes);
    const directories = await readTiffDirectories(target);
    expect(directories.map(({ width, height }) => [width, height])).toEqual(sizes);
    for (const { tile, compression } of directories) {
      expect({ tile, compression }).toEqual({ tile: { width: 512, height: 512 }, compression: 7 });
    }
    expect(meanDifference(await readPixels(target), source)).toBeLessThan(2.5);
  });

  it('makes pyramids of the smallest images, which can be read', async () => {
    for (const [width, height] of [
      [1, 1],
      [33, 1],
      [100, 100],
    ] as const) {
      const { target } = await build(await fromPixels(patternImage(width, height)).png().toBuffer());
      expect(await readPixels(target)).toMatchObject({ width, height });
    }
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('turns a source of orientation %i upright', async (orientation) => {
    const plain = fromPixels(patternImage(90, 60));
    const upright = await sharp(await plain.clone().withMetadata({ orientation }).png().toBuffer())
      .autoOrient()
      .png()
      .toBuffer();
    const { target } = await build(
      await plain.clone().withMetadata({ orientation }).tiff({ compression: 'lzw' }).toBuffer(),
    );
    expect(meanDifference(await readPixels(target), await readPixels(upright))).toBeLessThan(4);
  });

  it('keeps grey grey, and makes grey of black and white', async () => {
    const gray = fromPixels(patternImage(80, 80)).toColourspace('b-w');
    const bitonal = gray.clone().threshold(128).tiff({ compression: 'ccittfax4', bitdepth: 1 });
    for (const image of [gray.clone().png(), bitonal]) {
      const { target } = await build(await image.toBuffer());
      expect((await readPyramid(target)).gray).toBe(true);
      expect((await sharp(target).metadata()).channels).toBe(1);
    }
  });

  it('puts what is transparent on white, at 8 and at 16 bits', async () => {
    const half = sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    for (const image of [half.clone().png(), half.clone().toColourspace('rgb16').png()]) {
      const { target } = await build(await image.toBuffer());
      expect(pixelAt(await readPixels(target), 20, 20)).toEqual([255, 255, 255]);
    }
  });

  it('takes the page that is asked for out of a file of several', async () => {
    const grays = [40, 120, 200];
    const pages = grays.map((gray) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background: { r: gray, g: gray, b: gray } } })
        .png()
        .toBuffer(),
    );
    const several = await sharp(await Promise.all(pages), { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    for (const [part, gray] of grays.entries()) {
      const { info, target } = await build(several, part);
      expect(info).toMatchObject({ width: 60, height: 40 });
      expect(Math.abs((pixelAt(await readPixels(target), 30, 20)[0] ?? 0) - gray)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps the resolution of the scan', async () => {
    const { target } = await build(
      await fromPixels(patternImage(40, 40)).withMetadata({ density: 600 }).jpeg().toBuffer(),
    );
    expect((await sharp(target).metadata()).density).toBe(600);
  });

  it.each([
    ['JPEG', whole.clone().jpeg()],
    ['progressive JPEG', whole.clone().jpeg({ progressive: true })],
    ['PNG', whole.clone().png()],
    ['TIFF in strips', whole.clone().tiff({ compression: 'lzw' })],
    ['TIFF in tiles', whole.clone().tiff({ compression: 'deflate', tile: true })],
  ])('makes nothing of a %s file that is cut off, and leaves nothing behind', async (_name, image) => {
    const bytes = await image.toBuffer();
    for (const kept of [0.98, 0.5]) {
      const folder = temporaryFolder();
      const file = join(folder, 'source');
      const target = join(folder, 'cache', 'abc-p1.tif');
      writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * kept)));
      await expect(buildPyramid(file, 0, target, LIMITS)).rejects.toMatchObject({
        code: 'image-file-damaged',
      });
      await expect(verifySource(file, 0, LIMITS)).rejects.toMatchObject({ code: 'image-file-damaged' });
      expect(readdirSync(dirname(target))).toEqual([]);
    }
  });

  it('reads JPEG files with stray bytes between their segments, as every viewer does', async () => {
    const bytes = await whole.clone().jpeg().toBuffer();
    const at = bytes.indexOf(Buffer.from([0xff, 0xdb]));
    const stray = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(4), bytes.subarray(at)]);
    const { info } = await build(stray);
    expect(info).toMatchObject({ width: 700, height: 700 });
  });

  it('refuses what is above the pixel budget', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'source');
    writeFileSync(file, await whole.clone().png().toBuffer());
    await expect(buildPyramid(file, 0, join(folder, 'abc.tif'), { maxPixels: 1000 })).rejects.toMatchObject({
      code: 'image-file-too-large',
    });
  });

  it('says that the cache cannot be written where that is so', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'source');
    writeFileSync(file, await fromPixels(patternImage(40, 40)).png().toBuffer());
    // A file where a folder would have to be.
    await expect(buildPyramid(file, 0, join(file, 'ab', 'abc.tif'), LIMITS)).rejects.toMatchObject({
      code: 'write-failed',
    });
  });
});

describe('verifySource', () => {
  it('accepts what can be built and writes nothing', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'source');
    writeFileSync(file, await whole.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    await verifySource(file, 0, LIMITS);
    expect(readdirSync(folder)).toEqual(['source']);
    expect(existsSync(file)).toBe(true);
  });
});
