import { primary } from './language-map.ts';
import type { Hit, HitPart } from './search-answer.ts';
import { unitsOf, wordsOf } from './sentence-rows.ts';
import type { Box, Segment, Text } from './text.ts';

/** A hit with its number among all, from 0. */
export type NumberedHit = { number: number; hit: Hit };

/** A part of a hit that stands in a segment, and the number of the hit. */
export type SegmentHit = { number: number; part: HitPart };

/** UTF-16 offsets in the words of a segment, in order and without overlaps. */
export type Mark = { number: number; start: number; end: number };

/** Of one page. */
const MOST_MARKED = 500;

/**
 * Which segments have the words of which hits, by the segments' ids: the annotation that a hit names; where no text
 * has that, as in answers of most other services, what stands at the same place and says the same.
 */
export function hitsBySegment(
  texts: readonly Text[],
  hits: readonly NumberedHit[],
): ReadonlyMap<string, readonly SegmentHit[]> {
  const bySegment = new Map<string, SegmentHit[]>();
  const ids = new Set(texts.flatMap(({ segments }) => segments.map(({ id }) => id)));
  for (const { number, hit } of hits.slice(0, MOST_MARKED)) {
    for (const part of hit.parts) {
      const names = ids.has(part.annotation) ? [part.annotation] : namesAt(texts, part, hit);
      for (const name of names) {
        bySegment.set(name, [...(bySegment.get(name) ?? []), { number, part }]);
      }
    }
  }
  return bySegment;
}

function namesAt(texts: readonly Text[], part: HitPart, { language }: Hit): string[] {
  const { box, exact } = part;
  if (box === undefined || exact === '') return [];
  const found = texts
    .filter((text) => language === '' || text.language === '' || primary(text.language) === primary(language))
    .flatMap(({ segments }) => segments)
    .filter((segment) => segment.box !== undefined && overlap(box, segment.box) > 0.5)
    .filter(({ value }) => folded(value).includes(folded(exact)));
  return [...new Set(found.map(({ id }) => id))];
}

/** The share of the smaller that lies in both. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(one.width * one.height, other.width * other.height);
}

/**
 * Where in a segment's words its hits stand.
 *
 * @param words of the segment as they are shown; of a segment that is a part of another, of that part.
 */
export function marksIn(segment: Segment, words: string, hits: readonly SegmentHit[]): Mark[] {
  const { part: cut } = segment;
  const whole = cut === undefined ? words : wordsOf(cut.whole);
  const from = cut === undefined ? 0 : beginningOf(words, whole, cut.start);
  const marks = hits.flatMap(({ number, part }) =>
    spanOf(part, whole).map(({ start, end }) => ({
      number,
      start: Math.max(0, start - from),
      end: Math.min(words.length, end - from),
    })),
  );
  return apart(marks.filter(({ start, end }) => end > start));
}

/** Where a part's words begin in the whole: the white space before them may have gone. */
function beginningOf(words: string, whole: string, start: number): number {
  const at = whole.indexOf(words, start);
  return at === -1 ? start : at;
}

function spanOf({ within, exact, prefix, suffix }: HitPart, words: string): { start: number; end: number }[] {
  if (within !== undefined) return [{ start: unitsOf(words, within.start), end: unitsOf(words, within.end) }];
  if (exact === '') return [];
  const text = folded(words);
  // The words around tell which of several it is, as far as they stand in the same annotation.
  for (const [before, after] of [
    [prefix, suffix],
    [prefix, ''],
    ['', suffix],
    ['', ''],
  ] as const) {
    const at = text.indexOf(folded(before + exact + after));
    if (at === -1) continue;
    const start = at + before.length;
    return [{ start, end: Math.min(words.length, start + exact.length) }];
  }
  return [];
}

/** For comparing: every character stays where it was. */
function folded(text: string): string {
  return Array.from(text.replace(/\s/g, ' '), (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

/** Of marks that overlap each keeps what the one before it does not have. */
function apart(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .flatMap((mark) => {
      const start = Math.max(mark.start, end);
      if (mark.end <= start) return [];
      end = mark.end;
      return [{ ...mark, start }];
    });
}
