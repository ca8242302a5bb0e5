import type { DocumentRecord } from '../model/document.ts';
import type { LanguageMap } from '../model/language-map.ts';
import type { Page } from '../model/page.ts';
import type { Place, TextRecord, TextRole } from '../model/text.ts';
import type { RecordField } from '../store/record-lines.ts';
import type { QueryNote } from './parse-query.ts';

/**
 * Searching in all that is published. Answers are of what was committed when the question was put.
 * Each throws Failure `search-too-long` or `search-too-complex` for what nobody should ask, and `busy` where too
 * many ask at once.
 */
export interface Search {
  /** Documents, the best first, with passages of each: the page for people. */
  documents(request: DocumentsRequest): Promise<DocumentsAnswer>;
  /** Every hit with its place, in the order of documents and pages: Content Search. */
  hits(request: HitsRequest): Promise<HitsAnswer>;
  /** Words that complete a beginning: autocomplete. */
  terms(request: TermsRequest): Promise<TermsAnswer>;
  /** How many documents there are of every year. */
  years(): Promise<YearsAnswer>;
  close(): Promise<void>;
}

export const FACETS = [
  'collection',
  'repository',
  'kind',
  'year',
  'language',
  'creator',
  'person',
  'place',
  'scan',
  'translation',
  'status',
] as const;
export type FacetName = (typeof FACETS)[number];

export const SORTS = ['relevance', 'oldest', 'newest', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export type DocumentsRequest = {
  /** As typed; empty: everything, narrowed by the rest. */
  q: string;
  /** Only in the spelling that was typed: no inflected forms, no other spellings of names. */
  exact: boolean;
  /** Several values of one facet widen each other, several facets narrow. */
  filters: readonly { facet: FacetName; value: string }[];
  /** First and last day, `YYYY-MM-DD`, of dates that count. */
  from?: string;
  to?: string;
  sort: Sort;
  /** From 1. */
  page: number;
  /** Documents a page. */
  size: number;
};

export type DocumentsAnswer = {
  /** Documents. */
  total: number;
  results: readonly DocumentResult[];
  /** In the order of `FACETS`; those without a value are left out. */
  facets: readonly Facet[];
  /** What was looked for beside what was typed. */
  names: readonly WidenedName[];
  notes: readonly SearchNote[];
};

export type SearchNote =
  | QueryNote
  /** Nothing was found as it was typed, so spellings that sound alike were looked for. */
  | { kind: 'spelling-widened' }
  | { kind: 'prefix-too-short'; text: string };

export type Facet = {
  facet: FacetName;
  /** Most documents first; for years in their order. Those that are chosen are always among them. */
  values: readonly FacetCount[];
  /** How many more values there are. */
  more: number;
};
export type FacetCount = { value: string; label?: LanguageMap; count: number; chosen: boolean };

/** A person or a place of the authority files whose forms were looked for together. */
export type WidenedName = {
  kind: 'person' | 'place';
  id: string;
  name: LanguageMap;
  /** The part of the query that named it. */
  typed: string;
  /** Its forms that stand in some text or record, each with the number of documents. */
  forms: readonly { form: string; documents: number }[];
};

export type DocumentResult = {
  document: string;
  record: DocumentRecord;
  /** Ids from the root to the document's own collection. */
  collection: string;
  texts: readonly TextRecord[];
  pageCount: number;
  /** The first page with a scan. */
  firstImage?: Page;
  /** Of the record: what of it was hit. */
  recordHits: readonly { field: RecordField; language: string; snippet: readonly SnippetPart[] }[];
  /** The best first; a few. */
  passages: readonly Passage[];
  /** Texts on pages that have hits, and how many of them there are in all. */
  placesCount: number;
};

/** Words around a hit. */
export type SnippetPart = { text: string; hit?: HitKind };

/**
 * Why something is a hit: it is the very word; an inflected form; a form in an authority file; a spelling that sounds
 * like the name.
 */
export type HitKind = 'word' | 'inflected' | 'authority' | 'spelling';

export type Passage = {
  text: string;
  role: TextRole;
  language: string;
  page?: Page;
  /** The segment in which the first hit begins: what a link to the reading room names. */
  segment: string;
  snippet: readonly SnippetPart[];
  /** Forms in which the hits of the snippet are written, without repetition. */
  forms: readonly { form: string; kind: HitKind }[];
  /** The places of the hits that the snippet shows, on `page`. */
  places: readonly Place[];
  /** The same in the other language, where the texts are linked or stand at the same place. */
  counterpart?: Counterpart;
};

/** Its words with what is a hit of the same question in them. */
export type Counterpart = {
  text: string;
  role: TextRole;
  language: string;
  segment: string;
  value: string;
  snippet: readonly SnippetPart[];
};

export type Scope =
  { kind: 'archive' } | { kind: 'collection'; id: string } | { kind: 'document'; id: string };

export type HitsRequest = {
  q: string;
  exact: boolean;
  scope: Scope;
  /** Only in texts of this language (primary subtag). */
  language?: string;
  role?: TextRole;
  /** From 1; a page holds the hits of some texts on pages. */
  page: number;
};

export type HitsAnswer = {
  hits: readonly Hit[];
  hasMore: boolean;
  /** The number of the last page there is. */
  lastPage: number;
  /** The number of the first hit among all, from 0, and all of them: where they are few enough to be counted. */
  startIndex?: number;
  total?: number;
  notes: readonly SearchNote[];
};

export type Hit = {
  document: string;
  title: LanguageMap;
  text: string;
  role: TextRole;
  language: string;
  kind: HitKind;
  before: string;
  match: string;
  after: string;
  /** One for each segment that it stands in: two for a phrase over two lines. */
  parts: readonly HitPart[];
};

export type HitPart = {
  segment: string;
  /** UTF-16 offsets in the segment's value. */
  start: number;
  end: number;
  /** The same in characters. */
  characters: { start: number; end: number };
  /** The segment's value; of one that is very long only what stands around the hit. */
  value: string;
  /** Where just these words stand; absent for what stands on no page. */
  place?: Place;
  page?: Page;
  /** Which of the segment's places that is, from 1: a segment on two pages is found on either. */
  placeNumber?: number;
};

/** A document of several years is counted in each; one of more than twenty is of no year in particular. */
export type YearsAnswer = {
  /** In their order, those without documents left out. */
  years: readonly { year: string; documents: number }[];
  /** Documents with dates that are of no year in particular. */
  longer: number;
  /** Documents without a date. */
  undated: number;
};

export type TermsRequest = { q: string; scope: Scope; limit: number };
export type TermsAnswer = { terms: readonly { term: string; documents?: number }[] };
