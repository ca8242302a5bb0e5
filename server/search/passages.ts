import { tokenize } from '../language/tokens.ts';
import type { Segment, SegmentPart, TextRecord } from '../model/text.ts';
import type { SearchIndex } from '../store/search-index.ts';
import type { DocumentSummary, Store } from '../store/store.ts';
import { counterpartOf } from './counterpart.ts';
import type { LeafUnits } from './evaluate.ts';
import { hitPlace } from './hit-place.ts';
import { joinNeighbours } from './join-neighbours.ts';
import { locate, type Located } from './locate.ts';
import { within as unitsWithin } from '../model/number-set.ts';
import type { Counterpart, DocumentResult, Passage } from './search.ts';
import { bestWindow, onOneLine, snippetOf, within, type Window } from './snippet.ts';
import { linesOfUnit, partsOf, segmentsOfUnit, textOf } from './unit-segments.ts';

const MOST_PASSAGES = 2;
/** Units of a document that are looked at for the best passages. */
const MOST_UNITS = 200;

type Found = Pick<DocumentResult, 'recordHits' | 'passages' | 'placesCount'>;
type Ranked = { number: number; leaves: LeafUnits[]; typed: number };
export type Sources = {
  store: Pick<Store, 'segment' | 'segmentsOn' | 'unplacedSegments' | 'summary' | 'page'>;
  index: Pick<SearchIndex, 'unit' | 'units'>;
};

/** What of a document is shown among results. `span`: its units. */
export async function foundIn(
  document: DocumentSummary,
  span: { first: number; last: number; recordUnits: number },
  leaves: readonly LeafUnits[],
  sources: Sources,
): Promise<Found> {
  const ranked = rankedUnits(span, leaves);
  const texts = ranked.filter(({ number }) => number >= span.first + span.recordUnits);
  const recordHits: DocumentResult['recordHits'][number][] = [];
  for (const { number, leaves: own } of ranked) {
    if (number < span.first + span.recordUnits) {
      recordHits.push(...(await recordHitsOf(number, own, document, sources)));
    }
  }
  const passages: Passage[] = [];
  // Of what an original and its translations all say, one is enough: the other stands beside it.
  const said = new Set<string>();
  for (const unit of texts) {
    if (passages.length >= MOST_PASSAGES) break;
    const found = await findPassage(unit, document, sources);
    if (found === undefined || said.has(`${found.text.id}.${found.segment.id}`)) continue;
    const passage = await passageOf(found, leaves, document, sources);
    const { counterpart } = passage;
    const beside = counterpart === undefined ? undefined : `${counterpart.text}.${counterpart.segment}`;
    if (beside !== undefined && said.has(beside)) continue;
    passages.push(passage);
    said.add(`${passage.text}.${passage.segment}`);
    if (beside !== undefined) said.add(beside);
  }
  return { recordHits: firstOfEach(recordHits), passages, placesCount: texts.length };
}

/** Those with the most of what was asked for first, as it was typed before other forms, then in reading order. */
function rankedUnits(
  { first, last }: { first: number; last: number },
  leaves: readonly LeafUnits[],
): Ranked[] {
  const units = new Map<number, Ranked>();
  for (const leaf of leaves) {
    for (const number of unitsWithin(leaf.all, first, last)) {
      const unit = units.get(number) ?? { number, leaves: [], typed: 0 };
      unit.leaves.push(leaf);
      units.set(number, unit);
    }
    for (const number of unitsWithin(leaf.typed, first, last)) {
      const unit = units.get(number);
      if (unit !== undefined) unit.typed += 1;
    }
  }
  return [...units.values()]
    .sort((a, b) => b.leaves.length - a.leaves.length || b.typed - a.typed || a.number - b.number)
    .slice(0, MOST_UNITS);
}

/** A name stands in a record in many forms and fields: each field is told once, as it was typed if it is. */
function firstOfEach(hits: Found['recordHits']): Found['recordHits'] {
  const isTyped = ({ snippet }: Found['recordHits'][number]) => snippet.some(({ hit }) => hit === 'word');
  const sorted = [...hits.filter(isTyped), ...hits.filter((hit) => !isTyped(hit))];
  return [...new Map(sorted.toReversed().map((hit) => [hit.field, hit])).values()].reverse();
}

async function recordHitsOf(
  number: number,
  leaves: readonly LeafUnits[],
  document: DocumentSummary,
  { index }: Sources,
): Promise<DocumentResult['recordHits']> {
  const unit = await index.unit(number);
  if (unit === undefined) return [];
  const lines = linesOfUnit(unit, document);
  const text = textOf(lines);
  const located = await locate(
    unit,
    leaves.map(({ leaf }) => leaf),
    () => Promise.resolve(text),
    { everySpelling: false },
  );
  let begin = 0;
  return lines.flatMap(({ field, value }) => {
    const own = located.flatMap((hit) => {
      const [start, end] = [hit.start - begin, Math.min(hit.end - begin, value.length)];
      return start >= 0 && start < value.length ? [{ ...hit, start, end }] : [];
    });
    begin += value.length + 1;
    if (own.length === 0) return [];
    return [{ field, language: unit.language, snippet: snippetOf(value, bestWindow(value, own)) }];
  });
}

type FoundPassage = {
  text: TextRecord;
  page: string | undefined;
  segments: readonly Segment[];
  /** The one in which the first hit begins. */
  segment: Segment;
  /** Where in it. */
  hit: { start: number; end: number };
  words: string;
  window: Window;
};

/** Undefined for a unit that was replaced since it was found. */
async function findPassage(
  { number, leaves }: Ranked,
  { texts }: DocumentSummary,
  { store, index }: Sources,
): Promise<FoundPassage | undefined> {
  const unit = await index.unit(number);
  const text = texts.find(({ id }) => id === unit?.text);
  if (unit === undefined || text === undefined) return undefined;
  const segments = await segmentsOfUnit(unit, store);
  const words = textOf(segments);
  const located = await locate(
    unit,
    leaves.map(({ leaf }) => leaf),
    () => Promise.resolve(words),
    { everySpelling: false },
  );
  const best = bestWindow(words, located);
  const window = { ...best, hits: joinNeighbours(words, best.hits) };
  const [first] = window.hits;
  const [hit] = first === undefined ? [] : partsOf(first, segments);
  const segment = hit === undefined ? undefined : segments[hit.index];
  if (hit === undefined || segment === undefined) return undefined;
  return { text, page: unit.page, segments, segment, hit, words, window };
}

async function passageOf(
  { text, page: on, segments, segment, hit, words, window }: FoundPassage,
  leaves: readonly LeafUnits[],
  document: DocumentSummary,
  { store }: Sources,
): Promise<Passage> {
  const page = on === undefined ? undefined : await store.page(document.id, on);
  const found = await counterpartOf(segment, hit, text, on, document, store);
  const shown = found === undefined ? window : within(window, spanOf(found.says, segments, window));
  return {
    ...{ text: text.id, role: text.role, language: text.language, segment: segment.id },
    ...(page === undefined ? {} : { page }),
    snippet: snippetOf(words, shown),
    forms: formsOf(words, shown.hits),
    places: page === undefined ? [] : placesOf(shown, segments, page.id, text.language),
    ...(found === undefined ? {} : { counterpart: await marked(found.counterpart, leaves) }),
  };
}

/** With what of it is a hit too. */
async function marked(
  counterpart: Omit<Counterpart, 'snippet'>,
  leaves: readonly LeafUnits[],
): Promise<Counterpart> {
  const value = onOneLine(counterpart.value);
  const tokens = tokenize(value);
  const unit = {
    language: counterpart.language,
    words: tokens.map(({ word }) => word),
    positions: {
      segments: [0],
      starts: tokens.map(({ start }) => start),
      ends: tokens.map(({ end }) => end),
    },
  };
  const located = await locate(
    unit,
    leaves.map(({ leaf }) => leaf),
    () => Promise.resolve(value),
    { everySpelling: false },
  );
  const whole = { start: 0, end: value.length, cutBefore: false, cutAfter: false };
  return {
    ...counterpart,
    value,
    snippet: snippetOf(value, { ...whole, hits: joinNeighbours(value, located) }),
  };
}

/** The stretch around the hit that the counterpart says too, as far as its parts follow each other. */
function spanOf(
  says: readonly SegmentPart[],
  segments: readonly Segment[],
  { hits }: Window,
): { start: number; end: number } {
  const [first] = hits;
  let span = { start: first?.start ?? 0, end: first?.end ?? 0 };
  let begin = 0;
  const spans = segments.flatMap(({ id, value }) => {
    const own = says.flatMap(({ segment, start, end }) =>
      segment === id ? [{ start: begin + start, end: begin + Math.min(end, value.length) }] : [],
    );
    begin += value.length + 1;
    return own;
  });
  const extend = (own: { start: number; end: number }) => {
    const follows = own.start <= span.end + GAP && own.end >= span.start - GAP;
    if (follows) span = { start: Math.min(own.start, span.start), end: Math.max(own.end, span.end) };
  };
  spans.forEach(extend);
  spans.reverse().forEach(extend);
  return span;
}

/** Between two parts of a sentence there is a blank and the end of a line. */
const GAP = 2;

function formsOf(text: string, located: readonly Located[]): Passage['forms'] {
  const forms = new Map<string, Passage['forms'][number]>();
  for (const { start, end, hit } of located) {
    const form = onOneLine(text.slice(start, end));
    if (!forms.has(form)) forms.set(form, { form, kind: hit });
  }
  return [...forms.values()];
}

function placesOf(
  { hits }: Window,
  segments: readonly Segment[],
  page: string,
  language: string,
): Passage['places'] {
  const places = hits.flatMap((hit) =>
    partsOf(hit, segments).flatMap(({ index, ...part }) => {
      const segment = segments[index];
      return segment === undefined ? [] : (hitPlace(segment, part, page, language) ?? []);
    }),
  );
  // Two words of one sentence of a translation stand at one place.
  return [...new Map(places.map((place) => [JSON.stringify(place.box), place])).values()];
}
