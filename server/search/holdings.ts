import { inLanguage } from '../model/language-map.ts';
import type { DocumentFacts, FacetValue, IndexedDocument, SearchIndex } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { Dictionary } from './dictionary.ts';
import type { FacetName } from './search.ts';

/** Facets whose values stand in the document's own facts; those of collections are looked up by where it is. */
type OwnFacet = Exclude<FacetName, 'collection' | 'repository'>;

export type Holding = {
  id: string;
  first: number;
  last: number;
  recordUnits: number;
  home: number;
  ownRepository: number | undefined;
  own: Readonly<Record<OwnFacet, readonly number[]>>;
  from: string | undefined;
  to: string | undefined;
  title: string;
};

type Collection = { path: readonly number[]; repository: number | undefined };

const BATCH = 5000;
const NOWHERE: Collection = { path: [], repository: undefined };
/** A document of a longer time is of no year in particular. */
const MOST_YEARS = 20;

/**
 * The documents that can be found, in the order of their units: what results are narrowed, counted and ordered by
 * is in memory, so that none of it asks the store about each of ten thousand.
 */
export class Holdings {
  readonly dictionaries: Readonly<Record<FacetName, Dictionary>>;
  #documents: (Holding | undefined)[] = [];
  #numbers = new Map<string, number>();
  #seen = 0;
  #gone = 0;
  #activity = -1;
  #collections = new Map<number, Collection>();
  readonly #index: SearchIndex;
  readonly #store: Store;

  constructor(index: SearchIndex, store: Store) {
    this.#index = index;
    this.#store = store;
    const empty = () => new Dictionary();
    this.dictionaries = {
      ...{ collection: empty(), repository: empty(), kind: empty(), year: empty(), language: empty() },
      ...{ creator: empty(), person: empty(), place: empty(), scan: empty(), translation: empty() },
      status: empty(),
    };
  }

  /** In the order of their units; undefined for one that is gone. */
  get documents(): readonly (Holding | undefined)[] {
    return this.#documents;
  }

  get count(): number {
    return this.#documents.length - this.#gone;
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** Takes in what was committed since the last time. */
  async refresh(): Promise<void> {
    if ((await this.#index.lastUnit()) > this.#seen) {
      for (;;) {
        const changed = await this.#index.documentsAfter(this.#seen, BATCH);
        changed.forEach((document) => this.#take(document));
        if (changed.length < BATCH) break;
      }
      this.#compact();
    }
    const activity = await this.#store.lastActivity();
    if (activity === this.#activity) return;
    this.#activity = activity;
    await this.#readCollections();
  }

  /** Numbers of the facet's values that the document has. */
  valuesOf(holding: Holding, facet: FacetName): readonly number[] {
    if (facet === 'collection') return this.#collectionOf(holding).path;
    if (facet !== 'repository') return holding.own[facet];
    const repository = holding.ownRepository ?? this.#collectionOf(holding).repository;
    return repository === undefined ? [] : [repository];
  }

  #collectionOf({ home }: Holding): Collection {
    return this.#collections.get(home) ?? NOWHERE;
  }

  #take({ document, first, last, about }: IndexedDocument): void {
    const before = this.#numbers.get(document);
    if (before !== undefined) {
      this.#documents[before] = undefined;
      this.#numbers.delete(document);
      this.#gone += 1;
    }
    this.#seen = Math.max(this.#seen, first);
    if (about === undefined) return;
    const number = this.#documents.push(this.#holding(document, first, last, about)) - 1;
    this.#numbers.set(document, number);
  }

  #holding(id: string, first: number, last: number, facts: DocumentFacts): Holding {
    const { dictionaries } = this;
    const one = (facet: FacetName, value: string | undefined) =>
      value === undefined ? [] : [dictionaries[facet].add(value)];
    const named = (facet: FacetName, values: readonly FacetValue[]) =>
      values.map(({ value, label }) => dictionaries[facet].add(value, label));
    const { repository } = facts;
    return {
      ...{ id, first, last, recordUnits: facts.recordUnits, title: facts.title },
      ...{ from: facts.from, to: facts.to },
      home: dictionaries.collection.add(facts.collection),
      ownRepository: repository && dictionaries.repository.add(repository.value, repository.label),
      own: {
        kind: one('kind', facts.kind),
        year: yearsOf(facts).map((year) => dictionaries.year.add(year)),
        language: facts.languages.map((language) => dictionaries.language.add(language)),
        creator: named('creator', facts.creators),
        person: named('person', facts.people),
        place: named('place', facts.places),
        scan: one('scan', facts.hasScan ? 'yes' : 'no'),
        translation: one('translation', facts.hasTranslation ? 'yes' : 'no'),
        status: facts.statuses.map((status) => dictionaries.status.add(status)),
      },
    };
  }

  async #readCollections(): Promise<void> {
    const homes = new Set(this.#documents.flatMap((document) => document?.home ?? []));
    const { collection, repository } = this.dictionaries;
    const read = new Map<number, Collection>();
    for (const home of homes) {
      const path = await this.#store.path(collection.values[home] ?? '');
      const around = path.findLast(({ record }) => record.repository ?? record.reference?.repository);
      const name = around?.record.repository ?? around?.record.reference?.repository;
      const value = name === undefined ? undefined : inLanguage(name, 'en').values[0];
      read.set(home, {
        path: path.slice(1).map(({ id, record }) => collection.add(id, record.title)),
        repository: value === undefined ? undefined : repository.add(value, name),
      });
    }
    this.#collections = read;
  }

  /** Holes are skipped one by one, so there should not be many. */
  #compact(): void {
    if (this.#gone < 1000 || this.#gone * 4 < this.#documents.length) return;
    this.#documents = this.#documents.filter((document) => document !== undefined);
    this.#numbers = new Map(this.#documents.flatMap((document, at) => (document ? [[document.id, at]] : [])));
    this.#gone = 0;
  }
}

function yearsOf({ from, to }: DocumentFacts): string[] {
  if (from === undefined || to === undefined) return [];
  const [first, last] = [Number(from.slice(0, -6)), Number(to.slice(0, -6))];
  if (last - first >= MOST_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
