import type { Authority, AuthorityKind } from '../model/authority.ts';
import { Failure } from '../model/failure.ts';
import type { Search } from '../search/search.ts';
import { isIdentifier } from '../model/identifier.ts';
import type { Store, StoredCollection, StoredDocument } from '../store/store.ts';
import type { Assets, Site } from './assets.ts';
import type { RelatedDocument } from './related-documents.tsx';
import type { PageServices } from './send-page.ts';

export type CatalogueServices = PageServices & { store: Store; search: Search; assets: Assets };

const KINDS = ['person', 'place'] as const;

/** The site with its name: that of the institution, else the archive's own, which is the root collection's title. */
export async function siteOf({ store, urls, assets }: CatalogueServices): Promise<Site> {
  const [institution, root, counts, hasDates] = await Promise.all([
    store.institution(),
    store.collection('top'),
    store.authorityCounts(),
    store.hasDatedDocuments(),
  ]);
  const authorities = KINDS.filter((kind) => counts[kind] > 0);
  const name = institution?.name ?? root?.record.title;
  return { urls, assets, authorities, hasDates, institution, ...(name === undefined ? {} : { name }) };
}

/** @throws Failure `collection-not-found`. */
export async function collectionOf(store: Store, id: string): Promise<StoredCollection> {
  const collection = await store.collection(id);
  if (collection === undefined) {
    throw new Failure('collection-not-found', {
      message: 'The archive has no such collection',
      received: id,
    });
  }
  return collection;
}

const UNKNOWN = {
  person: { code: 'person-not-found', message: 'The archive describes no such person' },
  place: { code: 'place-not-found', message: 'The archive describes no such place' },
} as const;

/** @throws Failure `person-not-found` or `place-not-found`. */
export async function authorityOf(store: Store, kind: AuthorityKind, id: string): Promise<Authority> {
  const authority = isIdentifier(id) ? await store.authority(kind, id) : undefined;
  if (authority !== undefined) return authority;
  const { code, message } = UNKNOWN[kind];
  throw new Failure(code, { message, received: id });
}

/**
 * The document, or the id that it has now.
 * @throws Failure `document-not-found` or `document-gone`.
 */
export async function documentOf(
  store: Store,
  id: string,
): Promise<{ document: StoredDocument } | { movedTo: string }> {
  const document = await store.document(id);
  if (document?.state === 'present') return { document };
  const movedTo = await store.currentDocumentId(id);
  if (movedTo !== undefined) return { movedTo };
  if (document?.state === 'gone') {
    throw new Failure('document-gone', {
      message: 'This document is no longer published here',
      received: id,
    });
  }
  throw new Failure('document-not-found', { message: 'The archive has no such document', received: id });
}

/**
 * The document by its present or a former id.
 * @throws Failure `document-not-found` or `document-gone`.
 */
export async function currentDocument(store: Store, id: string): Promise<StoredDocument> {
  const found = await documentOf(store, id);
  if ('document' in found) return found.document;
  const moved = await documentOf(store, found.movedTo);
  if ('document' in moved) return moved.document;
  throw new Failure('document-not-found', { message: 'The archive has no such document', received: id });
}

const RELATED_AT_MOST = 50;

/** The documents that the record names as related and that are published. */
export async function relatedTo(store: Store, { record }: StoredDocument): Promise<RelatedDocument[]> {
  const found = await Promise.all(
    record.related.slice(0, RELATED_AT_MOST).map(async ({ document, role }) => ({
      document: await store.document(document),
      role,
    })),
  );
  return found.flatMap(({ document, role }) => (document?.state === 'present' ? [{ document, role }] : []));
}
