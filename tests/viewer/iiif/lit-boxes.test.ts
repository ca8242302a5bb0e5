import { describe, expect, it } from 'vitest';
import { placesOf, rowAt, unionOf } from '../../../viewer/iiif/lit-boxes.ts';
import type { Box, Point, Segment } from '../../../viewer/iiif/text.ts';

const segment = (box?: Box, ring?: Point[]): Segment => ({
  ...{ id: 'x', value: 'x', lang: '', dir: 'auto', renders: [], granularity: 'line' },
  ...(box === undefined ? {} : { box }),
  ...(ring === undefined ? {} : { outline: [ring] }),
});
const line: Box = { x: 10, y: 10, width: 100, height: 10 };
const next: Box = { x: 5, y: 25, width: 60, height: 10 };
const block: Box = { x: 0, y: 0, width: 200, height: 100 };

describe('the places of a row', () => {
  it('are those of the text on the left, each once, and of the right only where the left has none', () => {
    expect(
      placesOf({ cells: [[segment(line), segment(next), segment({ ...line })], [segment(block)]] }),
    ).toEqual([line, next]);
    expect(placesOf({ cells: [[segment()], [segment(block)]] })).toEqual([block]);
    expect(placesOf({ cells: [[segment()], []] })).toEqual([]);
  });

  it('have the outline of their line, where it has one', () => {
    const outline = [
      { x: 10, y: 20 },
      { x: 110, y: 10 },
      { x: 110, y: 20 },
    ];
    expect(placesOf({ cells: [[segment(line, outline), segment(next)], []] })).toEqual([
      { ...line, outline: [outline] },
      next,
    ]);
  });

  it('lie in the smallest box around them', () => {
    expect(unionOf([line, next])).toEqual({ x: 5, y: 10, width: 105, height: 25 });
    expect(unionOf([])).toBeUndefined();
  });
});

describe('the row at a point', () => {
  const rows = [
    { cells: [[segment(block)], []] },
    { cells: [[segment(line)], [segment()]] },
    { cells: [[], [segment(next)]] },
  ];

  it('is the one with the smallest box there', () => {
    expect(rowAt(rows, { x: 50, y: 15 })).toBe(1);
    expect(rowAt(rows, { x: 50, y: 30 })).toBe(2);
    expect(rowAt(rows, { x: 150, y: 90 })).toBe(0);
  });

  it('is the one whose middle is nearest where lines overlap', () => {
    const [upper, lower] = [
      { x: 0, y: 100, width: 500, height: 40 },
      { x: 0, y: 125, width: 300, height: 40 },
    ];
    const lines = [upper, lower].map((box) => ({ cells: [[segment(box)], []] }));
    expect(rowAt(lines, { x: 50, y: 128 })).toBe(0);
    expect(rowAt(lines, { x: 50, y: 137 })).toBe(1);
    expect(rowAt(lines, { x: 400, y: 137 })).toBe(0);
  });

  it('is the one whose outline has the point inside, where slanting lines overlap', () => {
    // Both rise by 60 over their length, and lie 40 apart.
    const slanting = (y: number) => ({
      cells: [
        [
          segment({ x: 0, y: y - 60, width: 500, height: 90 }, [
            { x: 0, y },
            { x: 500, y: y - 60 },
            { x: 500, y: y - 30 },
            { x: 0, y: y + 30 },
          ]),
        ],
      ],
    });
    const lines = [slanting(100), slanting(140)];
    expect(rowAt(lines, { x: 10, y: 115 })).toBe(0);
    expect(rowAt(lines, { x: 490, y: 90 })).toBe(1);
    expect(rowAt(lines, { x: 490, y: 55 })).toBe(0);
    // Between them, or without outlines, the nearest.
    expect(rowAt(lines, { x: 490, y: 76 })).toBe(0);
    expect(
      rowAt([{ cells: [[segment({ x: 0, y: 40, width: 500, height: 90 })], []] }, ...lines], {
        x: 490,
        y: 90,
      }),
    ).toBe(2);
  });

  it('is the one whose middle is nearest in columns too', () => {
    const columns = [
      { x: 100, y: 0, width: 40, height: 500 },
      { x: 75, y: 0, width: 40, height: 300 },
    ].map((box) => ({ cells: [[segment(box)], []] }));
    expect(rowAt(columns, { x: 112, y: 50 })).toBe(0);
    expect(rowAt(columns, { x: 103, y: 50 })).toBe(1);
  });

  it('is none beside all of them', () => {
    expect(rowAt(rows, { x: 201, y: 50 })).toBeUndefined();
  });
});
