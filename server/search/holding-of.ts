import { findDocument } from '../store/lookup.ts';
import type { Store } from '../store/store.ts';
import type { Holding, Holdings } from './holdings.ts';

/**
 * The document that an id names, by its present or a former one; undefined if it was committed only now.
 * @throws Failure `document-not-found`, `document-gone`.
 */
export async function holdingOf(
  id: string,
  store: Pick<Store, 'document' | 'currentDocumentId'>,
  holdings: Holdings,
): Promise<Holding | undefined> {
  const number = holdings.numberOf(id) ?? holdings.numberOf((await findDocument(store, id)).id);
  return number === undefined ? undefined : holdings.documents[number];
}
