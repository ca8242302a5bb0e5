import { hasType, idOf, isRecord, listOf, recordsOf, type JsonRecord } from './json.ts';
import { inLanguage, type Wording } from './language-map.ts';
import { webAddress } from './uri.ts';

/** Where a collection, or a document in one, is found, and what it is called; undefined where it is called nothing. */
export type Entry = { kind: 'collection' | 'document'; address: string; title: Wording | undefined };

/** A level of an archive: what it is called, what it is in, and what is in it. */
export type Collection = { title: Wording | undefined; above: Entry | undefined; entries: readonly Entry[] };

/** Where a mended manifest keeps what it is in: what the standard calls it, the scan pane would read in its own way. */
export const WITHIN = 'diptych:within';

/**
 * The first collection that a manifest says it is in; undefined where it names none. Presentation 3.0 §3.3 `partOf`, 2.1
 * §3.5 `within`, of which each may be a bare address and then be anything.
 */
export function collectionOf(manifest: unknown, language: string): Entry | undefined {
  if (!isRecord(manifest)) return undefined;
  const named = listOf(manifest[WITHIN] ?? manifest.partOf ?? manifest.within);
  const typed = named.find((parent) => isRecord(parent) && hasType(parent, 'Collection'));
  return entryOf(typed ?? named.find((parent) => typeof parent === 'string'), 'collection', language);
}

/** Undefined for what is no collection. Members without an address that could be opened are left out. */
export function readCollection(json: unknown, language: string): Collection | undefined {
  if (!isRecord(json) || !hasType(json, 'Collection')) return undefined;
  return {
    title: inLanguage(json.label, language),
    above: collectionOf(json, language),
    entries: membersOf(json).flatMap((member) => {
      const kind = hasType(member, 'Collection')
        ? 'collection'
        : hasType(member, 'Manifest')
          ? 'document'
          : undefined;
      return kind === undefined ? [] : (entryOf(member, kind, language) ?? []);
    }),
  };
}

/** Presentation 3.0 §5.1 `items`; 2.1 §5.8 `members`, or two lists of which each says what is in it. */
function membersOf(collection: JsonRecord): JsonRecord[] {
  if (collection.items !== undefined) return recordsOf(collection.items);
  const typed = (members: unknown, type: string) => recordsOf(members).map((member) => ({ ...member, type }));
  return [
    ...typed(collection.collections, 'Collection'),
    ...typed(collection.manifests, 'Manifest'),
    ...recordsOf(collection.members),
  ];
}

function entryOf(resource: unknown, kind: Entry['kind'], language: string): Entry | undefined {
  const address = webAddress(idOf(resource) ?? '');
  if (address === undefined) return undefined;
  return { kind, address, title: isRecord(resource) ? inLanguage(resource.label, language) : undefined };
}

/**
 * The entries in whose titles all words of a query occur, documents first; all of them where there are no words. Case,
 * accents and what stands between words do not count.
 */
export function entriesWith(query: string, { entries }: Collection): Entry[] {
  const wanted = foldedWords(query);
  const found = entries.filter((entry) => {
    if (wanted.length === 0) return true;
    const title = folded(entry.title?.values.join(' ') ?? entry.address);
    return wanted.every((word) => title.includes(word));
  });
  return [
    ...found.filter(({ kind }) => kind === 'document'),
    ...found.filter(({ kind }) => kind === 'collection'),
  ];
}

function foldedWords(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
