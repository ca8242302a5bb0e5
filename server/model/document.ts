import type { LanguageMap } from './language-map.ts';

/** What `document.yaml` says of a document, apart from its pages and texts. Lists are empty, not absent. */
export type DocumentRecord = {
  title: LanguageMap;
  kind?: string;
  dates: readonly DocumentDate[];
  summary?: LanguageMap;
  /** BCP 47 tags of what is written on the paper. */
  languages: readonly string[];
  creators: readonly Agent[];
  recipients: readonly Agent[];
  contributors: readonly Agent[];
  people: readonly Agent[];
  places: readonly Agent[];
  subjects: readonly LanguageMap[];
  reference?: Reference;
  identifiers: readonly Identifier[];
  /** A URI of Creative Commons or RightsStatements.org. */
  rights?: string;
  requiredStatement?: RequiredStatement;
  donors: readonly LanguageMap[];
  classification?: LanguageMap;
  related: readonly Relation[];
  access: 'open';
  formerly: readonly string[];
  contents: readonly ContentsEntry[];
};

export type DocumentDate = {
  /** sent, received, written ... */
  role?: string;
  /** Extended Date/Time Format, level 0 or 1: `1950-10-07`, `1950-10`, `1950~`. */
  edtf: string;
  /** As the record wants it read; else made from `edtf`. */
  shown?: LanguageMap;
  calendar: string;
};

/** A person, an organisation or a place, as named in a record; `id` is that of an authority file. */
export type Agent = { name: LanguageMap; id?: string; role?: string };

/** A call number: the repository, then the levels in the archive's own order and words. */
export type Reference = {
  repository?: LanguageMap;
  levels: readonly { name: string; value: string }[];
};

export type Identifier = { scheme: string; value: string };

export type RequiredStatement = { label: LanguageMap; value: LanguageMap };

export type Relation = { document: string; role?: string };

/** A heading of the table of contents; runs from its page to the next heading's. */
export type ContentsEntry = { label: LanguageMap; page: string; children: readonly ContentsEntry[] };

/** `TsAMO RF, fond 5, opis 918795, delo 121`: the levels in source order, nothing left out or moved. */
export function formatReference(reference: Reference, repository: string | undefined): string {
  const levels = reference.levels.map(({ name, value }) => `${name} ${value}`);
  return [...(repository === undefined ? [] : [repository]), ...levels].join(', ');
}
