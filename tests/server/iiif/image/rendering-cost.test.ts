import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../server/iiif/image/format.ts';
import { LARGEST_SMALL_COST } from '../../../../server/iiif/image/lanes.ts';
import { renderingCost } from '../../../../server/iiif/image/rendering-cost.ts';

const UPRIGHT = { mirrored: false, degrees: 0 };
const square = (side: number) => ({ width: side, height: side });

describe('renderingCost', () => {
  it('is what is read and what is written', () => {
    const size = { width: 300, height: 200 };
    expect(renderingCost({ width: 500, height: 400 }, { size, rotation: UPRIGHT, format: 'jpg' })).toBe(
      260_000,
    );
  });

  it('is known for every format, and nowhere less than for JPEG', () => {
    const costs = Object.keys(FORMATS).map((name) => {
      const format = Object.keys(FORMATS).find((key): key is keyof typeof FORMATS => key === name) ?? 'jpg';
      return renderingCost(square(1000), { size: square(1000), rotation: UPRIGHT, format });
    });
    expect(costs.length).toBeGreaterThan(4);
    expect(costs.filter((cost) => !(cost >= 2_000_000))).toEqual([]);
  });

  it('grows with the rectangle around a picture that stands on its corner', () => {
    const cost = (degrees: number) =>
      renderingCost(square(100), {
        size: square(1000),
        rotation: { mirrored: false, degrees },
        format: 'jpg',
      });
    expect(cost(90)).toBe(cost(0));
    expect(cost(45)).toBeGreaterThan(3 * cost(0));
  });

  it('tells what fills a screen from a page in full', () => {
    const fills = renderingCost(square(2048), { size: square(1024), rotation: UPRIGHT, format: 'jpg' });
    const page = { width: 5000, height: 7000 };
    expect(fills).toBeLessThan(LARGEST_SMALL_COST);
    expect(renderingCost(page, { size: page, rotation: UPRIGHT, format: 'jpg' })).toBeGreaterThan(
      LARGEST_SMALL_COST,
    );
  });
});
