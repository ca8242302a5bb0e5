import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLevel, type LevelPart } from '../../../../server/iiif/image/choose-level.ts';
import type { Box, Size } from '../../../../server/model/box.ts';
import { levelsOf } from '../../../../server/pyramid/levels.ts';

/** No side of it is a multiple of 2, and neither is a level's. */
const IMAGE = { width: 5003, height: 7001 };
const PYRAMID = { ...IMAGE, levels: levelsOf(IMAGE) };

const square = (x: number, y: number, edge: number): Box => ({ x, y, width: edge, height: edge });

const whole: Box = { x: 0, y: 0, ...IMAGE };

const permille = fc.integer({ min: 1, max: 1000 });

/** Any region, and any size at which it is not enlarged. */
const request = fc
  .record({
    left: fc.integer({ min: 0, max: IMAGE.width - 1 }),
    top: fc.integer({ min: 0, max: IMAGE.height - 1 }),
    right: permille,
    bottom: permille,
    across: permille,
    down: permille,
  })
  .map(({ left, top, right, bottom, across, down }) => {
    const width = Math.ceil((right * (IMAGE.width - left)) / 1000);
    const height = Math.ceil((bottom * (IMAGE.height - top)) / 1000);
    const size = { width: Math.ceil((across * width) / 1000), height: Math.ceil((down * height) / 1000) };
    return { region: { x: left, y: top, width, height }, size };
  });

/** Where in the full image the answer's edges really lie, as far from where they should, in its own pixels. */
function shifts({ level, box, scaled, window }: LevelPart, region: Box, size: Size) {
  const x = (at: number) => (box.x + (at * box.width) / scaled.width) * level.scale;
  const y = (at: number) => (box.y + (at * box.height) / scaled.height) * level.scale;
  const [across, down] = [size.width / region.width, size.height / region.height];
  return {
    left: Math.abs(x(window.x) - region.x) * across,
    top: Math.abs(y(window.y) - region.y) * down,
    right: Math.abs(x(window.x + window.width) - region.x - region.width) * across,
    bottom: Math.abs(y(window.y + window.height) - region.y - region.height) * down,
  };
}

describe('chooseLevel', () => {
  it('moves no edge of any region by more than a quarter of a pixel, or half of one at the image’s border', () => {
    let margins = 0;
    fc.assert(
      fc.property(request, ({ region, size }) => {
        const part = chooseLevel(PYRAMID, region, size);
        const onLadder = (length: number, answer: number) => Math.ceil(length / part.level.scale) === answer;
        const { left, top, right, bottom } = shifts(part, region, size);
        expect(Math.max(left, top)).toBeLessThan(0.2501);
        if (region.x + region.width < IMAGE.width) expect(right).toBeLessThan(0.2501);
        else if (!onLadder(region.width, size.width)) expect(right).toBeLessThan(0.5001);
        if (region.y + region.height < IMAGE.height) expect(bottom).toBeLessThan(0.2501);
        else if (!onLadder(region.height, size.height)) expect(bottom).toBeLessThan(0.5001);
        if (part.scaled.width > size.width || part.scaled.height > size.height) margins += 1;
      }),
      {
        numRuns: 2000,
        // As many pixels of the level as are asked for, but not those that the specification's ceil means.
        examples: [[{ region: { x: 0, y: 6993, width: 11, height: 8 }, size: { width: 1, height: 2 } }]],
      },
    );
    expect(margins).toBeGreaterThan(50);
  });

  it('reads no pixel beside the level, enlarges nothing, and cuts the answer out of what it has', () => {
    fc.assert(
      fc.property(request, ({ region, size }) => {
        const { level, box, scaled, window } = chooseLevel(PYRAMID, region, size);
        expect(Math.min(box.x, box.y, window.x, window.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(level.width);
        expect(box.y + box.height).toBeLessThanOrEqual(level.height);
        expect(scaled.width).toBeLessThanOrEqual(box.width);
        expect(scaled.height).toBeLessThanOrEqual(box.height);
        expect(window).toMatchObject(size);
        expect(window.x + window.width).toBeLessThanOrEqual(scaled.width);
        expect(window.y + window.height).toBeLessThanOrEqual(scaled.height);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads hardly more than it needs, wherever the region begins', () => {
    for (let x = 0; x < 8; x += 1) {
      for (let y = 0; y < 8; y += 1) {
        for (const [edge, side] of [
          [3000, 700],
          [2000, 400],
          [1000, 230],
        ] as const) {
          const { level, box } = chooseLevel(PYRAMID, square(800 + x, 1600 + y, edge), {
            width: side,
            height: side,
          });
          expect(level.scale).toBe(4);
          expect(Math.max(box.width, box.height)).toBeLessThan(edge / 4 + 2 * 8 + 3);
        }
      }
    }
  });

  it('reads the whole image from the smallest level that is not smaller than the answer', () => {
    for (let width = 160; width < IMAGE.width; width += 7) {
      const size = { width, height: Math.round((width * IMAGE.height) / IMAGE.width) };
      const { level, window, scaled } = chooseLevel(PYRAMID, whole, size);
      expect({ width, scaled }).toEqual({ width, scaled: { width: window.width, height: window.height } });
      const next = PYRAMID.levels[level.page + 1];
      // Up to a pixel of the level's ends may be the image's border.
      expect(next === undefined || next.width - 1 < width || next.height - 1 < size.height, `${width}`).toBe(
        true,
      );
    }
  });

  it('reads what is enlarged from the full image', () => {
    const region = square(100, 200, 30);
    const size = { width: 90, height: 45 };
    expect(chooseLevel(PYRAMID, region, size)).toMatchObject({
      level: { page: 0, scale: 1 },
      box: region,
      scaled: size,
      window: { x: 0, y: 0, ...size },
    });
  });
});
