import { perDocument, type LeafUnits, type PerDocument } from './evaluate.ts';
import type { Holdings } from './holdings.ts';
import { within, type NumberSet } from '../model/number-set.ts';
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

/**
 * The first so many documents in the order asked for. Those that are equal stand as they were put in.
 *
 * @param atLeast how many are wanted in their order; the others may be left out.
 */
export function ranked(
  documents: NumberSet,
  leaves: readonly LeafUnits[],
  sort: Sort,
  atLeast: number,
  holdings: Holdings,
): number[] {
  if (sort === 'relevance' && leaves.length > 0) return byRelevance(documents, leaves, atLeast, holdings);
  if (sort === 'title') return byTitle(documents, holdings);
  const keyOf = (number: number) => {
    const document = holdings.documents[number];
    // What has no date comes last in any order.
    if (document?.hasDate !== true) return -Infinity;
    return sort === 'oldest' ? -finite(document.from, document.to) : finite(document.to, document.from);
  };
  return highest(documents, keyOf, atLeast);
}

function finite(day: number, otherwise: number): number {
  return Number.isFinite(day) ? day : otherwise;
}

function byTitle(documents: NumberSet, holdings: Holdings): number[] {
  const titled = Array.from(documents, (number) => ({
    number,
    title: holdings.documents[number]?.title ?? '',
  }));
  return titled
    .sort((a, b) => (a.title === b.title ? a.number - b.number : a.title < b.title ? -1 : 1))
    .map(({ number }) => number);
}

/** Of ten thousand only those are put in order that are shown: what is below the last of them is passed over. */
function highest(documents: NumberSet, keyOf: (number: number) => number, count: number): number[] {
  const keys = new Float64Array(documents.length);
  for (let index = 0; index < keys.length; index += 1) keys[index] = keyOf(documents[index] ?? 0);
  const least = keys.slice().sort()[Math.max(0, keys.length - count)] ?? -Infinity;
  const kept: { number: number; key: number }[] = [];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? -Infinity;
    if (key >= least) kept.push({ number: documents[index] ?? 0, key });
  }
  return kept
    .sort((a, b) => (a.key === b.key ? a.number - b.number : b.key - a.key))
    .map(({ number }) => number);
}

function byRelevance(
  documents: NumberSet,
  leaves: readonly LeafUnits[],
  atLeast: number,
  holdings: Holdings,
): number[] {
  const scores = new Float64Array(holdings.documents.length);
  const average = averageLength(holdings);
  for (const { typed, all, found } of leaves) {
    const rarity = rarityOf(found.documents.length, holdings.count);
    addScores(found, rarity * OTHER_FORM, scores, average, holdings);
    if (typed.length > 0) {
      addScores(perDocument(typed, holdings), rarity * (1 - OTHER_FORM), scores, average, holdings);
    }
    addRecords(all, rarity * IN_RECORD, scores, holdings);
  }
  const scoreOf = (number: number) => scores[number] ?? 0;
  const best = highest(documents, scoreOf, Math.max(atLeast, LOOKED_AT_AGAIN));
  if (leaves.length < 2) return best;
  const again = best.slice(0, LOOKED_AT_AGAIN);
  for (const number of again) {
    if (standTogether(number, leaves, holdings)) scores[number] = scoreOf(number) * TOGETHER;
  }
  return [...highest(Uint32Array.from(again), scoreOf, again.length), ...best.slice(LOOKED_AT_AGAIN)];
}

/** No record is in more languages: what is further from a document's first unit is none of its record. */
const MOST_RECORD_UNITS = 50;

/** For documents whose records are among the units. */
function addRecords(units: NumberSet, weight: number, scores: Float64Array, holdings: Holdings): void {
  let before = -1;
  for (const unit of units) {
    const number = holdings.ownerOf(unit);
    if (number === before || number < 0) continue;
    before = number;
    // Units of the record are the first of a document, so it is enough to look at the first that is found.
    if (unit >= holdings.firstUnitOf(number) + MOST_RECORD_UNITS) continue;
    const { first = 0, recordUnits = 0 } = holdings.documents[number] ?? {};
    if (unit < first + recordUnits) scores[number] = (scores[number] ?? 0) + weight;
  }
}

function addScores(
  { documents, counts }: PerDocument,
  weight: number,
  scores: Float64Array,
  average: number,
  holdings: Holdings,
): void {
  for (let index = 0; index < documents.length; index += 1) {
    const number = documents[index] ?? 0;
    const frequency = counts[index] ?? 0;
    const length = 1 - LENGTH + (LENGTH * holdings.lengthOf(number)) / average;
    scores[number] =
      (scores[number] ?? 0) + (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION * length);
  }
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
