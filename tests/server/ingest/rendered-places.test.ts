import { describe, expect, it } from 'vitest';
import { renderedPlaces } from '../../../server/ingest/rendered-places.ts';
import type { Box } from '../../../server/model/box.ts';
import type { Segment } from '../../../server/model/text.ts';

const line = (id: string, value: string, box: Box | undefined, more: Partial<Segment> = {}): Segment => ({
  ...{ id, value, granularity: 'line', words: [], renders: [] },
  places: [{ page: '1', ...(box === undefined ? {} : { box }) }],
  ...more,
});
const find = (
  segments: readonly Segment[],
  parts: [id: string, start: number, end: number][],
  language = 'ru',
) =>
  renderedPlaces(
    parts.map(([segment, start, end]) => ({ segment, start, end })),
    { language, segments: new Map(segments.map((segment) => [segment.id, segment])) },
  );

const BOX = { x: 100, y: 50, width: 1000, height: 40 };

describe('where parts of lines stand', () => {
  it('is where their words stand, if the boxes of words are known', () => {
    const words = [
      { start: 0, end: 4, box: { x: 100, y: 52, width: 210, height: 30 } },
      { start: 5, end: 10, box: { x: 350, y: 50, width: 750, height: 40 } },
    ];
    expect(find([line('a', 'один слово', BOX, { words })], [['a', 5, 10]])).toEqual([
      { page: '1', box: words[1]?.box },
    ]);
  });

  it('is else as far along the line as the part is in its words: downwards in a vertical line, leftwards in Hebrew', () => {
    expect(find([line('a', 'x'.repeat(10), BOX)], [['a', 2, 7]])).toEqual([
      { page: '1', box: { x: 300, y: 50, width: 500, height: 40 } },
    ]);
    expect(find([line('a', 'x'.repeat(10), BOX)], [['a', 0, 3]], 'he')).toEqual([
      { page: '1', box: { x: 800, y: 50, width: 300, height: 40 } },
    ]);
    const column = { x: 900, y: 100, width: 60, height: 1000 };
    expect(find([line('a', 'x'.repeat(10), column)], [['a', 5, 10]], 'zh')).toEqual([
      { page: '1', box: { x: 900, y: 600, width: 60, height: 500 } },
    ]);
  });

  it('is a shape for each line, cut from the outline where there is one, and a box around them', () => {
    const polygon = [
      { x: 100, y: 100 },
      { x: 1100, y: 90 },
      { x: 1100, y: 130 },
      { x: 100, y: 140 },
    ];
    const second: Segment = {
      ...line('b', 'y'.repeat(10), undefined),
      places: [{ page: '1', box: { x: 100, y: 90, width: 1000, height: 50 }, polygon }],
    };
    const [place, ...others] = find(
      [line('a', 'x'.repeat(10), BOX), second],
      [
        ['a', 5, 10],
        ['b', 0, 5],
      ],
    );
    expect(others).toEqual([]);
    expect(place?.box).toEqual({ x: 100, y: 50, width: 1000, height: 90 });
    expect(place?.parts?.map(({ box }) => box)).toEqual([
      { x: 600, y: 50, width: 500, height: 40 },
      { x: 100, y: 90, width: 500, height: 50 },
    ]);
    expect(place?.parts?.[1]?.polygon).toContainEqual({ x: 600, y: 95 });
  });

  it('is the line itself for all of it but white space, whatever boxes its words have', () => {
    const words = [{ start: 0, end: 3, box: { x: 120, y: 55, width: 900, height: 20 } }];
    expect(find([line('a', 'раз ', BOX, { words })], [['a', 0, 3]])).toEqual([{ page: '1', box: BOX }]);
  });

  it('is all of a paragraph, and a bare page where nothing more is known', () => {
    const whole = line('p', 'Раз. Два.', BOX, { granularity: 'paragraph' });
    expect(find([whole], [['p', 5, 9]])).toEqual([{ page: '1', box: BOX }]);
    expect(find([line('a', 'раз', undefined)], [['a', 0, 2]])).toEqual([{ page: '1' }]);
    expect(find([], [['gone', 0, 2]])).toEqual([]);
  });
});
