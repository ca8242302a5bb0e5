import { inLanguage } from '../model/language-map.ts';
import type { DocumentFacts, FacetValue, IndexedDocument, SearchIndex } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { FacetValues } from './facet-values.ts';
import { NumberList } from './number-list.ts';
import type { FacetName } from './search.ts';

export type Holding = {
  id: string;
  first: number;
  last: number;
  recordUnits: number;
  /** Number of the collection that it is directly in. */
  home: number;
  /** Numbers of its own values; those of its home are its as well. */
  values: readonly number[];
  hasRepository: boolean;
  /** Days as numbers, 19501007; infinite where a period has no end, both where there is no date. */
  from: number;
  to: number;
  hasDate: boolean;
  title: string;
};

/** What documents have by where they are; `all`: its repository too, for those that name no other. */
type Home = { collections: readonly number[]; all: readonly number[] };

const BATCH = 5000;
const NOWHERE: Home = { collections: [], all: [] };
/** A document of a longer time is of no year in particular. */
const MOST_YEARS = 20;
const NOBODY = -1;

/**
 * The documents that can be found, in the order of their units: what results are narrowed, counted and ordered by
 * is in memory, so that none of it asks the store about each of ten thousand.
 */
export class Holdings {
  readonly facets = new FacetValues();
  #documents: (Holding | undefined)[] = [];
  /** The same once more as columns, for what is asked of all that were found. */
  readonly #firsts = new NumberList();
  readonly #lasts = new NumberList();
  readonly #valueEnds = new NumberList();
  readonly #values = new NumberList();
  readonly #places = new NumberList();
  #numbers = new Map<string, number>();
  /** Of each unit its document's number. */
  #owners = new Int32Array(1024).fill(NOBODY);
  #seen = 0;
  #gone = 0;
  #activity = -1;
  readonly #homes = new Map<number, Home>();
  readonly #index: SearchIndex;
  readonly #store: Store;

  constructor(index: SearchIndex, store: Store) {
    this.#index = index;
    this.#store = store;
  }

  /** In the order of their units; undefined for one that is gone. */
  get documents(): readonly (Holding | undefined)[] {
    return this.#documents;
  }

  get count(): number {
    return this.#documents.length - this.#gone;
  }

  /** The highest number that a unit has had. */
  get lastUnit(): number {
    return this.#seen;
  }

  firstUnitOf(number: number): number {
    return this.#firsts.at(number);
  }

  /** How many units a document has. */
  lengthOf(number: number): number {
    return this.#lasts.at(number) - this.#firsts.at(number) + 1;
  }

  /** Adds one to the counts of all values that a document has of its own. */
  countValues(number: number, counts: Uint32Array): void {
    this.#values.count(number === 0 ? 0 : this.#valueEnds.at(number - 1), this.#valueEnds.at(number), counts);
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** The document that a unit is of, or a negative number for what is gone or was committed since. */
  ownerOf(unit: number): number {
    return this.#owners[unit] ?? NOBODY;
  }

  /** Takes in what was committed since the last time. */
  async refresh(): Promise<void> {
    const last = await this.#index.lastUnit();
    if (last > this.#seen) {
      for (;;) {
        const changed = await this.#index.documentsAfter(this.#seen, BATCH);
        changed.forEach((document) => this.#take(document));
        if (changed.length < BATCH) break;
      }
      this.#compact();
    }
    const activity = await this.#store.lastActivity();
    if (activity !== this.#activity) await this.#readHomes(activity);
  }

  /** Where a document is and whether it names a repository: who shares it has the same values by that. */
  placeOf(number: number): number {
    return this.#places.at(number);
  }

  /** One more than the highest place. */
  get placeCount(): number {
    return 2 * this.facets.count;
  }

  /** Numbers of the facet values that the documents of a place have by it. */
  valuesOfPlace(place: number): readonly number[] {
    const { all, collections } = this.#homes.get(place >> 1) ?? NOWHERE;
    return place % 2 === 1 ? collections : all;
  }

  placedValues(holding: Holding): readonly number[] {
    return this.valuesOfPlace(placeOf(holding));
  }

  has(holding: Holding, wanted: ReadonlySet<number>): boolean {
    const isWanted = (value: number) => wanted.has(value);
    return holding.values.some(isWanted) || this.placedValues(holding).some(isWanted);
  }

  #take({ document, first, last, about }: IndexedDocument): void {
    const before = this.#numbers.get(document);
    const old = before === undefined ? undefined : this.#documents[before];
    if (before !== undefined && old !== undefined) {
      this.#owners.fill(NOBODY, old.first, old.last + 1);
      this.#documents[before] = undefined;
      this.#numbers.delete(document);
      this.#gone += 1;
    }
    this.#seen = Math.max(this.#seen, last);
    if (about === undefined) return;
    this.#add(this.#holding(document, first, last, about));
  }

  #add(holding: Holding): void {
    const number = this.#documents.push(holding) - 1;
    this.#numbers.set(holding.id, number);
    this.#own(holding.first, holding.last, number);
    this.#firsts.push(holding.first);
    this.#lasts.push(holding.last);
    this.#places.push(placeOf(holding));
    for (const value of holding.values) this.#values.push(value);
    this.#valueEnds.push(this.#values.length);
  }

  #own(first: number, last: number, number: number): void {
    if (last >= this.#owners.length) {
      const owners = new Int32Array(Math.max(last + 1, 2 * this.#owners.length)).fill(NOBODY);
      owners.set(this.#owners);
      this.#owners = owners;
    }
    this.#owners.fill(number, first, last + 1);
  }

  #holding(id: string, first: number, last: number, facts: DocumentFacts): Holding {
    const { facets } = this;
    const named = (facet: FacetName, values: readonly FacetValue[]) =>
      values.map(({ value, label }) => facets.add(facet, value, label));
    const plain = (facet: FacetName, values: readonly string[]) =>
      values.map((value) => facets.add(facet, value));
    return {
      ...{ id, first, last, recordUnits: facts.recordUnits, title: facts.title },
      from: facts.from === undefined ? -Infinity : dayNumber(facts.from),
      to: facts.to === undefined ? Infinity : dayNumber(facts.to),
      hasDate: facts.from !== undefined || facts.to !== undefined,
      home: facets.add('collection', facts.collection),
      hasRepository: facts.repository !== undefined,
      values: [
        ...named('repository', facts.repository === undefined ? [] : [facts.repository]),
        ...plain('kind', facts.kind === undefined ? [] : [facts.kind]),
        ...plain('year', yearsOf(facts)),
        ...plain('language', facts.languages),
        ...named('creator', facts.creators),
        ...named('person', facts.people),
        ...named('place', facts.places),
        ...plain('scan', [facts.hasScan ? 'yes' : 'no']),
        ...plain('translation', [facts.hasTranslation ? 'yes' : 'no']),
        ...plain('status', facts.statuses),
      ],
    };
  }

  /** Those of new documents, and those that a collection which changed is around. */
  async #readHomes(activity: number): Promise<void> {
    const changes =
      this.#activity < 0 || activity - this.#activity > BATCH
        ? undefined
        : await this.#store.activities(this.#activity, BATCH);
    const changed = new Set(
      changes?.flatMap(({ object }) =>
        object.type === 'collection' ? (this.facets.numberOf('collection', object.id) ?? []) : [],
      ),
    );
    this.#activity = activity;
    for (const home of new Set(this.#documents.flatMap((document) => document?.home ?? []))) {
      const known = this.#homes.get(home);
      if (known === undefined || changes === undefined || known.collections.some((one) => changed.has(one)))
        this.#homes.set(home, await this.#readHome(home));
    }
  }

  async #readHome(home: number): Promise<Home> {
    const path = await this.#store.path(this.facets.valueOf(home));
    const name = path
      .map(({ record }) => record.repository ?? record.reference?.repository)
      .findLast((one) => one !== undefined);
    const value = name === undefined ? undefined : inLanguage(name, 'en').values[0];
    const collections = path
      .slice(1)
      .map(({ id, record }) => this.facets.add('collection', id, record.title));
    const all =
      value === undefined ? collections : [...collections, this.facets.add('repository', value, name)];
    return { collections, all };
  }

  /** Holes are skipped one by one, so there should not be many. */
  #compact(): void {
    if (this.#gone < 1000 || this.#gone * 4 < this.#documents.length) return;
    const present = this.#documents.filter((document) => document !== undefined);
    this.#documents = [];
    this.#gone = 0;
    this.#numbers = new Map();
    this.#owners.fill(NOBODY);
    for (const column of [this.#firsts, this.#lasts, this.#valueEnds, this.#values, this.#places])
      column.clear();
    for (const document of present) this.#add(document);
  }
}

function placeOf({ home, hasRepository }: Holding): number {
  return 2 * home + (hasRepository ? 1 : 0);
}

/** `1950-10-07` as 19501007. */
export function dayNumber(day: string): number {
  return Number(day.replace(/(?<=.)-/g, ''));
}

function yearsOf({ from, to }: DocumentFacts): string[] {
  if (from === undefined || to === undefined) return [];
  const [first, last] = [Number(from.slice(0, -6)), Number(to.slice(0, -6))];
  if (last - first >= MOST_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
