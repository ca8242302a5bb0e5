import type { InternationalString, MetadataItem } from '@iiif/presentation-3';
import type { CollectionRecord } from '../../model/collection.ts';
import type { Agent, DocumentRecord, Reference, RequiredStatement } from '../../model/document.ts';
import type { LanguageMap } from '../../model/language-map.ts';
import type { TextRecord } from '../../model/text.ts';
import {
  FIELD,
  TEXT_ORIGIN,
  TEXT_ROLE,
  TEXT_STATUS,
  agentRoleLabel,
  dateRoleLabel,
  inBoth,
  international,
  kindValue,
  languageName,
  levelLabel,
  type Words,
} from './language-labels.ts';
import { dateWords } from '../../language/date-words.ts';
import { contributorNames, inReadingOrder, textLabel } from './text-label.ts';

/**
 * What a document's record says, as labelled values in the order that a finding aid has them (Presentation
 * API 3.0 §3.1). Every value is given, each under its own language.
 */
export function documentMetadata(record: DocumentRecord, texts: readonly TextRecord[]): MetadataItem[] {
  return [
    ...(record.kind === undefined ? [] : [item(inBoth(FIELD.kind), kindValue(record.kind))]),
    ...record.dates.map((date) => item(dateRoleLabel(date.role), international(dateWords(date)))),
    ...agents(record.creators, FIELD.creator),
    ...agents(record.recipients, FIELD.recipient),
    ...agents(record.contributors, FIELD.contributor),
    ...agents(record.people, FIELD.person),
    ...agents(record.places, FIELD.place),
    ...values(FIELD.subject, record.subjects),
    ...(record.languages.length === 0
      ? []
      : [both(FIELD.language, (language) => record.languages.map((tag) => languageName(tag, language)))]),
    ...referenceItems(record.reference),
    ...record.identifiers.map(({ scheme, value }) =>
      item({ none: [scheme === '' ? FIELD.identifier.en : scheme.toUpperCase()] }, { none: [value] }),
    ),
    ...values(FIELD.classification, record.classification === undefined ? [] : [record.classification]),
    ...(texts.length === 0 ? [] : [item(inBoth(FIELD.texts), merged(inReadingOrder(texts).map(textLabel)))]),
    ...values(FIELD.donor, record.donors),
  ];
}

export function collectionMetadata(record: CollectionRecord): MetadataItem[] {
  const { level, repository, reference } = record;
  const own = reference?.repository === undefined && repository !== undefined ? [repository] : [];
  return [
    ...(level === undefined ? [] : [item(inBoth(FIELD.level), levelLabel(level))]),
    ...values(FIELD.repository, own),
    ...referenceItems(reference),
  ];
}

/** A part is of no level itself, but of the same reference. */
export function partMetadata({ level: _, ...record }: CollectionRecord): MetadataItem[] {
  return collectionMetadata(record);
}

/** How many there are, where they are not all in the list. */
export function countMetadata(count: number): MetadataItem {
  return both(FIELD.documents, (language) => [count.toLocaleString(language)]);
}

export function textMetadata(text: TextRecord): MetadataItem[] {
  return [
    item(inBoth(FIELD.role), inBoth(TEXT_ROLE[text.role])),
    both(FIELD.language, (language) => [languageName(text.language, language)]),
    ...(text.contributors.length === 0
      ? []
      : [both(FIELD.contributor, (language) => contributorNames(text, language))]),
    item(inBoth(FIELD.origin), inBoth(TEXT_ORIGIN[text.origin])),
    item(inBoth(FIELD.status), inBoth(TEXT_STATUS[text.status])),
  ];
}

export function requiredStatementItem({ label, value }: RequiredStatement): MetadataItem {
  return item(international(label), international(value));
}

/**
 * A record's words are plain text. Viewers take a value that begins with `<` and ends with `>` for HTML
 * (§4.5), so that such a one is sent as HTML that shows those very characters.
 */
export function literal(value: InternationalString): InternationalString {
  return Object.fromEntries(
    Object.entries(value).map(([tag, texts]) => [tag, (texts ?? []).map(literalText)]),
  );
}

function literalText(text: string): string {
  if (!/^\s*<[^]*>\s*$/.test(text)) return text;
  const escaped = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<span>${escaped}</span>`;
}

function item(label: InternationalString, value: InternationalString): MetadataItem {
  return { label, value: literal(value) };
}

function both(field: Words, write: (language: keyof Words) => string[]): MetadataItem {
  return item(inBoth(field), { en: write('en'), ru: write('ru') });
}

/** The repository, then the levels in the archive's own order. */
function referenceItems(reference: Reference | undefined): MetadataItem[] {
  if (reference === undefined) return [];
  return [
    ...values(FIELD.repository, reference.repository === undefined ? [] : [reference.repository]),
    ...reference.levels.map(({ name, value }) => item(levelLabel(name), { none: [value] })),
  ];
}

/** Agents of the same role under one label. */
function agents(list: readonly Agent[], field: Words): MetadataItem[] {
  const roles = [...new Set(list.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const names = list.filter((agent) => agent.role === role).map(({ name }) => name);
    return grouped(names).map((value) => item(agentRoleLabel(role, field), value));
  });
}

function values(field: Words, maps: readonly LanguageMap[]): MetadataItem[] {
  return grouped(maps).map((value) => item(inBoth(field), value));
}

/**
 * A viewer shows the values of one language only. Were a name in English and Russian and another in no
 * language one value, readers would miss one of them: only maps of the same languages become one.
 */
function grouped(maps: readonly LanguageMap[]): InternationalString[] {
  const byLanguages = new Map<string, InternationalString[]>();
  for (const map of maps) {
    const key = Object.keys(map).toSorted().join(' ');
    const group = byLanguages.get(key) ?? [];
    byLanguages.set(key, [...group, international(map)]);
  }
  return [...byLanguages.values()].map(merged);
}

function merged(maps: readonly InternationalString[]): InternationalString {
  const tags = Object.keys(maps[0] ?? {});
  return Object.fromEntries(tags.map((tag) => [tag, maps.flatMap((map) => map[tag] ?? [])]));
}
