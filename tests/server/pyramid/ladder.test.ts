import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../../../server/model/box.ts';
import { imageInfo } from '../../../server/iiif/image/info.ts';
import { storedPart } from '../../../server/iiif/image/stored-part.ts';
import { buildPyramid } from '../../../server/pyramid/build.ts';
import { readPyramid } from '../../../server/pyramid/tile-index.ts';
import { decoded, expectedPicture } from '../../support/expected-picture.ts';
import { gridTiles } from '../../support/grid-tiles.ts';
import { fromPixels, patternImage, type Pixels } from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** One pattern for all: a picture of three pixels is to be a piece of it, and not three pixels of all its colours. */
const PATTERN = patternImage(3000, 3000);

/** In pixels of a tile's edge: what is written into info.json, and not what the server's code says. */
const EDGE = 512;

function picture({ width, height }: Size): Pixels {
  const rows = Array.from({ length: height }, (_, y) => {
    const from = y * PATTERN.width * 3;
    return PATTERN.data.subarray(from, from + width * 3);
  });
  return { data: Buffer.concat(rows), width, height, channels: 3 };
}

const within = (min: number, max: number) => fc.integer({ min, max });

/** Sides of every kind: small ones, thin ones, those around whole tiles, and others, of some 2 million pixels at most. */
const size: fc.Arbitrary<Size> = fc
  .oneof(
    fc.tuple(within(1, 40), within(1, 40)),
    fc.tuple(within(1, 12), within(1, 3000)),
    fc
      .tuple(within(1, 5), within(-2, 2))
      .map(([tiles, more]): [number, number] => [tiles * EDGE + more, EDGE + more]),
    fc.tuple(within(500, 3000), within(1, 700)),
    fc.tuple(within(400, 1400), within(400, 1400)),
  )
  .chain(([width, height]) => fc.constantFrom({ width, height }, { width: height, height: width }));

type Tile = ReturnType<typeof gridTiles>[number] & { shown: Pixels };

/** All tiles that a viewer derives from info.json, by their scale, out of bytes that stand ready in a new pyramid. */
async function tilesOf(source: Pixels): Promise<Map<number, Tile[]>> {
  const folder = temporaryFolder();
  const [file, path] = [join(folder, 'scan.png'), join(folder, 'pyramid.tif')];
  await fromPixels(source).png({ compressionLevel: 1 }).toFile(file);
  await buildPyramid(file, 0, path, { maxPixels: 100_000_000 });
  const pyramid = await readPyramid(path);
  const bytes = readFileSync(path);
  const info = imageInfo(
    { id: 'https://example.org/i', image: source, formats: ['jpg', 'png'], gray: false },
    3,
  );
  const levels = new Map<number, Tile[]>();
  for (const tile of gridTiles(source, info)) {
    const part = storedPart(pyramid, {
      region: tile.region,
      size: tile.size,
      rotation: { mirrored: false, degrees: 0 },
      quality: 'default',
      format: 'jpg',
      canonical: tile.parameters,
    });
    if (part === undefined) throw new Error(`${tile.parameters} would have to be rendered`);
    const { offset, length } = part.extent;
    const stored = bytes.subarray(offset, offset + length);
    const shown = await decoded(part.whole ? stored : Buffer.concat([pyramid.header, stored]));
    levels.set(tile.scale, [...(levels.get(tile.scale) ?? []), { ...tile, shown }]);
  }
  return levels;
}

/** A level's tiles side by side, as a viewer lays them. */
function assembled(tiles: readonly Tile[], { width, height }: Size): Pixels {
  const data = Buffer.alloc(width * height * 3);
  for (const { region, scale, shown } of tiles) {
    const [left, top] = [region.x / scale, region.y / scale];
    for (let y = 0; y < shown.height; y += 1) {
      const from = y * shown.width * 3;
      shown.data.copy(data, ((top + y) * width + left) * 3, from, from + shown.width * 3);
    }
  }
  return { data, width, height, channels: 3 };
}

type Line = { name: string; error: number };

/** Lines of fewer pixels have no mean to speak of. */
const SHORTEST_LINE = 30;

/**
 * The mean difference of a picture's pixels, and of each column and row by itself that lies at its edge or on
 * either side of a border between tiles.
 */
function errorsOf(found: Pixels, wanted: Pixels): { usual: number; lines: Line[] } {
  const { width, height } = found;
  const [columns, rows] = [new Float64Array(width), new Float64Array(height)];
  for (let at = 0; at < found.data.length; at += 1) {
    const difference = Math.abs((found.data[at] ?? 0) - (wanted.data[at] ?? 0));
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    columns[x] = (columns[x] ?? 0) + difference;
    rows[y] = (rows[y] ?? 0) + difference;
  }
  const usual = rows.reduce((sum, error) => sum + error, 0) / found.data.length;
  const lines = [...linesOf('column', columns, height), ...linesOf('row', rows, width)];
  return { usual, lines };
}

/** @param length of a line, in pixels. */
function linesOf(kind: string, sums: Float64Array, length: number): Line[] {
  if (length < SHORTEST_LINE) return [];
  return Array.from(sums, (sum, at) => ({ at, name: `${kind} ${at}`, error: sum / length / 3 })).filter(
    ({ at }) => at === sums.length - 1 || at % EDGE === 0 || at % EDGE === EDGE - 1,
  );
}

/** What a level should look like: each pixel the mean of as many of the source's as its scale says, or of what is left. */
function wantedLevel(source: Pixels, scale: number): Pixels {
  const level = { width: Math.ceil(source.width / scale), height: Math.ceil(source.height / scale) };
  const area = { x: 0, y: 0, width: level.width * scale, height: level.height * scale };
  return expectedPicture(source, area, level);
}

/**
 * What is right is at 0.4 to 2.4, the more the smaller the level, and most of it is JPEG's; the lines that are
 * looked at are at up to 1.6 times that. A line that is moved by a pixel is at 2.5 at full size.
 */
function expectSeamless({ usual, lines }: ReturnType<typeof errorsOf>, place: string): void {
  expect(usual, place).toBeLessThan(2.5);
  for (const { name, error } of lines) expect(error, `${place}, ${name}`).toBeLessThan(1.9 * usual);
}

describe('the tiles that a viewer derives from info.json', () => {
  it('stand ready at the exact size for pictures of any size', async () => {
    await fc.assert(
      fc.asyncProperty(size, async (image) => {
        const levels = await tilesOf(picture(image));
        for (const { size: wanted, shown, parameters } of [...levels.values()].flat()) {
          const found = { width: shown.width, height: shown.height };
          expect({ parameters, ...found }).toEqual({ parameters, ...wanted });
        }
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('make the picture when they are laid side by side, and no seam shows', async () => {
    const seen = { lines: 0, scales: new Set<number>() };
    await fc.assert(
      fc.asyncProperty(size, async (image) => {
        const source = picture(image);
        for (const [scale, tiles] of await tilesOf(source)) {
          const wanted = wantedLevel(source, scale);
          const errors = errorsOf(assembled(tiles, wanted), wanted);
          expectSeamless(errors, `${image.width}x${image.height} at 1/${scale}`);
          seen.lines += errors.lines.length;
          seen.scales.add(scale);
        }
      }),
      { numRuns: 20, seed: 11 },
    );
    expect(seen.lines).toBeGreaterThan(100);
    expect([...seen.scales].sort()).toEqual([1, 2, 4, 8]);
  });

  it.each([
    ['a column that is moved by a pixel', (x: number) => (x === 512 ? x - 1 : x)],
    ['a tile that is moved by a pixel', (x: number) => (x >= 512 ? x - 1 : x)],
    ['a picture whose last column is missing', (x: number) => (x === 1099 ? x - 1 : x)],
  ])('would be seen to have %s', async (_name, from) => {
    const source = picture({ width: 1100, height: 300 });
    const level = assembled((await tilesOf(source)).get(1) ?? [], source);
    const spoiled = Buffer.alloc(level.data.length);
    for (let y = 0; y < 300; y += 1) {
      for (let x = 0; x < 1100; x += 1) {
        const at = (y * 1100 + from(x)) * 3;
        level.data.copy(spoiled, (y * 1100 + x) * 3, at, at + 3);
      }
    }
    expect(() => expectSeamless(errorsOf(level, source), 'as it is')).not.toThrow();
    expect(() => expectSeamless(errorsOf({ ...level, data: spoiled }, source), 'spoiled')).toThrow();
  });
});
