import { Failure } from '../model/failure.ts';
import { isIdentifier } from '../model/identifier.ts';
import type { Store, StoredCollection } from '../store/store.ts';

/** The id of the collection that holds all others. */
export const ROOT = 'top';

/**
 * The collection that an id of a URL names, with its path at once: to read a collection is to count its documents,
 * which may be very many.
 * @throws Failure `collection-not-found`.
 */
export async function findCollection(
  store: Pick<Store, 'path'>,
  id: string,
): Promise<{ stored: StoredCollection; path: StoredCollection[] }> {
  const path = isIdentifier(id) ? await store.path(id) : [];
  const stored = path.at(-1);
  if (stored !== undefined) return { stored, path };
  throw new Failure('collection-not-found', { message: 'There is no such collection', received: id });
}
