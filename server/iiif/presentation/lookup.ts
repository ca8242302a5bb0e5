import { Failure } from '../../model/failure.ts';
import { isIdentifier } from '../../model/identifier.ts';
import type { Page } from '../../model/page.ts';
import type { Segment } from '../../model/text.ts';
import type {
  DocumentSummary,
  Store,
  StoredCollection,
  StoredDocument,
  StoredText,
} from '../../store/store.ts';

type DocumentSource = Pick<Store, 'document' | 'currentDocumentId'>;

/**
 * The document that an id of a URL names, by its present or a former id.
 * @throws Failure `document-not-found`, `document-gone`.
 */
export async function findDocument(store: DocumentSource, id: string): Promise<StoredDocument> {
  const document = isIdentifier(id) ? await documentOrHeir(store, id) : undefined;
  if (document === undefined) {
    throw new Failure('document-not-found', { message: 'There is no such document', received: id });
  }
  if (document.state === 'gone') {
    throw new Failure('document-gone', {
      message: 'This document is no longer in the archive',
      received: id,
    });
  }
  return document;
}

/** @throws Failure `page-not-found`, `page-gone`. */
export function findPage(document: StoredDocument, id = ''): Page {
  const page = document.pages.find((candidate) => candidate.id === id);
  if (page !== undefined) return page;
  if (document.retiredPages.includes(id)) {
    throw new Failure('page-gone', { message: 'This page is no longer in its document', received: id });
  }
  throw new Failure('page-not-found', { message: 'The document has no such page', received: id });
}

/** @throws Failure `text-not-found`. */
export function findText(document: StoredDocument, id = ''): StoredText {
  const text = document.texts.find((candidate) => candidate.id === id);
  if (text !== undefined) return text;
  throw new Failure('text-not-found', { message: 'The document has no such text', received: id });
}

/**
 * The segments that these ones render, by id. One that is no longer there is left out.
 * @param page where most of them are likely to stand: those are read at once, the others one by one.
 */
export async function readRendered(
  store: Store,
  document: StoredDocument,
  text: StoredText,
  segments: readonly Segment[],
  page: string | undefined,
): Promise<Map<string, Segment>> {
  const source = document.texts.find(({ id }) => id === text.translationOf);
  const wanted = new Set(segments.flatMap(({ renders }) => renders));
  if (source === undefined || wanted.size === 0) return new Map();
  const near =
    wanted.size > 1 && page !== undefined ? await store.segmentsOn(document.id, source.id, page) : [];
  const found = new Map(near.map((segment) => [segment.id, segment]));
  for (const id of wanted) {
    if (found.has(id)) continue;
    const segment = await store.segment(document.id, source.id, id);
    if (segment !== undefined) found.set(id, segment);
  }
  return found;
}

/** `path`: from the root down to the collection itself. */
export type FoundCollection = {
  stored: StoredCollection;
  path: StoredCollection[];
  members: { collections: StoredCollection[]; documents: DocumentSummary[] };
};

/** @throws Failure `collection-not-found`. */
export async function readCollection(store: Store, id: string): Promise<FoundCollection> {
  const stored = isIdentifier(id) ? await store.collection(id) : undefined;
  if (stored === undefined) {
    throw new Failure('collection-not-found', { message: 'There is no such collection', received: id });
  }
  const [path, collections, documents] = await Promise.all([
    store.path(id),
    store.collectionsIn(id),
    readDocuments(store, id),
  ]);
  return { stored, path, members: { collections, documents } };
}

async function documentOrHeir(store: DocumentSource, id: string): Promise<StoredDocument | undefined> {
  const document = await store.document(id);
  if (document?.state === 'present') return document;
  const heir = await store.currentDocumentId(id);
  return heir === undefined ? document : store.document(heir);
}

/** Read in portions, so that other requests get their turn while a large collection is listed. */
const PORTION = 500;

async function readDocuments(store: Store, collection: string): Promise<DocumentSummary[]> {
  const all: DocumentSummary[] = [];
  for (;;) {
    const after = all.at(-1)?.position;
    const portion = await store.documentsIn(collection, {
      ...(after === undefined ? {} : { after }),
      limit: PORTION,
    });
    all.push(...portion);
    if (portion.length < PORTION) return all;
  }
}
