import { unionOf, type Box } from './box.ts';
import { clipPolygon } from './clip-polygon.ts';
import type { Segment, SegmentPart, Shape, Word } from './text.ts';

/** `shape` is absent where the page is known and the region is not. */
export type PartPlace = { page: string; shape?: Shape };

/**
 * Where a part of a segment stands, on each of the segment's pages: its words' boxes, else its part of the line's
 * box; of what is no line nobody knows, so it is all of it.
 *
 * @param leftward whether its script runs from right to left.
 */
export function placesOfPart(
  segment: Segment,
  part: Pick<SegmentPart, 'start' | 'end'>,
  leftward: boolean,
): PartPlace[] {
  return segment.places.map(({ page, box, polygon }, index) => {
    if (box === undefined) return { page };
    const own = isWhole(segment, part) ? undefined : partOfLine(segment, part, { box, index, leftward });
    if (own === undefined) return { page, shape: { box, ...(polygon === undefined ? {} : { polygon }) } };
    const cut = polygon === undefined ? undefined : clipPolygon(polygon, own);
    return { page, shape: { box: own, ...(cut === undefined ? {} : { polygon: cut }) } };
  });
}

/** But for the white space around it. */
function isWhole({ value }: Segment, { start, end }: Pick<SegmentPart, 'start' | 'end'>): boolean {
  return value.slice(0, start).trim() === '' && value.slice(end).trim() === '';
}

/** Undefined for what is no line: of a paragraph nobody knows where its words stand. */
function partOfLine(
  { granularity, value, words }: Segment,
  { start, end }: Pick<SegmentPart, 'start' | 'end'>,
  { box, index, leftward }: { box: Box; index: number; leftward: boolean },
): Box | undefined {
  if (granularity !== 'line') return undefined;
  // Words are placed on a segment's first page.
  const within = index === 0 ? words.filter((word) => word.start < end && word.end > start) : [];
  const byWords = unionOf(
    within.map((word) => (isOneWord(value, word) ? word.box : partOfString(word, { start, end }, leftward))),
  );
  return byWords ?? sliced(box, start / value.length, end / value.length, leftward);
}

/** Some sources have one box for a whole line of Chinese, or for several words: its parts are as those of a line. */
function isOneWord(value: string, { start, end }: Word): boolean {
  return !/\s|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(value.slice(start, end));
}

function partOfString(word: Word, part: Pick<SegmentPart, 'start' | 'end'>, leftward: boolean): Box {
  const length = word.end - word.start;
  const from = Math.max(0, part.start - word.start) / length;
  const to = Math.min(length, part.end - word.start) / length;
  return sliced(word.box, from, to, leftward);
}

/** By how far in the line it begins and ends: along the box, which of a vertical line is from top to bottom. */
function sliced({ x, y, width, height }: Box, from: number, to: number, leftward: boolean): Box {
  if (height > width * UPRIGHT) {
    const top = Math.floor(from * height);
    return { x, y: y + top, width, height: Math.max(1, Math.ceil(to * height) - top) };
  }
  const [begin, end] = leftward ? [1 - to, 1 - from] : [from, to];
  const left = Math.floor(begin * width);
  return { x: x + left, y, width: Math.max(1, Math.ceil(end * width) - left), height };
}

/** A box so much higher than broad holds a vertical line: a line of two letters is no broader than high either. */
const UPRIGHT = 1.5;
