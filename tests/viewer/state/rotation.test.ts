import { describe, expect, it } from 'vitest';
import { shownThrough, turnedBox, turnedPoint, withinHalfTurn } from '../../../viewer/state/rotation.ts';

const page = { x: 0, y: 0, width: 200, height: 300 };

describe('turning', () => {
  it('turns clockwise on a surface whose y axis points down, and quarter turns exactly', () => {
    expect(turnedPoint({ x: 10, y: 0 }, 90)).toEqual({ x: 0, y: 10 });
    expect(turnedPoint({ x: 3, y: 4 }, -90)).toEqual({ x: 4, y: -3 });
    expect(turnedPoint({ x: 3, y: 4 }, 720)).toEqual({ x: 3, y: 4 });
    expect(turnedPoint({ x: 3, y: 4 }, -450)).toEqual({ x: 4, y: -3 });
  });

  it('is undone by the opposite turn', () => {
    for (const degrees of [12.5, 45, 90, 133, 180, -77]) {
      const back = turnedPoint(turnedPoint({ x: 31, y: -7 }, degrees), -degrees);
      expect(back.x).toBeCloseTo(31, 9);
      expect(back.y).toBeCloseTo(-7, 9);
    }
  });

  it('lays a box on its side, and boxes in what stands askew', () => {
    expect(turnedBox(page, 90)).toEqual({ x: -300, y: 0, width: 300, height: 200 });
    const { width, height } = turnedBox(page, 45);
    expect(width).toBeCloseTo(500 * Math.SQRT1_2, 9);
    expect(height).toBeCloseTo(500 * Math.SQRT1_2, 9);
  });

  it('knows a turn from within half a turn', () => {
    expect([0, 180, -180, 270, -90, 360, 541, 12.5].map(withinHalfTurn)).toEqual([
      ...[0, 180, 180, -90, -90, 0, -179, 12.5],
    ]);
  });
});

describe('what a window shows of a turned page', () => {
  it('is what both have where nothing is turned', () => {
    expect(shownThrough({ x: 150, y: -50, width: 100, height: 100 }, page, 0)).toEqual({
      ...{ x: 150, y: 0, width: 50, height: 50 },
    });
  });

  it('is exact after a quarter turn', () => {
    // Turned right the page lies from -300 to 0 across, its head at the right.
    expect(shownThrough({ x: -100, y: 20, width: 100, height: 60 }, page, 90)).toEqual({
      ...{ x: 20, y: 0, width: 60, height: 100 },
    });
  });

  it('is the upright part around a window that is askew, inside the page', () => {
    const middle = turnedPoint({ x: 100, y: 150 }, 45);
    const side = 40;
    const window = { x: middle.x - side / 2, y: middle.y - side / 2, width: side, height: side };
    const shown = shownThrough(window, page, 45);
    expect(shown?.width).toBeCloseTo(side * Math.SQRT2, 6);
    expect(shown?.x).toBeCloseTo(100 - (side * Math.SQRT2) / 2, 6);
    const atEdge = shownThrough({ ...turnedPoint({ x: 0, y: 150 }, 45), width: 40, height: 40 }, page, 45);
    expect(atEdge?.x).toBeGreaterThanOrEqual(0);
  });

  it('is nothing where the window looks past the page', () => {
    expect(shownThrough({ x: 500, y: 0, width: 10, height: 10 }, page, 0)).toBeUndefined();
    expect(shownThrough({ x: 1, y: 1, width: 10, height: 10 }, page, 90)).toBeUndefined();
    // Inside of the box around the turned page, and beside the page itself.
    const box = turnedBox(page, 45);
    expect(shownThrough({ x: box.x, y: box.y, width: 20, height: 20 }, page, 45)).toBeUndefined();
  });
});
