import { perDocument, type LeafUnits } from './evaluate.ts';
import type { Holdings } from './holdings.ts';
import { lowerBound, within, type NumberSet } from './number-sets.ts';
import type { Sort } from './search.ts';

/** BM25 (S. Robertson and H. Zaragoza, 2009, §3.4), with the texts on pages that have a word as its frequency. */
const SATURATION = 1.2;
const LENGTH = 0.5;
/** A word in the form that was typed counts more than the same in another. */
const OTHER_FORM = 0.6;
const IN_RECORD = 2;
const TOGETHER = 1.5;
/** So many of the best are looked at once more, for words that stand on one page. */
const LOOKED_AT_AGAIN = 100;

/** The documents in the order asked for. Those that are equal stand by date, then as they were put in. */
export function ranked(
  documents: NumberSet,
  leaves: readonly LeafUnits[],
  sort: Sort,
  holdings: Holdings,
): number[] {
  const numbers = Array.from(documents);
  if (sort === 'relevance' && leaves.length > 0) return byRelevance(numbers, leaves, holdings);
  const keys = new Map(numbers.map((number) => [number, keyOf(number, sort, holdings)]));
  const descending = sort === 'newest' || sort === 'relevance';
  return numbers.sort((a, b) => {
    const [x, y] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    if (x === y) return a - b;
    // What has no date, or no title, comes last in any order.
    if (x === '' || y === '') return x === '' ? 1 : -1;
    return x < y === descending ? 1 : -1;
  });
}

function keyOf(number: number, sort: Sort, { documents }: Holdings): string {
  const document = documents[number];
  if (sort === 'title') return document?.title ?? '';
  return (sort === 'oldest' ? document?.from : document?.to) ?? '';
}

function byRelevance(numbers: number[], leaves: readonly LeafUnits[], holdings: Holdings): number[] {
  const scores = new Float64Array(holdings.documents.length);
  const average = averageLength(holdings);
  for (const { typed, all } of leaves) {
    const found = perDocument(all, holdings);
    const rarity = rarityOf(found.documents.length, holdings.count);
    addScores(found, rarity * OTHER_FORM, scores, average, holdings);
    if (typed.length > 0) {
      addScores(perDocument(typed, holdings), rarity * (1 - OTHER_FORM), scores, average, holdings);
    }
    for (const number of found.documents) {
      const { first = 0, recordUnits = 0 } = holdings.documents[number] ?? {};
      const at = lowerBound(all, first);
      if ((all[at] ?? Infinity) < first + recordUnits)
        scores[number] = (scores[number] ?? 0) + rarity * IN_RECORD;
    }
  }
  const byScore = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const sorted = numbers.sort(byScore);
  if (leaves.length < 2) return sorted;
  const best = sorted.slice(0, LOOKED_AT_AGAIN);
  for (const number of best) {
    scores[number] = (scores[number] ?? 0) * (standTogether(number, leaves, holdings) ? TOGETHER : 1);
  }
  return [...best.sort(byScore), ...sorted.slice(LOOKED_AT_AGAIN)];
}

function addScores(
  { documents, counts }: ReturnType<typeof perDocument>,
  weight: number,
  scores: Float64Array,
  average: number,
  holdings: Holdings,
): void {
  documents.forEach((number, index) => {
    const { first = 0, last = 0 } = holdings.documents[number] ?? {};
    const frequency = counts[index] ?? 0;
    const length = 1 - LENGTH + (LENGTH * (last - first + 1)) / average;
    scores[number] =
      (scores[number] ?? 0) + (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION * length);
  });
}

function rarityOf(documents: number, all: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}

function averageLength({ documents, count }: Holdings): number {
  const last = documents.at(-1)?.last ?? 1;
  return Math.max(1, last / Math.max(1, count));
}

/** Whether some text on a page has several of the leaves. */
function standTogether(number: number, leaves: readonly LeafUnits[], holdings: Holdings): boolean {
  const { first = 0, last = 0 } = holdings.documents[number] ?? {};
  const seen = new Set<number>();
  for (const { all } of leaves) {
    for (const unit of within(all, first, last)) {
      if (seen.has(unit)) return true;
    }
    for (const unit of within(all, first, last)) seen.add(unit);
  }
  return false;
}
