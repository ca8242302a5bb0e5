import { idOf, isRecord, listOf, recordsOf, stringsOf, type JsonRecord } from './json.ts';
import { inLanguage, type Wording } from './language-map.ts';
import { webAddress } from './uri.ts';

/** Something that can be opened or saved in place of a resource, or beside it. */
export type Offered = {
  address: string;
  label: Wording | undefined;
  /** A media type; empty where unsaid. */
  format: string;
  /** Of what it says, BCP 47; empty where unsaid. */
  language: string;
};

/** What a resource offers besides being read. */
export type Offers = {
  /** For people first, then for programs. */
  downloads: readonly Offered[];
  /** Where citations of it are written out. */
  citations: string | undefined;
  /** A page on which translations of it are compared. */
  comparison: Offered | undefined;
};

export const NO_OFFERS: Offers = { downloads: [], citations: undefined, comparison: undefined };

/** A labelled value of a record. The value may be HTML: hostile until cleaned. */
export type Field = { label: Wording; value: Wording };

/** Profiles of ours are terms of the context that the server publishes. */
const PROFILES = '/iiif/context.json#';

/** More than these nobody reads in a list. */
const MOST = 100;

/**
 * Presentation 3 §3.3 `rendering` and `seeAlso`, 2.1 §3.4 the same: what has an address on the web, each address
 * once. What is said to be of a profile of ours is no download.
 */
export function offersOf(resource: JsonRecord, language: string): Offers {
  const named = [...listOf(resource.rendering), ...listOf(resource.seeAlso)]
    .map((link) => (typeof link === 'string' ? { id: link } : link))
    .filter(isRecord);
  const known = new Set<string>();
  const all = named.slice(0, MOST).flatMap((link) => {
    const address = webAddress(idOf(link) ?? '');
    if (address === undefined || known.has(address)) return [];
    known.add(address);
    return [{ profile: profileOf(link), offered: offered(link, address, language) }];
  });
  const own = (name: string) => all.find(({ profile }) => profile === name)?.offered;
  return {
    downloads: all.flatMap((entry) => (entry.profile === undefined ? [entry.offered] : [])),
    citations: own('citations')?.address,
    comparison: own('comparison'),
  };
}

function offered(link: JsonRecord, address: string, language: string): Offered {
  return {
    address,
    label: inLanguage(link.label, language),
    format: stringsOf(link.format)[0] ?? '',
    language: stringsOf(link.language)[0] ?? '',
  };
}

function profileOf({ profile }: JsonRecord): 'citations' | 'comparison' | undefined {
  const [written = ''] = stringsOf(profile);
  return (['citations', 'comparison'] as const).find((name) => written.endsWith(`${PROFILES}${name}`));
}

/** Presentation 3 §3.1 `metadata`; what lacks a label or a value is left out. */
export function metadataOf(resource: JsonRecord, language: string): Field[] {
  return recordsOf(resource.metadata)
    .slice(0, MOST)
    .flatMap((item) => {
      const [label, value] = [inLanguage(item.label, language), inLanguage(item.value, language)];
      return label === undefined || value === undefined ? [] : [{ label, value }];
    });
}

/** What of a manifest's or a canvas's own members these are read from, each a list of records. */
export function mendedOffers(resource: JsonRecord, labelOf: (label: unknown) => unknown): JsonRecord {
  const links = (value: unknown) =>
    listOf(value)
      .map((link) => (typeof link === 'string' ? { id: link } : link))
      .filter(isRecord)
      .slice(0, MOST);
  const metadata = recordsOf(resource.metadata)
    .slice(0, MOST)
    .map((item) => ({ label: labelOf(item.label), value: labelOf(item.value) }));
  return {
    rendering: links(resource.rendering),
    seeAlso: links(resource.seeAlso),
    metadata,
  };
}
