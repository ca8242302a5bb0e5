import { Failure } from '../model/failure.ts';
import type { Page } from '../model/page.ts';
import type { Segment } from '../model/text.ts';
import type { Store, StoredDocument, StoredText } from '../store/store.ts';
import { setPassages, type Extract, type Joining, type Passage } from './passages.ts';
import { chooseTexts, relationOf, type TextChoice } from './text-choice.ts';

/** Some leaves of a document with the words on them, ready to be shown. */
export type Reading = TextChoice & {
  leaves: readonly Page[];
  joining: Joining;
  passages: readonly Passage[];
};

/** @throws Failure `text-not-found` where `wish` is no text of the document. */
export async function openReading(
  store: Store,
  document: StoredDocument,
  leaves: readonly Page[],
  wish: string | undefined,
): Promise<Reading> {
  const choice = chooseTexts(document.texts, wish);
  const extract = async (text: StoredText | undefined) =>
    text === undefined ? undefined : extractOf(store, document.id, text, leaves);
  const [left, right] = await Promise.all([extract(choice.original), extract(choice.beside)]);
  if (left === undefined) return { ...choice, leaves, joining: 'single', passages: [] };
  return { ...choice, leaves, ...setPassages(leaves, left, right, relationOf(choice)) };
}

/** A segment that runs over to further leaves is kept on the first of these only. */
async function extractOf(
  store: Store,
  document: string,
  text: StoredText,
  leaves: readonly Page[],
): Promise<Extract> {
  const written = new Set(text.pages);
  const pages = leaves.filter(({ id }) => written.has(id));
  const [unplaced, ...segments] = await Promise.all([
    text.unplacedCount > 0 ? store.unplacedSegments(document, text.id) : [],
    ...pages.map(({ id }) => store.segmentsOn(document, text.id, id)),
  ]);
  const seen = new Set<string>();
  const byPage = new Map<string, Segment[]>();
  pages.forEach(({ id }, index) => {
    const fresh = (segments[index] ?? []).filter((segment) => !seen.has(segment.id));
    for (const segment of fresh) seen.add(segment.id);
    byPage.set(id, fresh);
  });
  return { leaves: byPage, unplaced };
}

/** So many leaves stand on one page of the catalogue, so that a register of thousands opens as fast as a letter. */
const LEAVES_AT_ONCE = 50;

export type LeafRange = {
  leaves: readonly Page[];
  /** Where the neighbouring ranges begin. */
  earlier: string | undefined;
  later: string | undefined;
};

/** @throws Failure `page-not-found` or `page-gone` where `from` is no leaf of the document. */
export function leafRange(document: StoredDocument, from: string | undefined): LeafRange {
  const start = from === undefined ? 0 : leafIndex(document, from);
  return {
    leaves: document.pages.slice(start, start + LEAVES_AT_ONCE),
    earlier: start === 0 ? undefined : document.pages[Math.max(0, start - LEAVES_AT_ONCE)]?.id,
    later: document.pages[start + LEAVES_AT_ONCE]?.id,
  };
}

/** The leaf with which the range begins that a leaf is shown in; undefined for the first range, and for no leaf of it. */
export function rangeOf(document: StoredDocument, page: string): string | undefined {
  const index = document.pages.findIndex(({ id }) => id === page);
  return index < LEAVES_AT_ONCE ? undefined : document.pages[index - (index % LEAVES_AT_ONCE)]?.id;
}

/** @throws Failure `page-not-found` or `page-gone`. */
export function leafIndex(document: StoredDocument, page: string): number {
  const index = document.pages.findIndex(({ id }) => id === page);
  if (index >= 0) return index;
  if (document.retiredPages.includes(page)) {
    throw new Failure('page-gone', {
      message: 'This leaf is no longer part of the document',
      received: page,
    });
  }
  throw new Failure('page-not-found', { message: 'The document has no such leaf', received: page });
}
