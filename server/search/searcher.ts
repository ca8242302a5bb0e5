import { allForms } from '../model/authority.ts';
import type { SearchIndex } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { Holdings } from './holdings.ts';
import { Names } from './name-book.ts';
import type { KnownName } from './plan.ts';
import { searchDocuments, type Knowledge } from './search-documents.ts';
import { searchHits } from './search-hits.ts';
import { searchTerms } from './search-terms.ts';
import { countYears } from './count-years.ts';
import type {
  DocumentsAnswer,
  DocumentsRequest,
  HitsAnswer,
  HitsRequest,
  Search,
  TermsAnswer,
  TermsRequest,
  YearsAnswer,
} from './search.ts';

/** Searches in the thread that calls it. */
export class Searcher implements Search {
  readonly #store: Store;
  readonly #index: SearchIndex;
  readonly #holdings: Holdings;
  #names = new Names([]);
  #languages: readonly string[] = [];
  #unit = -1;
  #authorities = -1;

  constructor(store: Store, index: SearchIndex) {
    this.#store = store;
    this.#index = index;
    this.#holdings = new Holdings(index, store);
  }

  async documents(request: DocumentsRequest): Promise<DocumentsAnswer> {
    return searchDocuments(request, await this.#knowledge());
  }

  async hits(request: HitsRequest): Promise<HitsAnswer> {
    return searchHits(request, await this.#knowledge());
  }

  async terms(request: TermsRequest): Promise<TermsAnswer> {
    return searchTerms(request, await this.#knowledge());
  }

  async years(): Promise<YearsAnswer> {
    return countYears((await this.#knowledge()).holdings);
  }

  async close(): Promise<void> {
    await this.#index.close();
    await this.#store.close();
  }

  /** As of now: others may have written since the last question. */
  async #knowledge(): Promise<Knowledge> {
    await this.#holdings.refresh();
    const unit = await this.#index.lastUnit();
    if (unit !== this.#unit) {
      this.#unit = unit;
      this.#languages = await this.#index.languages();
    }
    const authorities = await this.#store.authorityChanges();
    if (authorities !== this.#authorities) {
      this.#names = new Names(await this.#knownNames());
      this.#authorities = authorities;
    }
    return {
      store: this.#store,
      index: this.#index,
      holdings: this.#holdings,
      names: this.#names,
      languages: this.#languages,
    };
  }

  async #knownNames(): Promise<KnownName[]> {
    const [people, places] = await Promise.all([
      this.#store.authorities('person'),
      this.#store.authorities('place'),
    ]);
    return [...people, ...places].map((authority) => ({
      kind: authority.kind,
      id: authority.id,
      name: authority.name,
      forms: [...new Set(allForms(authority).map(({ form }) => form))],
    }));
  }
}
