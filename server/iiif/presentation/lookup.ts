import { Failure } from '../../model/failure.ts';
import { isIdentifier } from '../../model/identifier.ts';
import type { Segment } from '../../model/text.ts';
import type {
  DocumentSummary,
  Store,
  StoredCollection,
  StoredDocument,
  StoredText,
} from '../../store/store.ts';

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
