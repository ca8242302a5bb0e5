import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf, paddedSize, scaledSize, scaleFactors, tileGrid } from '../../../server/pyramid/levels.ts';

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

describe('levelsOf', () => {
  it('rounds every level up, as viewers do', () => {
    expect(levelsOf({ width: 1301, height: 901 })).toEqual([
      { page: 0, scale: 1, width: 1301, height: 901 },
      { page: 1, scale: 2, width: 651, height: 451 },
      { page: 2, scale: 4, width: 326, height: 226 },
    ]);
  });
});

describe('paddedSize', () => {
  const side = fc.integer({ min: 1, max: 65_500 });

  it('comes out even at every halving, and is no smaller than what the ladder says', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const padded = paddedSize({ width, height });
        for (const level of levelsOf({ width, height })) {
          expect(Number.isInteger(padded.width / level.scale)).toBe(true);
          expect(Number.isInteger(padded.height / level.scale)).toBe(true);
          expect(padded.width / level.scale).toBeGreaterThanOrEqual(level.width);
          expect(padded.height / level.scale).toBeGreaterThanOrEqual(level.height);
        }
      }),
    );
  });

  it('never makes a level have more tiles than the image needs', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const padded = paddedSize({ width, height });
        for (const level of levelsOf({ width, height })) {
          const stored = { width: padded.width / level.scale, height: padded.height / level.scale };
          expect(tileGrid(stored)).toEqual(tileGrid(level));
        }
      }),
    );
  });
});
