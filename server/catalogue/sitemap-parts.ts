import type { PublicUrls } from '../http/public-urls.ts';
import type { AuthorityKind } from '../model/authority.ts';
import type { PublishedKind, Store } from '../store/store.ts';
import type { SitemapEntry } from './sitemap.ts';

/** A part begins after the last entry of the one before it, so that none is counted through to be found. */
const PUBLISHED = { documents: 'document', collections: 'collection' } as const satisfies Record<
  string,
  PublishedKind
>;
const AUTHORITIES = { people: 'person', places: 'place' } as const satisfies Record<string, AuthorityKind>;

type Archive = { store: Store; urls: PublicUrls };

/** Addresses of all parts. The first of documents and the pages of the site are there even where they are empty. */
export async function partAddresses({ store, urls }: Archive, size: number): Promise<string[]> {
  const addresses = [urls.sitemapPart('pages')];
  for (const [name, kind] of Object.entries(PUBLISHED)) {
    addresses.push(urls.sitemapPart(name));
    let last = await store.publishedBeyond(kind, { places: size });
    while (last !== undefined) {
      const [next] = await store.published(kind, { after: last, limit: 1 });
      if (next === undefined) break;
      addresses.push(urls.sitemapPart(name, last));
      last = await store.publishedBeyond(kind, { after: last, places: size });
    }
  }
  const counts = await store.authorityCounts();
  for (const [name, kind] of Object.entries(AUTHORITIES)) {
    // The positions of authorities are their numbers from 0.
    for (let first = 0; first < counts[kind]; first += size)
      addresses.push(urls.sitemapPart(name, first === 0 ? undefined : first - 1));
  }
  return addresses;
}

/** The archive's own pages, those that there is something on. */
export async function pageEntries({ store, urls }: Archive): Promise<SitemapEntry[]> {
  const [counts, hasDates, institution] = await Promise.all([
    store.authorityCounts(),
    store.hasDatedDocuments(),
    store.institution(),
  ]);
  const lists = Object.values(AUTHORITIES).filter((kind) => counts[kind] > 0);
  return [
    urls.home(),
    urls.about(),
    ...lists.map((kind) => urls.authorityList(kind)),
    ...(hasDates ? [urls.dates()] : []),
    ...(institution?.imprint?.kind === 'page' ? [urls.imprint()] : []),
  ].map((address) => ({ address }));
}

export async function publishedEntries(
  { store, urls }: Archive,
  name: keyof typeof PUBLISHED,
  options: { after?: string; limit: number },
): Promise<SitemapEntry[]> {
  const address = name === 'documents' ? urls.documentPage : urls.collectionPage;
  const published = await store.published(PUBLISHED[name], options);
  return published.map(({ id, updated }) => ({ address: address(id), lastmod: updated }));
}

export async function authorityEntries(
  { store, urls }: Archive,
  name: keyof typeof AUTHORITIES,
  options: { after?: number; limit: number },
): Promise<SitemapEntry[]> {
  const kind = AUTHORITIES[name];
  const summaries = await store.authoritySummaries(kind, options);
  return summaries.map(({ authority }) => ({ address: urls.authorityPage(kind, authority.id) }));
}
