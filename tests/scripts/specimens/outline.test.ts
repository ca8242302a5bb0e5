import { describe, expect, it } from 'vitest';
import {
  apply,
  boundsOf,
  pathData,
  placing,
  transform,
  turning,
} from '../../../scripts/specimens/outline.ts';

describe('boundsOf', () => {
  it('measures the curve and not its handles', () => {
    const arch = boundsOf([
      { kind: 'move', to: { x: 0, y: 0 } },
      { kind: 'quadratic', by: { x: 10, y: -20 }, to: { x: 20, y: 0 } },
    ]);
    expect(arch?.y).toBeCloseTo(-10, 9);
    expect(arch?.height).toBeCloseTo(10, 9);
  });

  it('finds where a cubic turns back on both axes', () => {
    const loop = boundsOf([
      { kind: 'move', to: { x: 0, y: 0 } },
      { kind: 'cubic', by: { x: -4, y: 8 }, and: { x: 14, y: 8 }, to: { x: 10, y: 0 } },
      { kind: 'close' },
    ]);
    expect(loop?.height).toBeCloseTo(6, 9);
    expect(loop?.x).toBeLessThan(0);
    expect(loop?.x).toBeGreaterThan(-4);
  });

  it('has no box for a shape without ink, such as a space', () => {
    expect(boundsOf([])).toBeUndefined();
  });
});

describe('turning', () => {
  it('keeps the point it turns about and takes right to down for a quarter turn clockwise', () => {
    const quarter = turning({ x: 5, y: 5 }, 90);
    expect(apply(quarter, { x: 5, y: 5 }).x).toBeCloseTo(5, 9);
    const turned = apply(quarter, { x: 8, y: 5 });
    expect(turned.x).toBeCloseTo(5, 9);
    expect(turned.y).toBeCloseTo(8, 9);
  });
});

describe('transform', () => {
  it('moves handles with the curve', () => {
    const moved = transform(
      [
        { kind: 'move', to: { x: 0, y: 0 } },
        { kind: 'quadratic', by: { x: 1, y: 1 }, to: { x: 2, y: 0 } },
        { kind: 'close' },
      ],
      placing({ x: 10, y: 20 }, 0, 3),
    );
    expect(pathData(moved)).toBe('M10 20Q13 23 16 20Z');
  });
});
