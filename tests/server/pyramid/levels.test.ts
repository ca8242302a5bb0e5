import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPyramid, scaledSize, scaleFactors } from '../../../server/pyramid/levels.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { tiffFile } from '../../support/tiff-file.ts';

describe('scaleFactors', () => {
  it('goes down to the first factor by which the image fits into one tile', () => {
    expect(scaleFactors({ width: 512, height: 512 })).toEqual([1]);
    expect(scaleFactors({ width: 513, height: 1 })).toEqual([1, 2]);
    expect(scaleFactors({ width: 1025, height: 700 })).toEqual([1, 2, 4]);
    expect(scaleFactors({ width: 20_000, height: 14_000 })).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it('ends at a size that is within a tile, and not before', () => {
    const side = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const factors = scaleFactors({ width, height });
        const sides = factors
          .map((factor) => scaledSize({ width, height }, factor))
          .map((s) => Math.max(s.width, s.height));
        expect(sides.at(-1)).toBeLessThanOrEqual(512);
        expect(sides.slice(0, -1).every((longest) => longest > 512)).toBe(true);
      }),
    );
  });
});

describe('readPyramid', () => {
  async function read(sizes: readonly (readonly [number, number])[]) {
    const file = join(temporaryFolder(), 'made.tif');
    writeFileSync(file, tiffFile(sizes.map(([width, height]) => ({ 256: width, 257: height, 277: 1 }))));
    return readPyramid(file);
  }

  it('reads the levels as they are, rounded down', async () => {
    expect(
      await read([
        [1001, 701],
        [500, 350],
      ]),
    ).toEqual({
      width: 1001,
      height: 701,
      gray: true,
      levels: [
        { page: 0, scale: 1, width: 1001, height: 701 },
        { page: 1, scale: 2, width: 500, height: 350 },
      ],
    });
  });

  it('takes no file whose pages are not halves of each other', async () => {
    await expect(
      read([
        [1001, 701],
        [501, 351],
      ]),
    ).rejects.toMatchObject({ code: 'image-file-damaged' });
    await expect(read([])).rejects.toMatchObject({ code: 'image-file-damaged' });
  });
});
