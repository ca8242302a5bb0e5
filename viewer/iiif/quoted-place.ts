import type { Point, Segment } from './text.ts';

/** UTF-16 offsets in the words of a segment. */
type Span = { start: number; end: number };

/**
 * Where words stand on the scan, and how sure that is: `exact` for all words of a segment; `share` for about where they
 * are in their line, by how far in it they begin and end; `whole` for all of a passage of which they are somewhere a part.
 */
export type QuotedPlace = { ring: readonly Point[]; precision: 'exact' | 'share' | 'whole' };

/**
 * @param words of the whole segment.
 * @param within what of them is meant; undefined for all.
 */
export function quotedPlaces(segment: Segment, words: string, within: Span | undefined): QuotedPlace[] {
  const { box, outline, granularity, dir } = segment;
  if (box === undefined) return [];
  const { x, y, width, height } = box;
  const all = outline ?? [cornersOf(x, y, width, height)];
  if (within === undefined || isAll(words, within)) return all.map((ring) => ({ ring, precision: 'exact' }));
  if (granularity !== 'line') return all.map((ring) => ({ ring, precision: 'whole' }));
  const [from, to] = [within.start / words.length, within.end / words.length];
  // So much higher than broad it is a vertical line.
  if (height > width * 1.5)
    return [{ ring: cornersOf(x, y + from * height, width, (to - from) * height), precision: 'share' }];
  const begin = dir === 'rtl' ? 1 - to : from;
  const [left, right] = [x + begin * width, x + (begin + to - from) * width];
  const cut = all.map((ring) => between(ring, left, right)).filter(({ length }) => length > 2);
  const rings = cut.length > 0 ? cut : [cornersOf(left, y, right - left, height)];
  return rings.map((ring) => ({ ring, precision: 'share' }));
}

/** The least sure of them: what is said of all. */
export function precisionOf(places: readonly QuotedPlace[]): QuotedPlace['precision'] {
  const has = (precision: QuotedPlace['precision']) => places.some((place) => place.precision === precision);
  return has('whole') ? 'whole' : has('share') ? 'share' : 'exact';
}

function isAll(words: string, { start, end }: Span): boolean {
  return words.slice(0, start).trim() === '' && words.slice(end).trim() === '';
}

/** What of a ring is between two upright lines (Sutherland and Hodgman): a line that rises keeps its slope. */
function between(ring: readonly Point[], left: number, right: number): Point[] {
  return beyond(beyond(ring, left, 1), right, -1);
}

/** @param side 1 keeps what is to the right of the line, -1 what is to its left. */
function beyond(ring: readonly Point[], line: number, side: 1 | -1): Point[] {
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const [isIn, wasIn] = [point, before].map(({ x }) => (x - line) * side >= 0);
    const crossing =
      isIn === wasIn
        ? []
        : [
            {
              x: line,
              y: before.y + ((line - before.x) / (point.x - before.x)) * (point.y - before.y),
            },
          ];
    return isIn === true ? [...crossing, point] : crossing;
  });
}

function cornersOf(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
