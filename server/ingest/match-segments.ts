import type { Box } from '../model/box.ts';
import { matchByPlace } from './match-places.ts';
import { matchByWords } from './match-words.ts';
import { Matching, uniquePairs } from './matching.ts';

/** A segment as the store has it, with its permanent id. */
export type PreviousSegment = NextSegment & { id: string };

/** A segment as it was just read. */
export type NextSegment = { sourceId?: string; value: string; page?: string; box?: Box };

/**
 * Which segment of the last revision each segment of the next one is: its id, or undefined for what is new.
 * By the source's own id where that is unique on both sides, by equal words, by place; what is the same in words
 * and place goes before all. No id is given twice.
 *
 * A source that numbers its lines (`l1`, `l2` ...) gives them other ids when a line is put in, so an id is
 * believed at once only if the words agree with it or speak of nothing else.
 */
export function matchSegments(
  previous: readonly PreviousSegment[],
  next: readonly NextSegment[],
): (string | undefined)[] {
  const matching = new Matching(previous.length, next.length);
  const words = { previous: previous.map(wordsOf), next: next.map(wordsOf) };
  const known = { previous: new Set(words.previous), next: new Set(words.next) };
  for (const [was, is] of uniquePairs(previous.map(placed), next.map(placed))) matching.pair(was, is);
  const doubtful = bySourceId(previous, next).filter(([was, is]) => {
    const [before, after] = [words.previous[was] ?? '', words.next[is] ?? ''];
    const elsewhere = known.next.has(before) || known.previous.has(after);
    if (before === after || !elsewhere) matching.pair(was, is);
    return before !== after && elsewhere;
  });
  matchByWords(matching, words);
  for (const [was, is] of doubtful) matching.pair(was, is);
  matchByPlace(matching, previous, next);
  return next.map((_, index) => {
    const was = matching.previousOf(index);
    return was === undefined ? undefined : previous[was]?.id;
  });
}

function wordsOf({ value }: NextSegment): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The same words at the very same place. */
function placed(segment: NextSegment): string | undefined {
  const { page, box } = segment;
  if (page === undefined || box === undefined) return undefined;
  return [page, box.x, box.y, box.width, box.height, wordsOf(segment)].join(' ');
}

/** Pairs whose source id is unique on both sides; else unique together with the page (ids often are, in one file). */
function bySourceId(
  previous: readonly PreviousSegment[],
  next: readonly NextSegment[],
): [previous: number, next: number][] {
  const alone = uniquePairs(
    previous.map(({ sourceId }) => sourceId),
    next.map(({ sourceId }) => sourceId),
  );
  const paged = uniquePairs(previous.map(pagedId), next.map(pagedId));
  const found = new Set(alone.map(([, is]) => is));
  const given = new Set(alone.map(([was]) => was));
  return [...alone, ...paged.filter(([was, is]) => !given.has(was) && !found.has(is))];
}

function pagedId({ page, sourceId }: NextSegment): string | undefined {
  return page === undefined || sourceId === undefined ? undefined : `${page} ${sourceId}`;
}
