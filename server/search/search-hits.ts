import type { Segment } from '../model/text.ts';
import { languageToken, roleToken } from '../store/index-units.ts';
import type { IndexedUnit, UnitSpan } from '../store/search-index.ts';
import type { DocumentSummary } from '../store/store.ts';
import { evaluate, type Evaluated, type LeafUnits } from './evaluate.ts';
import { holdingOf } from './holding-of.ts';
import { hitPlace } from './hit-place.ts';
import { joinNeighbours } from './join-neighbours.ts';
import { locate, type Located } from './locate.ts';
import { EMPTY, union, within, type NumberSet } from '../model/number-set.ts';
import { parseQuery } from './parse-query.ts';
import { planQuery, type Plan, type Planned } from './plan.ts';
import type { Hit, HitPart, HitsAnswer, HitsRequest, Scope } from './search.ts';
import type { Sources } from './passages.ts';
import { remembering } from './remembering.ts';
import type { Knowledge } from './search-documents.ts';
import { onOneLine, wordEnd, wordStart } from './snippet.ts';
import { partsOf, segmentsOfUnit, textOf } from './unit-segments.ts';

/** Texts on pages whose hits are one page of an answer: more inside a document, which a viewer shows at once. */
const UNITS_A_PAGE = { document: 40, collection: 20, archive: 20 };
/** If a document has no more of them, its hits are counted. */
const COUNTED = 100;
const CONTEXT = 60;

/** Hits with their places. Words that are joined by AND must stand in the same document, inside one on the same page. */
export async function searchHits(request: HitsRequest, knowledge: Knowledge): Promise<HitsAnswer> {
  const { query, notes } = parseQuery(request.q);
  const none: HitsAnswer = { hits: [], hasMore: false, lastPage: 1, startIndex: 0, total: 0, notes };
  if (query === undefined) return none;
  const within = [
    ...(request.language === undefined
      ? []
      : [{ column: 'also', tokens: [languageToken(request.language)] } as const]),
    ...(request.role === undefined ? [] : [{ column: 'also', tokens: [roleToken(request.role)] } as const]),
  ];
  const answer = async (tolerant: boolean) => {
    const planned = planQuery(query, { ...knowledge, exact: request.exact, tolerant });
    const restricted = { ...planned, within: [...planned.within, ...within] };
    return { planned, ...(await unitsIn(request.scope, restricted, knowledge)) };
  };
  let found = await answer(false);
  const widened = found.units.length === 0 && !request.exact;
  if (widened) found = await answer(true);
  const size = UNITS_A_PAGE[request.scope.kind];
  const begin = (request.page - 1) * size;
  const inDocument = request.scope.kind === 'document';
  const finder = new HitFinder(found.leaves, remembering(knowledge), { everySpelling: inDocument });
  const [hits, counted] = await Promise.all([
    finder.hits(found.units.subarray(begin, begin + size)),
    inDocument && found.units.length <= COUNTED ? finder.count(found.units, begin) : undefined,
  ]);
  return {
    hits,
    hasMore: begin + size < found.units.length,
    lastPage: Math.max(1, Math.ceil(found.units.length / size)),
    ...counted,
    notes: [
      ...notes,
      ...found.planned.notes,
      ...(widened && found.units.length > 0 ? [{ kind: 'spelling-widened' } as const] : []),
    ],
  };
}

type UnitsFound = { units: NumberSet; leaves: readonly LeafUnits[] };

async function unitsIn(scope: Scope, planned: Planned, knowledge: Knowledge): Promise<UnitsFound> {
  return scope.kind === 'document'
    ? unitsOfDocument(scope.id, planned, knowledge)
    : unitsOfDocuments(scope, planned, knowledge);
}

/** All hits of the documents for which the query holds. */
async function unitsOfDocuments(
  scope: Exclude<Scope, { kind: 'document' }>,
  planned: Planned,
  { holdings, index }: Knowledge,
): Promise<UnitsFound> {
  const { documents, leaves } = await evaluate(planned, holdings, index);
  const collection =
    scope.kind === 'collection' ? holdings.facets.numberOf('collection', scope.id) : undefined;
  const spans = Array.from(documents).flatMap((number) => {
    const holding = holdings.documents[number];
    if (holding === undefined) return [];
    const isIn =
      scope.kind === 'archive' || (collection !== undefined && holdings.has(holding, new Set([collection])));
    return isIn ? [{ first: holding.first + holding.recordUnits, last: holding.last }] : [];
  });
  const all = leaves.reduce<NumberSet>((units, leaf) => union(units, leaf.all), EMPTY);
  return { units: inSpans(all, spans), leaves };
}

/** Of a document the texts on those pages for which the query holds. */
async function unitsOfDocument(
  id: string,
  planned: Planned,
  { store, index, holdings }: Knowledge,
): Promise<UnitsFound> {
  const holding = await holdingOf(id, store, holdings);
  if (holding === undefined) return { units: EMPTY, leaves: [] };
  const span = { first: holding.first + holding.recordUnits, last: holding.last };
  const { leaves, every } = await evaluate(planned, holdings, index, span);
  const all = leaves.reduce<NumberSet>((units, leaf) => union(units, leaf.all), EMPTY);
  const { plan } = planned;
  if (plan === undefined || plan.kind === 'leaf') return { units: all, leaves };
  const pages = pagesOf(await index.units(span));
  const held = pagesWith(plan, every, pages);
  return { units: all.filter((unit) => held.has(pages.get(unit) ?? NO_PAGE)), leaves };
}

const NO_PAGE = '';

function pagesOf(units: readonly IndexedUnit[]): Map<number, string> {
  return new Map(units.map(({ number, page = NO_PAGE }) => [number, page]));
}

function pagesWith(plan: Plan, every: Evaluated['every'], pages: ReadonlyMap<number, string>): Set<string> {
  switch (plan.kind) {
    case 'leaf': {
      const units = every.get(plan.leaf)?.all ?? EMPTY;
      return new Set(Array.from(units, (unit) => pages.get(unit) ?? NO_PAGE));
    }
    // Inside a document what its record says narrows nothing.
    case 'facts':
      return new Set(pages.values());
    case 'not': {
      const without = pagesWith(plan.part, every, pages);
      return new Set([...pages.values()].filter((page) => !without.has(page)));
    }
    case 'or':
      return new Set(plan.parts.flatMap((part) => [...pagesWith(part, every, pages)]));
    case 'and': {
      const [first, ...rest] = plan.parts.map((part) => pagesWith(part, every, pages));
      return new Set([...(first ?? [])].filter((page) => rest.every((other) => other.has(page))));
    }
  }
}

function inSpans(units: NumberSet, spans: readonly UnitSpan[]): NumberSet {
  const result = new Uint32Array(units.length);
  let count = 0;
  for (const { first, last } of spans) {
    const own = within(units, first, last);
    result.set(own, count);
    count += own.length;
  }
  return result.subarray(0, count);
}

function placeNumber({ places }: Pick<Segment, 'places'>, page: string): number {
  const index = places.findIndex((place) => place.page === page);
  return Math.max(0, index) + 1;
}

class HitFinder {
  readonly #leaves: readonly LeafUnits[];
  readonly #sources: Sources;
  readonly #documents = new Map<string, DocumentSummary | undefined>();

  readonly #options: { everySpelling: boolean };

  constructor(leaves: readonly LeafUnits[], sources: Sources, options: { everySpelling: boolean }) {
    this.#options = options;
    this.#leaves = leaves;
    this.#sources = sources;
  }

  async hits(units: NumberSet): Promise<Hit[]> {
    const hits: Hit[] = [];
    for (const number of units) hits.push(...(await this.#hitsOf(number)));
    return hits;
  }

  /** All hits, and those before the unit at `begin`. */
  async count(units: NumberSet, begin: number): Promise<{ startIndex: number; total: number }> {
    let [startIndex, total] = [0, 0];
    for (const [at, number] of units.entries()) {
      const unit = await this.#sources.index.unit(number);
      if (unit === undefined) continue;
      const words = textOf(await segmentsOfUnit(unit, this.#sources.store));
      const count = joinNeighbours(words, await this.#locate(unit)).length;
      total += count;
      if (at < begin) startIndex += count;
    }
    return { startIndex, total };
  }

  async #hitsOf(number: number): Promise<Hit[]> {
    const unit = await this.#sources.index.unit(number);
    const document = unit === undefined ? undefined : await this.#document(unit.document);
    const text = document?.texts.find(({ id }) => id === unit?.text);
    if (unit === undefined || document === undefined || text === undefined) return [];
    const segments = await segmentsOfUnit(unit, this.#sources.store);
    const words = textOf(segments);
    const page = unit.page === undefined ? undefined : await this.#sources.store.page(document.id, unit.page);
    const located = joinNeighbours(words, await this.#locate(unit));
    return located.map(({ start, end, hit }): Hit => ({
      ...{ document: document.id, title: document.record.title, text: text.id, role: text.role },
      ...{ language: text.language, kind: hit },
      before: onOneLine(words.slice(wordStart(words, Math.max(0, start - CONTEXT)), start)),
      match: onOneLine(words.slice(start, end)),
      after: onOneLine(words.slice(end, Math.max(end, wordEnd(words, end + CONTEXT)))),
      parts: partsOf({ start, end }, segments).flatMap(({ index, ...part }): HitPart[] => {
        const segment = segments[index];
        if (segment === undefined) return [];
        const place = page === undefined ? undefined : hitPlace(segment, part, page.id, text.language);
        return [
          {
            ...{ segment: segment.id, value: excerpt(segment.value, part), ...part },
            characters: charactersOf(segment.value, part),
            ...(place === undefined ? {} : { place }),
            ...(page === undefined ? {} : { page, placeNumber: placeNumber(segment, page.id) }),
          },
        ];
      }),
    }));
  }

  #locate(unit: IndexedUnit): Promise<Located[]> {
    const leaves = this.#leaves.filter(({ all }) => within(all, unit.number, unit.number).length > 0);
    return locate(
      unit,
      leaves.map(({ leaf }) => leaf),
      async () => textOf(await segmentsOfUnit(unit, this.#sources.store)),
      this.#options,
    );
  }

  async #document(id: string): Promise<DocumentSummary | undefined> {
    if (!this.#documents.has(id)) this.#documents.set(id, await this.#sources.store.summary(id));
    return this.#documents.get(id);
  }
}

/** A value that is longer is not told whole with each of its hits: a paragraph of a whole book would be. */
const LONGEST_VALUE = 2000;

function excerpt(value: string, { start, end }: { start: number; end: number }): string {
  if (value.length <= LONGEST_VALUE) return value;
  const from = wordStart(value, Math.max(0, start - LONGEST_VALUE / 4));
  return value.slice(from, Math.max(end, wordEnd(value, Math.min(value.length, end + LONGEST_VALUE / 4))));
}

/** Of which some are two units of UTF-16. */
function charactersOf(value: string, { start, end }: { start: number; end: number }): HitPart['characters'] {
  const before = lengthOf(value.slice(0, start));
  return { start: before, end: before + lengthOf(value.slice(start, end)) };
}

function lengthOf(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}
