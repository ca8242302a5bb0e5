import { fold } from '../language/fold.ts';
import { primarySubtag } from '../language/stem.ts';
import type { Agent } from '../model/document.ts';
import { edtfBounds } from '../model/edtf.ts';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import type { DocumentFacts, FacetValue } from './search-index.ts';
import type { StoredDocument } from './store.ts';

/** What a document is narrowed, counted and ordered by among results. */
export function documentFacts(
  { collection, record, pages, texts }: StoredDocument,
  recordUnits: number,
): DocumentFacts {
  const repository = record.reference?.repository;
  return {
    collection,
    ...(repository === undefined ? {} : { repository: named(repository) }),
    languages: unique([...record.languages, ...texts.map(({ language }) => language)].map(primarySubtag)),
    ...periodOf(record.dates.map(({ edtf }) => edtf)),
    creators: agents(record.creators),
    people: agents([...record.creators, ...record.recipients, ...record.contributors, ...record.people]),
    places: agents(record.places),
    ...(record.kind === undefined ? {} : { kind: record.kind }),
    hasScan: pages.some(({ image }) => image !== undefined),
    hasTranslation: texts.some(({ role }) => role === 'translation'),
    statuses: unique(texts.map(({ status }) => status)),
    title: fold(inLanguage(record.title, 'en').values[0] ?? ''),
    recordUnits,
  };
}

/** From the first day that any of the dates may mean to the last. */
function periodOf(dates: readonly string[]): { from?: string; to?: string } {
  const bounds = dates.flatMap((edtf) => edtfBounds(edtf) ?? []);
  const from = bounds.flatMap((bound) => bound.from ?? []).sort()[0];
  const to = bounds
    .flatMap((bound) => bound.to ?? [])
    .sort()
    .at(-1);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function agents(all: readonly Agent[]): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const { id, name } of all) {
    const value = id === undefined ? named(name) : { value: id, label: name };
    if (!values.has(value.value)) values.set(value.value, value);
  }
  return [...values.values()];
}

function named(label: LanguageMap): FacetValue {
  return { value: inLanguage(label, 'en').values[0] ?? '', label };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
