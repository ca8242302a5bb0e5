import { hasType, idOf, isRecord, recordsOf, stringsOf, type JsonRecord } from './json.ts';
import { webAddress } from './uri.ts';

/** Where the words of a manifest are searched, by which version of Content Search. */
export type SearchService = {
  version: 1 | 2;
  address: string;
  /** Where beginnings of words are completed; undefined where nothing does that. */
  autocomplete: string | undefined;
};

/**
 * The Content Search service that a manifest names: 2.0 §3 by its type; else 1.0 §3.1 by its profile, which 0.9 has
 * too, or by the type that Presentation 3 gives it. Of several of one version the first.
 */
export function searchServiceOf(manifest: unknown): SearchService | undefined {
  if (!isRecord(manifest)) return undefined;
  // Presentation 3 §4.6: what `service` only refers to, `services` describes.
  const all = [...recordsOf(manifest.service), ...recordsOf(manifest.services)];
  for (const version of [2, 1] as const) {
    const named = all.flatMap((service) => (isSearch(service, version) ? readService(service, version) : []));
    const [first] = named;
    if (first === undefined) continue;
    return named.find(({ address, autocomplete }) => address === first.address && autocomplete) ?? first;
  }
  return undefined;
}

/** The service with what the reader looks for; the service's own parameters are kept. */
export function questionTo(address: string, q: string): string {
  const url = new URL(address);
  url.searchParams.set('q', q);
  return url.href;
}

function readService(service: JsonRecord, version: 1 | 2): SearchService[] {
  const address = webAddress(idOf(service) ?? '');
  if (address === undefined) return [];
  const inner = recordsOf(service.service).find((one) => isAutocomplete(one, version));
  return [{ version, address, autocomplete: webAddress(idOf(inner) ?? '') }];
}

function isSearch(service: JsonRecord, version: 1 | 2): boolean {
  if (version === 2) return hasType(service, 'SearchService2');
  return hasType(service, 'SearchService1') || hasProfile(service, /\/api\/search\/[01]\/search\b/);
}

function isAutocomplete(service: JsonRecord, version: 1 | 2): boolean {
  if (version === 2) return hasType(service, 'AutoCompleteService2');
  return (
    hasType(service, 'AutoCompleteService1') || hasProfile(service, /\/api\/search\/[01]\/autocomplete\b/)
  );
}

function hasProfile({ profile }: JsonRecord, pattern: RegExp): boolean {
  return stringsOf(profile).some((one) => pattern.test(one));
}
