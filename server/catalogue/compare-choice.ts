import { comparable } from '../model/comparable-texts.ts';
import { Failure } from '../model/failure.ts';
import type { Segment } from '../model/text.ts';
import type { Store, StoredDocument, StoredText } from '../store/store.ts';
import { compareTranslations, mostDifferentFirst, withDifferences, type ComparedRow } from './comparison.ts';

export type CompareOrder = 'reading' | 'difference';

/** What an address asks for; texts by their ids, pages from 1. */
export type CompareWish = {
  left: string | undefined;
  right: string | undefined;
  order: CompareOrder;
  page: number;
};

/** Two translations of one original beside each other, or why there are none. */
export type Comparison = {
  original: StoredText;
  left: StoredText;
  right: StoredText;
  /** All that have the same original, the two among them. */
  choices: readonly StoredText[];
  order: CompareOrder;
  /** Those of this page. */
  rows: readonly ComparedRow[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
  /** Segments of the original, by id. */
  words: ReadonlyMap<string, Segment>;
};

const ROWS_AT_ONCE = 200;

/**
 * Without a wish the first two translations of one original.
 * @throws Failure `text-not-found` where a text that is asked for is none of these, or is of another original.
 */
export async function openComparison(
  store: Store,
  document: StoredDocument,
  wish: CompareWish,
): Promise<Comparison | undefined> {
  const all = comparable(document.texts);
  const find = (id: string | undefined) => {
    if (id === undefined) return undefined;
    const found = all.find((text) => text.id === id);
    if (found === undefined) {
      throw new Failure('text-not-found', {
        message: 'This is no translation that could be compared with another',
        expected: all.map((text) => text.id).join(', '),
        received: id,
      });
    }
    return found;
  };
  const [wishedLeft, wishedRight] = [find(wish.left), find(wish.right)];
  const home = (wishedLeft ?? wishedRight ?? all[0])?.translationOf;
  const choices = all.filter(({ translationOf }) => translationOf === home);
  const left = wishedLeft ?? choices.find((text) => text !== wishedRight);
  const right = wishedRight ?? choices.find((text) => text !== left);
  const original = document.texts.find(({ id }) => id === home);
  if (left === undefined || right === undefined || original === undefined) return undefined;
  if (left.translationOf !== right.translationOf) {
    throw new Failure('text-not-found', {
      message: 'These two texts translate different originals',
      received: `${left.id}, ${right.id}`,
    });
  }
  const [source, one, other] = await Promise.all(
    [original, left, right].map(({ id }) => store.segments(document.id, id)),
  );
  const rows = compareTranslations({
    original: source ?? [],
    left: one ?? [],
    right: other ?? [],
  });
  const language = left.language === right.language ? left.language : undefined;
  // Words are counted where they are needed: of a long text in its own order those of one page.
  const ordered = wish.order === 'difference' ? mostDifferentFirst(withDifferences(rows, language)) : rows;
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_AT_ONCE));
  const page = Math.min(wish.page, pages);
  return {
    ...{ original, left, right, choices, order: wish.order, page, pages },
    total: rows.length,
    rows: withDifferences(ordered.slice((page - 1) * ROWS_AT_ONCE, page * ROWS_AT_ONCE), language),
    words: new Map((source ?? []).map((segment) => [segment.id, segment])),
  };
}
