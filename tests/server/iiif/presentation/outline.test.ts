import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../server/iiif/presentation/outline.ts';
import type { Point } from '../../../../server/model/box.ts';

const canvas = { width: 1000, height: 500 };
const points = (text: string): Point[] =>
  text.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return { x, y };
  });
const outline = (text: string) => outlineOf({ page: '1', polygon: points(text) }, canvas);

describe('the outline of a place', () => {
  it('is one closed path in whole units', () => {
    expect(outline('10.4,40 400,10.6 400,30 10,60')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M10,40 L400,11 400,30 10,60 Z"/></svg>',
    );
  });

  it('goes around each line of a place in several, by its own outline or its box', () => {
    const parts = [
      { box: { x: 50, y: 10, width: 100, height: 20 } },
      { box: { x: 0, y: 30, width: 90, height: 20 }, polygon: points('0,40 90,30 90,50') },
    ];
    expect(outlineOf({ page: '1', box: { x: 0, y: 10, width: 150, height: 40 }, parts }, canvas)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M50,10 L150,10 150,30 50,30 Z M0,40 L90,30 90,50 Z"/></svg>',
    );
  });

  it('stays inside the canvas and names no point twice in a row', () => {
    expect(outline('-5,40 -3,40 1200,10 990,700')).toContain('M0,40 L1000,10 990,500 Z');
  });

  it.each([
    ['an upright rectangle', '10,10 400,10 400,40 10,40'],
    ['one with points along its edges, a unit off', '10,10 200,11 400,10 399,25 400,40 10,39'],
    ['a line without an area', '10,10 400,10 200,10'],
    ['two points', '10,10 400,40'],
    ['what lies beside the canvas', '2000,10 2400,10 2400,40 2000,60'],
  ])('is not given for %s, which says no more than its box', (_name, text) => {
    expect(outline(text)).toBeUndefined();
  });

  it('is not given where none is known', () => {
    expect(outlineOf({ page: '1' }, canvas)).toBeUndefined();
  });
});
