import { describe, expect, it } from 'vitest';
import { clipPolygon } from '../../../server/model/clip-polygon.ts';

const slanting = [
  { x: 0, y: 20 },
  { x: 100, y: 0 },
  { x: 100, y: 10 },
  { x: 0, y: 30 },
];

describe('a polygon within a box', () => {
  it('is cut where it leaves the box', () => {
    const cut = clipPolygon(slanting, { x: 50, y: 0, width: 100, height: 100 });
    expect(cut).toHaveLength(4);
    expect(cut).toEqual(
      expect.arrayContaining([
        { x: 50, y: 10 },
        { x: 100, y: 0 },
        { x: 100, y: 10 },
        { x: 50, y: 20 },
      ]),
    );
  });

  it('stays as it is inside, and is nothing outside', () => {
    expect(clipPolygon(slanting, { x: 0, y: 0, width: 100, height: 100 })).toEqual(slanting);
    expect(clipPolygon(slanting, { x: 200, y: 0, width: 100, height: 100 })).toBeUndefined();
    expect(clipPolygon([], { x: 0, y: 0, width: 100, height: 100 })).toBeUndefined();
  });
});
