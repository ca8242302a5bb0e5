import type { Canvas, Manifest } from '../iiif/manifest.ts';
import type { Hit, SearchAnswer } from '../iiif/search-answer.ts';

/** Why there are hits that are not shown. */
export type Cut = 'too-many' | 'other-server' | 'circular';

/** A search, as far as it has come. */
export type SearchRun = {
  q: string;
  hits: readonly Hit[];
  /** What the service says that there are; undefined where it does not, or speaks of other documents as well. */
  total: number | undefined;
  /** The next page of the answer, not asked for yet. */
  next: string | undefined;
  /** Pages that were asked for. */
  asked: readonly string[];
  /** How many hits are in other documents than the one that is read. */
  elsewhere: number;
  cut: Cut | undefined;
  /** Whether a page of the answer is on its way. */
  waiting: boolean;
  /** Why the last page could not be had, as a sentence. */
  failure: string | undefined;
};

/** More nobody goes through; a service that never ends is left alone after so many pages. */
const MOST_HITS = 3000;
const MOST_PAGES = 100;

export function beginning(q: string, address: string): SearchRun {
  return {
    ...{ q, hits: [], total: undefined, next: undefined, asked: [address], elsewhere: 0 },
    ...{ cut: undefined, waiting: true, failure: undefined },
  };
}

/** The same search while its next page is on its way; unchanged where there is none. */
export function goingOn(run: SearchRun): SearchRun {
  if (run.next === undefined || run.waiting) return run;
  return { ...run, next: undefined, asked: [...run.asked, run.next], waiting: true, failure: undefined };
}

export function failed(run: SearchRun, failure: string): SearchRun {
  return { ...run, waiting: false, failure };
}

/**
 * The search with one more page of its answer. Hits on canvases that the document does not have are only counted;
 * those of a page stand in the order of its canvases.
 */
export function answered(
  run: SearchRun,
  answer: SearchAnswer,
  { id: manifest, canvases }: Pick<Manifest, 'id' | 'canvases'>,
): SearchRun {
  const positions = new Map(canvases.map(({ id }, index) => [id, index]));
  const positionOf = ({ canvas }: Hit) => (canvas === undefined ? canvases.length : positions.get(canvas));
  // What stands on no page has the whole document for its target.
  const found = answer.hits.map((hit) => (hit.canvas === manifest ? { ...hit, canvas: undefined } : hit));
  const here = found.filter((hit) => positionOf(hit) !== undefined);
  const ordered = here.toSorted((one, other) => (positionOf(one) ?? 0) - (positionOf(other) ?? 0));
  const all = [...run.hits, ...ordered];
  const hits = all.slice(0, MOST_HITS);
  const elsewhere = run.elsewhere + answer.hits.length - here.length;
  const { next, cut } = followed(run, answer, all.length);
  const counted = elsewhere === 0 ? (answer.total ?? run.total) : undefined;
  return {
    ...run,
    ...{ hits, elsewhere, next, waiting: false, failure: undefined },
    // What goes on has more than it has shown; what is at its end has that.
    total:
      next === undefined ? undefined : counted !== undefined && counted > hits.length ? counted : undefined,
    cut: run.cut ?? cut,
  };
}

/** Where the answer goes on: at the same server, at an address not asked before, and not for ever. */
function followed(
  { asked }: SearchRun,
  { next, omitted }: SearchAnswer,
  count: number,
): Pick<SearchRun, 'next' | 'cut'> {
  const cut = omitted > 0 || count > MOST_HITS ? 'too-many' : undefined;
  const [first] = asked;
  if (next === undefined || first === undefined) return { next: undefined, cut };
  if (cut !== undefined || asked.length >= MOST_PAGES) return { next: undefined, cut: 'too-many' };
  const url = new URL(next);
  const origin = new URL(first);
  if (url.host !== origin.host) return { next: undefined, cut: 'other-server' };
  // A server behind another that encrypts often does not know that it does.
  url.protocol = origin.protocol;
  return asked.includes(url.href) ? { next: undefined, cut: 'circular' } : { next: url.href, cut: undefined };
}

/**
 * The hit to begin with: the first on the canvas that is shown or after it, else the first of all.
 * @param index of that canvas.
 */
export function firstHit(run: SearchRun, canvases: readonly Canvas[], index: number): number | undefined {
  const positions = new Map(canvases.map(({ id }, position) => [id, position]));
  const next = run.hits.findIndex(({ canvas }) => (positions.get(canvas ?? '') ?? -1) >= index);
  if (next !== -1) return next;
  return run.hits.length === 0 ? undefined : 0;
}

/**
 * The hit before or after one, around the ends; `more` where that is one which has not come yet.
 * @param current undefined while none is chosen.
 */
export function stepFrom(
  { hits, next }: SearchRun,
  current: number,
  step: 1 | -1,
): number | 'more' | undefined {
  if (hits.length === 0) return next === undefined ? undefined : 'more';
  const to = current + step;
  if (to >= hits.length) return next === undefined ? 0 : 'more';
  return to < 0 ? hits.length - 1 : to;
}
