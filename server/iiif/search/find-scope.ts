import type { PublicUrls, SearchScope } from '../../http/public-urls.ts';
import { findDocument } from '../../store/lookup.ts';
import type { Store } from '../../store/store.ts';
import { findCollection } from '../find-collection.ts';
import { collectionScope } from '../search-services.ts';

/** Paths of what is searched, below `/iiif/search/{version}`. */
export const SCOPE_PATHS = ['', '/documents/:document', '/collections/:collection'] as const;

/**
 * What a path of `SCOPE_PATHS` names; under a former id of a document, the document's own scope.
 * @throws Failure `document-not-found`, `document-gone`, `collection-not-found`
 */
export async function findScope(
  store: Pick<Store, 'document' | 'currentDocumentId' | 'path'>,
  { document, collection }: { document?: string; collection?: string },
): Promise<SearchScope> {
  if (document !== undefined) return { kind: 'document', id: (await findDocument(store, document)).id };
  if (collection === undefined) return { kind: 'archive' };
  const { stored } = await findCollection(store, collection);
  return collectionScope(stored.id);
}

/** Where the same is asked of a document that has another id now. Of the request its query counts, never its host. */
export function movedTo(
  scope: SearchScope,
  { version, autocomplete, query }: { version: 1 | 2; autocomplete: boolean; query: string },
  urls: PublicUrls,
): string {
  return `${autocomplete ? urls.autocomplete(version, scope) : urls.search(version, scope)}${query}`;
}
