import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipTo, fitInto, overlapOf, sizeWithin, unionOf, wholeUnits } from '../../../server/model/box.ts';

describe('sizeWithin', () => {
  it('keeps proportions, at least a pixel and never more than the scan has', () => {
    expect(sizeWithin({ width: 2000, height: 2800 }, { width: 200, height: 200 })).toEqual({
      width: 143,
      height: 200,
    });
    expect(sizeWithin({ width: 50, height: 40 }, { width: 200, height: 200 })).toEqual({
      width: 50,
      height: 40,
    });
    expect(sizeWithin({ width: 9000, height: 3 }, { width: 200, height: 200 })).toEqual({
      width: 200,
      height: 1,
    });
    const side = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = sizeWithin({ width, height }, { width: 360, height: 480 });
        expect(size.width).toBeGreaterThanOrEqual(1);
        expect(size.width).toBeLessThanOrEqual(Math.min(360, width));
        expect(size.height).toBeGreaterThanOrEqual(1);
        expect(size.height).toBeLessThanOrEqual(Math.min(480, height));
      }),
    );
  });
});

describe('boxes', () => {
  const frame = { width: 100, height: 50 };

  it('are put together, cut at a frame, and compared', () => {
    const a = { x: 0, y: 0, width: 10, height: 10 };
    const b = { x: 5, y: 20, width: 10, height: 10 };
    expect(unionOf([a, b])).toEqual({ x: 0, y: 0, width: 15, height: 30 });
    expect(unionOf([])).toBeUndefined();
    expect(clipTo({ x: -5, y: 45, width: 10, height: 10 }, frame)).toEqual({
      x: 0,
      y: 45,
      width: 5,
      height: 5,
    });
    expect(clipTo({ x: 100, y: 0, width: 10, height: 10 }, frame)).toBeUndefined();
    expect(overlapOf(a, a)).toBe(1);
    expect(overlapOf(a, b)).toBe(0);
    expect(overlapOf(a, { x: 5, y: 0, width: 10, height: 10 })).toBeCloseTo(1 / 3);
  });

  it('lie centred where a picture of other proportions is fitted in', () => {
    expect(fitInto({ width: 10, height: 10 }, frame)).toEqual({ x: 25, y: 0, width: 50, height: 50 });
  });

  it('cover the same in whole units, inside the frame', () => {
    const part = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(part, part, part, part, (x, y, width, height) => {
        const whole = wholeUnits({ x, y, width, height }, frame);
        expect(Object.values(whole).every(Number.isInteger)).toBe(true);
        expect(whole.width > 0 && whole.height > 0 && whole.x >= 0 && whole.y >= 0).toBe(true);
        expect(whole.x + whole.width <= frame.width && whole.y + whole.height <= frame.height).toBe(true);
      }),
    );
  });
});
