import type { PageImage } from '../../model/page.ts';
import type { DocumentSummary, Store } from '../../store/store.ts';
import { imageAmong } from './first-image.ts';

/** A list of documents that would be longer is published in parts. */
export const MOST_DOCUMENTS = 1000;

/**
 * The documents of a collection whose ids begin with the key. Ids are permanent, and so is what a part holds:
 * a document that is added changes the place of no other, though a part that grows too long gets parts itself.
 */
export type Part = { key: string; image?: PageImage };

/** What is listed under a beginning of ids. */
export type Division = { parts: Part[]; documents: DocumentSummary[] };

type Documents = Pick<Store, 'documentsBeginning' | 'idSpan' | 'countBeginning'>;

/** Of ids: see `isIdentifier`. */
const CHARACTERS = Array.from('-0123456789abcdefghijklmnopqrstuvwxyz');
const LONGEST_KEY = 128;

/** Whether ids can begin so. */
export function isPartKey(text: string): boolean {
  return text.length <= LONGEST_KEY && /^[a-z0-9][a-z0-9-]*$/.test(text);
}

/**
 * The documents whose ids begin with the key; if they are too many, parts by the first character in which they
 * differ, and the document, if there is one, whose id has no such character.
 * @param key empty for the whole collection.
 * @param most documents that are listed.
 */
export async function divide(
  store: Documents,
  collection: string,
  key: string,
  most = MOST_DOCUMENTS,
): Promise<Division> {
  const stem = await stemOf(store, collection, key, most);
  if (stem === undefined) return { parts: [], documents: await readAll(store, collection, key) };
  const parts: Part[] = [];
  for (const character of CHARACTERS) {
    const part = stem + character;
    const read = (after: string) => store.documentsBeginning(collection, part, { after, limit: 1 });
    const { found, image } = await imageAmong(read, ({ id }) => id, '');
    if (found) parts.push({ key: part, ...(image === undefined ? {} : { image }) });
  }
  const [first] = await store.documentsBeginning(collection, stem, { limit: 1 });
  return { parts, documents: first?.id === stem ? [first] : [] };
}

/**
 * The key of the part in which a part is listed; empty if that is the collection itself. Parts that nobody lists
 * at present have one too: those that are too fine by now, or not fine enough.
 */
export async function keyAbove(
  store: Documents,
  collection: string,
  key: string,
  most = MOST_DOCUMENTS,
): Promise<string> {
  for (let above = ''; ;) {
    const stem = await stemOf(store, collection, above, most);
    if (stem === undefined || key.length <= stem.length + 1) return above;
    above = key.slice(0, stem.length + 1);
  }
}

/** What all ids that begin with the key have in common; undefined if they are few enough for a list. */
async function stemOf(
  store: Documents,
  collection: string,
  key: string,
  most: number,
): Promise<string | undefined> {
  if ((await store.countBeginning(collection, key, most + 1)) <= most) return undefined;
  const span = await store.idSpan(collection, key);
  return span === undefined ? undefined : commonBeginning(span.first, span.last);
}

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/** Read in portions, so that other requests get their turn while a long list is read. */
const PORTION = 250;

/** In the order of the archive. */
async function readAll(store: Documents, collection: string, key: string): Promise<DocumentSummary[]> {
  const all: DocumentSummary[] = [];
  for (;;) {
    const after = all.at(-1)?.id ?? '';
    const portion = await store.documentsBeginning(collection, key, { after, limit: PORTION });
    all.push(...portion);
    if (portion.length < PORTION) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return all.toSorted((a, b) => a.position - b.position);
}
