import type { DocumentRecord } from '../model/document.ts';
import type { LanguageMap } from '../model/language-map.ts';

export type RecordField =
  | 'title'
  | 'summary'
  | 'kind'
  | 'creators'
  | 'recipients'
  | 'contributors'
  | 'people'
  | 'places'
  | 'subjects'
  | 'reference'
  | 'identifiers'
  | 'classification';

/** A value of the record in one language. */
export type RecordLine = { field: RecordField; value: string };

/** What of a record can be found by its words, by language (`none` where it is not said), the title first. */
export function recordLines(record: DocumentRecord): ReadonlyMap<string, readonly RecordLine[]> {
  const lines = new Map<string, RecordLine[]>();
  const add = (field: RecordField, map: LanguageMap | undefined) => {
    for (const [language, values] of Object.entries(map ?? {})) {
      const of = lines.get(language) ?? [];
      lines.set(language, [...of, ...values.map((value) => ({ field, value }))]);
    }
  };
  add('title', record.title);
  add('summary', record.summary);
  if (record.kind !== undefined) add('kind', { none: [record.kind] });
  for (const field of ['creators', 'recipients', 'contributors', 'people', 'places'] as const) {
    for (const { name } of record[field]) add(field, name);
  }
  for (const subject of record.subjects) add('subjects', subject);
  add('reference', record.reference?.repository);
  for (const { name, value } of record.reference?.levels ?? [])
    add('reference', { none: [`${name} ${value}`] });
  for (const { value } of record.identifiers) add('identifiers', { none: [value] });
  add('classification', record.classification);
  return lines;
}
