/** What a reader asks for, as a tree. */
export type Query =
  | ({ kind: 'term' } & AskedTerm)
  | { kind: 'field'; field: Field; value: string }
  | { kind: 'and' | 'or'; parts: readonly Query[] }
  | { kind: 'not'; part: Query };

/**
 * One thing to be found: a word, the beginning of one, or a phrase. `exact`: in this spelling alone. Words that
 * follow each other without quotation marks are parts of an `and`, each of its own.
 */
export type AskedTerm = { text: string; prefix: boolean; exact: boolean; phrase: boolean };

export const FIELDS = [
  'title',
  'kind',
  'language',
  'in',
  'person',
  'place',
  'creator',
  'collection',
  'repository',
  'status',
  'year',
  'has',
  'document',
] as const;
/** `in`: the role of the text that words are looked for in; `has`: scan or translation. */
export type Field = (typeof FIELDS)[number];
