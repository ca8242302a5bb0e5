import type { LanguageMap } from '../model/language-map.ts';

/**
 * The words of all documents, and in which of its units each stands. A unit is a text on a page, so that phrases go
 * over line ends; what the record says, in one language, is a unit too. A document's units have ascending numbers
 * without a gap, and one that is put again gets new ones, higher than all before: who has seen all up to a number
 * asks for what came after.
 */
export interface SearchIndex {
  /** The numbers of the units that hold any of the phrases, ascending; of those in `within`, if it is given. */
  matching(phrases: readonly IndexPhrase[], within?: UnitSpan): Promise<Uint32Array>;
  /** What was put or taken away after this unit, in the order of their units. */
  documentsAfter(unit: number, limit: number): Promise<IndexedDocument[]>;
  /** The number of the last unit that was given. */
  lastUnit(): Promise<number>;
  unit(number: number): Promise<IndexedUnit | undefined>;
  units(within: UnitSpan): Promise<IndexedUnit[]>;
  /** Words that begin so, those in most documents first. */
  terms(prefix: string, limit: number): Promise<IndexedTerm[]>;
  /** The languages (primary subtags) of the texts that there are. */
  languages(): Promise<string[]>;
  close(): Promise<void>;
}

/** Consecutive tokens in one of the four ways in which a text is indexed; the last may be the beginning of one. */
export type IndexPhrase = {
  /**
   * `word`: as written, folded. `stem`: `{stem}_{language}`. `title`: as `word`, of titles alone. `also`: by itself,
   * what stands somewhere in the unit: keys of names, words without their hyphens, `{language}_language`.
   */
  column: 'word' | 'stem' | 'title' | 'also';
  tokens: readonly string[];
  prefix?: boolean;
};

/** From the first to the last, both included. */
export type UnitSpan = { first: number; last: number };

/** `about` is absent for one that is gone. */
export type IndexedDocument = UnitSpan & { document: string; about?: DocumentFacts };

/** What results are narrowed, counted and ordered by. */
export type DocumentFacts = {
  collection: string;
  repository?: FacetValue;
  languages: readonly string[];
  /** First and last day, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  creators: readonly FacetValue[];
  people: readonly FacetValue[];
  places: readonly FacetValue[];
  kind?: string;
  hasScan: boolean;
  hasTranslation: boolean;
  statuses: readonly string[];
  /** Folded, for ordering. */
  title: string;
  /** How many of its units, from the first, are its record. */
  recordUnits: number;
};

/** `value` is an authority's id, or the name itself. */
export type FacetValue = { value: string; label: LanguageMap };

export type IndexedUnit = {
  number: number;
  document: string;
  /** Absent for what the record says. */
  text?: string;
  /** Absent for what stands on no page. */
  page?: string;
  language: string;
  /** Its tokens as in the column `word`. */
  words: readonly string[];
  positions: UnitPositions;
};

/** Where the tokens stand in the unit's text, which is its segments' values with a line feed between each two. */
export type UnitPositions = {
  /** UTF-16 offsets at which the segments begin. */
  segments: readonly number[];
  starts: readonly number[];
  ends: readonly number[];
};

/** A word as it stands in some text, and in how many documents it does. */
export type IndexedTerm = { term: string; shown: string; documents: number };
