import type { PageImage } from '../../model/page.ts';
import type { DocumentSummary, Store } from '../../store/store.ts';

/** So many documents are looked at, and so many collections: the first ones nearly always have a scan. */
const DOCUMENTS = 10;
const COLLECTIONS = 10;
/** So many collections of each. */
const EACH = 3;

/**
 * The scan that stands for a collection: of its first documents, else of those of the collections in it.
 * @returns `seen`: the collections that were looked at, on which the answer depends.
 */
export async function firstImageOf(
  store: Pick<Store, 'documentsIn' | 'collectionsIn'>,
  collection: string,
): Promise<{ image: PageImage | undefined; seen: string[] }> {
  const waiting = [collection];
  const seen: string[] = [];
  for (let next = waiting.shift(); next !== undefined && seen.length < COLLECTIONS; next = waiting.shift()) {
    const id = next;
    seen.push(id);
    const read = (after: number) => store.documentsIn(id, { after, limit: 1 });
    const { image } = await imageAmong(read, ({ position }) => position, -1);
    if (image !== undefined) return { image, seen };
    const within = await store.collectionsIn(id, { limit: EACH });
    waiting.unshift(...within.map((one) => one.id));
  }
  return { image: undefined, seen };
}

/**
 * The first scan of documents that are read one after the other.
 * @param start where to begin to read; `placeOf` tells from where to go on after a document.
 * @returns `found`: whether there is any document at all.
 */
export async function imageAmong<Place>(
  read: (after: Place) => Promise<DocumentSummary[]>,
  placeOf: (document: DocumentSummary) => Place,
  start: Place,
): Promise<{ found: boolean; image: PageImage | undefined }> {
  let after = start;
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const [document] = await read(after);
    if (document === undefined) return { found: count > 0, image: undefined };
    const image = document.firstImage?.image;
    if (image !== undefined) return { found: true, image };
    after = placeOf(document);
  }
  return { found: true, image: undefined };
}
