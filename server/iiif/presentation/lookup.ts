import { Failure } from '../../model/failure.ts';
import type { PageImage } from '../../model/page.ts';
import type { Segment } from '../../model/text.ts';
import type { Store, StoredCollection, StoredDocument, StoredText } from '../../store/store.ts';
import { findCollection } from '../find-collection.ts';
import { firstImageOf } from './first-image.ts';
import { divide, isPartKey, keyAbove, type Division } from './part.ts';

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

/** A collection among the members of another, with the scan that stands for it. */
export type CollectionWithin = StoredCollection & { image?: PageImage };

/** What a collection lists: its documents, or parts of them where they are too many. */
export type Members = Division & { collections: CollectionWithin[] };

/** `above`: the key of the part that lists this one, empty if the collection does. `count`: its documents. */
export type PartPlace = { key: string; above: string; count: number };

/** `path`: from the root down to the collection itself. `seen`: other collections that were looked at. */
export type FoundCollection = {
  stored: StoredCollection;
  path: StoredCollection[];
  part?: PartPlace;
  members: Members;
  seen: string[];
};

/** @throws Failure `collection-not-found`. */
export async function readCollection(store: Store, id: string): Promise<FoundCollection> {
  const { stored, path } = await findCollection(store, id);
  const [within, division] = await Promise.all([store.collectionsIn(id), divide(store, id, '')]);
  const collections: CollectionWithin[] = [];
  const seen: string[] = [];
  for (const one of within) {
    const first = await firstImageOf(store, one.id);
    collections.push({ ...one, ...(first.image === undefined ? {} : { image: first.image }) });
    seen.push(...first.seen);
  }
  return { stored, path, members: { collections, ...division }, seen };
}

/**
 * A part of a collection: the documents whose ids begin with the key, whether or not it is listed at present.
 * @throws Failure `collection-not-found`, `collection-gone`.
 */
export async function readPart(store: Store, id: string, key: string): Promise<FoundCollection> {
  const { stored, path } = await findCollection(store, id);
  const count = isPartKey(key) ? await store.countBeginning(id, key) : 0;
  if (count === 0) {
    if (isPartKey(key) && (await store.hadBeginning(id, key))) {
      throw new Failure('collection-gone', {
        message: 'The documents of this part are no longer in the archive',
        received: key,
      });
    }
    throw new Failure('collection-not-found', {
      message: 'The collection has no documents whose ids begin so',
      received: key,
    });
  }
  const [division, above] = await Promise.all([divide(store, id, key), keyAbove(store, id, key)]);
  return { stored, path, part: { key, above, count }, members: { collections: [], ...division }, seen: [] };
}
