import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../../../server/model/box.ts';
import { buildPyramid } from '../../../server/pyramid/build.ts';
import { levelsOf, paddedSize, TILE_EDGE, tileGrid } from '../../../server/pyramid/levels.ts';
import { prepareTiles } from '../../../server/pyramid/prepare-tiles.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { readPyramid, type Extent, type Pyramid } from '../../../server/pyramid/tile-index.ts';
import {
  fromPixels,
  meanDifference,
  patternImage,
  readPixels,
  type Pixels,
} from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function built(source: Pixels): Promise<{ path: string; pyramid: Pyramid }> {
  const folder = temporaryFolder();
  const [file, path] = [join(folder, 'source.png'), join(folder, 'p.tif')];
  await fromPixels(source).png({ compressionLevel: 1 }).toFile(file);
  await buildPyramid(file, 0, path, { maxPixels: 100_000_000 });
  return { path, pyramid: await readPyramid(path) };
}

function tileBytes(path: string, { header }: Pyramid, { offset, length }: Extent): Buffer {
  return Buffer.concat([header, readFileSync(path).subarray(offset, offset + length)]);
}

/** Decoded without tolerance: a warning is an error. */
async function decode(bytes: Buffer): Promise<Pixels> {
  const image = sharp(bytes, { failOn: 'warning' });
  const gray = (await image.metadata()).channels === 1;
  const { data, info } = await image
    .toColourspace(gray ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** All tiles of a level put side by side. */
async function joined(path: string, pyramid: Pyramid, page: number): Promise<Pixels> {
  const level = pyramid.levels[page];
  if (level === undefined) throw new Error(`no level ${page}`);
  const channels = pyramid.gray ? 1 : 3;
  const whole: Pixels = {
    data: Buffer.alloc(level.width * level.height * channels),
    width: level.width,
    height: level.height,
    channels,
  };
  const { across } = tileGrid(level);
  for (const [index, extent] of level.tiles.entries()) {
    const [column, row] = [index % across, Math.floor(index / across)];
    const tile = await decode(tileBytes(path, pyramid, extent));
    expect({ width: tile.width, height: tile.height, channels: tile.channels }).toEqual({
      width: Math.min(TILE_EDGE, level.width - column * TILE_EDGE),
      height: Math.min(TILE_EDGE, level.height - row * TILE_EDGE),
      channels,
    });
    for (let y = 0; y < tile.height; y += 1) {
      const at = ((row * TILE_EDGE + y) * level.width + column * TILE_EDGE) * channels;
      tile.data.copy(whole.data, at, y * tile.width * channels, (y + 1) * tile.width * channels);
    }
  }
  return whole;
}

/** What a level should look like: blocks of `scale` pixels averaged, the last ones over what is left. */
function averaged(source: Pixels, scale: number): Pixels {
  const [width, height] = [Math.ceil(source.width / scale), Math.ceil(source.height / scale)];
  const { channels } = source;
  const data = Buffer.alloc(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let nth = 0; nth < scale * scale; nth += 1) {
          const from = {
            x: Math.min(source.width - 1, x * scale + (nth % scale)),
            y: Math.min(source.height - 1, y * scale + Math.floor(nth / scale)),
          };
          sum += source.data[(from.y * source.width + from.x) * channels + channel] ?? 0;
        }
        data[(y * width + x) * channels + channel] = Math.round(sum / (scale * scale));
      }
    }
  }
  return { data, width, height, channels };
}

/** One column or row of pixels at the far edge. */
function rim(pixels: Pixels, side: 'right' | 'bottom'): Pixels {
  const { width, height, channels } = pixels;
  const rows = side === 'right' ? height : 1;
  const data = Array.from({ length: rows }, (_, y) => {
    const at = side === 'right' ? (y * width + width - 1) * channels : (height - 1) * width * channels;
    return pixels.data.subarray(at, at + (side === 'right' ? channels : width * channels));
  });
  return {
    data: Buffer.concat(data),
    width: side === 'right' ? 1 : width,
    height: rows,
    channels,
  };
}

/** What the marks are called, and what Adobe's says last: nothing was transformed. ITU-T T.871 §10.1, T.872 §6.5.3. */
const JFIF = { name: 'JFIF' };
const ADOBE = { name: 'Adobe', transform: 0 };

function markOf({ header }: Pyramid) {
  const body = header.subarray(6);
  return body.toString('latin1', 0, 4) === 'JFIF'
    ? { name: 'JFIF' }
    : { name: body.toString('latin1', 0, 5), transform: body[11] };
}

describe('prepareTiles', () => {
  it.each([
    [1, 1],
    [70, 700],
    [512, 512],
    [513, 511],
    [1025, 1023],
    [1301, 901],
    [2049, 65],
  ])(
    'stores every tile of a picture of %i x %i, at its exact size and in its place',
    async (width, height) => {
      const source = patternImage(width, height);
      const { path, pyramid } = await built(source);
      for (const level of levelsOf({ width, height })) {
        const [found, wanted] = [await joined(path, pyramid, level.page), averaged(source, level.scale)];
        expect(meanDifference(found, wanted)).toBeLessThan(4);
        // Where one level ends with half a pixel nothing foreign is mixed in.
        expect(meanDifference(rim(found, 'right'), rim(wanted, 'right'))).toBeLessThan(9);
        expect(meanDifference(rim(found, 'bottom'), rim(wanted, 'bottom'))).toBeLessThan(9);
      }
    },
  );

  it('does so for pictures of any size', async () => {
    const side = fc.integer({ min: 1, max: 1300 });
    await fc.assert(
      fc.asyncProperty(side, side, async (width, height) => {
        const { path, pyramid } = await built(patternImage(width, height));
        for (const { page } of pyramid.levels) await joined(path, pyramid, page);
      }),
      { numRuns: 12 },
    );
  });

  it('cuts tiles at the edges out of the stored ones without loss', async () => {
    const { path, pyramid } = await built(patternImage(700, 600));
    const stored = await readPixels(path);
    const tiles = await joined(path, pyramid, 0);
    expect(meanDifference(stored, tiles)).toBeLessThan(0.02);
  });

  it('keeps pictures that viewers ask for first, with the pixels of the whole', async () => {
    const source = patternImage(1500, 2100);
    const { path, pyramid } = await built(source);
    const sizes = pyramid.pictures.map(({ width, height }) => `${width},${height}`);
    expect(sizes).toEqual(
      expect.arrayContaining(['143,200', '286,400', '1000,1400', '731,1024', '200,280', '750,1050']),
    );
    for (const picture of pyramid.pictures) {
      const bytes = readFileSync(path).subarray(picture.offset, picture.offset + picture.length);
      const wanted = await readPixels(
        await fromPixels(source).resize(picture.width, picture.height, { fit: 'fill' }).png().toBuffer(),
      );
      expect(meanDifference(await decode(bytes), wanted)).toBeLessThan(9);
    }
  });

  it('keeps pictures of what has no colours with one channel', async () => {
    const folder = temporaryFolder();
    const [file, path] = [join(folder, 'gray.png'), join(folder, 'p.tif')];
    await fromPixels(patternImage(900, 700)).toColourspace('b-w').png().toFile(file);
    await buildPyramid(file, 0, path, { maxPixels: 1_000_000 });
    const { pictures } = await readPyramid(path);
    expect(pictures.length).toBeGreaterThan(2);
    for (const { offset, length } of pictures) {
      expect((await decode(readFileSync(path).subarray(offset, offset + length))).channels).toBe(1);
    }
  });

  it('leaves a pyramid that any reader of TIFF can read', async () => {
    const source = patternImage(1301, 901);
    const { path } = await built(source);
    for (const level of levelsOf(source)) {
      const { data, info } = await sharp(path, { page: level.page, failOn: 'warning' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([level.width, level.height]);
      const wanted = averaged(source, level.scale);
      expect(meanDifference({ ...wanted, data }, wanted)).toBeLessThan(4);
    }
  });

  it.each([
    ['YCbCr, as up to quality 89', 85, false, JFIF],
    ['RGB, as from quality 90 on', 95, false, ADOBE],
    ['grey', 85, true, JFIF],
    ['grey of the quality for black and white', 92, true, JFIF],
  ])('makes JPEG files of the right colours from tiles in %s', async (_name, quality, gray, mark) => {
    const image: Size = { width: 700, height: 600 };
    const path = join(temporaryFolder(), 'p.tif');
    const source = fromPixels(patternImage(image.width, image.height)).toColourspace(gray ? 'b-w' : 'srgb');
    const wanted = await decode(await source.clone().png().toBuffer());
    const { width, height } = paddedSize(image);
    await source
      .clone()
      .extend({ right: width - image.width, bottom: height - image.height, extendWith: 'copy' })
      .tiff({ compression: 'jpeg', quality, pyramid: true, tile: true, tileWidth: 512, tileHeight: 512 })
      .toFile(path);
    await prepareTiles(path, image, 'a.tif');
    const pyramid = await readPyramid(path);
    expect(pyramid.gray).toBe(gray);
    // Browsers go by it; the image library could guess from the names of the components as well.
    expect(markOf(pyramid)).toEqual(mark);
    expect(meanDifference(await joined(path, pyramid, 0), wanted)).toBeLessThan(3);
  });

  it('refuses what is no pyramid in JPEG tiles of this size', async () => {
    const folder = temporaryFolder();
    const good = join(folder, 'good.tif');
    const image = { width: 700, height: 600 };
    const { width, height } = paddedSize(image);
    const options = { pyramid: true, tile: true, tileWidth: 512, tileHeight: 512 } as const;
    const padded = fromPixels(patternImage(width, height));
    await padded
      .clone()
      .tiff({ ...options, compression: 'jpeg' })
      .toFile(good);
    const refuse = async (path: string, size: Size) =>
      expect(prepareTiles(path, size, 'a.tif')).rejects.toMatchObject({ code: 'image-file-damaged' });

    const copy = join(folder, 'copy.tif');
    for (const other of [
      { width: 1400, height: 1200 },
      { width: 60, height: 50 },
    ]) {
      copyFileSync(good, copy);
      await refuse(copy, other);
    }
    await padded
      .clone()
      .tiff({ ...options, compression: 'lzw' })
      .toFile(copy);
    await refuse(copy, image);
    writeFileSync(copy, readFileSync(good).subarray(0, 5000));
    await refuse(copy, image);
  });
});
