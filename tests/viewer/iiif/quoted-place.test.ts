import { describe, expect, it } from 'vitest';
import { precisionOf, quotedPlaces } from '../../../viewer/iiif/quoted-place.ts';
import type { Segment } from '../../../viewer/iiif/text.ts';

const words = 'abcde fghi';
const segment = (more: Partial<Segment> = {}): Segment => ({
  ...{ id: 's', value: words, lang: '', dir: 'ltr', renders: [], granularity: 'line' },
  box: { x: 100, y: 50, width: 1000, height: 40 },
  ...more,
});
const spanOf = (places: ReturnType<typeof quotedPlaces>) => {
  const points = places.flatMap(({ ring }) => ring);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
};

describe('where quoted words stand', () => {
  it('is the share of their line that they have, and said to be no more', () => {
    const places = quotedPlaces(segment(), words, { start: 6, end: 10 });
    expect(spanOf(places)).toEqual([700, 1100, 50, 90]);
    expect(precisionOf(places)).toBe('share');
  });

  it('keeps the slope of a line that rises', () => {
    const outline = [
      [
        { x: 100, y: 80 },
        { x: 1100, y: 50 },
        { x: 1100, y: 60 },
        { x: 100, y: 90 },
      ],
    ];
    const places = quotedPlaces(segment({ outline }), words, { start: 0, end: 5 });
    expect(spanOf(places)).toEqual([100, 600, 65, 90]);
  });

  it('begins at the right where the script does, and at the top of a vertical line', () => {
    const cut = { start: 0, end: 5 };
    expect(spanOf(quotedPlaces(segment({ dir: 'rtl' }), words, cut))).toEqual([600, 1100, 50, 90]);
    const upright = segment({ box: { x: 0, y: 0, width: 40, height: 1000 } });
    expect(spanOf(quotedPlaces(upright, words, cut))).toEqual([0, 40, 0, 500]);
  });

  it('is all of a line that is quoted whole, around what is written where that is known', () => {
    const outline = [
      [
        { x: 110, y: 55 },
        { x: 900, y: 52 },
        { x: 905, y: 80 },
      ],
    ];
    const places = quotedPlaces(segment({ outline }), words, { start: 0, end: 10 });
    expect(places).toEqual([{ ring: outline[0], precision: 'exact' }]);
  });

  it('is all of a passage of which nobody knows where its words stand', () => {
    const places = quotedPlaces(segment({ granularity: 'sentence' }), words, { start: 6, end: 10 });
    expect(spanOf(places)).toEqual([100, 1100, 50, 90]);
    expect(precisionOf([...quotedPlaces(segment(), words, undefined), ...places])).toBe('whole');
  });

  it('is nowhere without a box', () => {
    const { box, ...placeless } = segment();
    expect(box).toBeDefined();
    expect(quotedPlaces(placeless, words, undefined)).toEqual([]);
  });
});
