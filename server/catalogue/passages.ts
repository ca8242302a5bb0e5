import type { Page } from '../model/page.ts';
import type { Segment } from '../model/text.ts';
import { pairSegments, type Relation, type Row } from './rows.ts';

/** The segments of one text that a reader is shown, in reading order, each once. */
export type Extract = {
  /** By the leaf that they begin on. */
  leaves: ReadonlyMap<string, readonly Segment[]>;
  unplaced: readonly Segment[];
};

/** A segment, and the leaf that the text turns to with it. */
export type Piece = { segment: Segment; begins?: Page };

export type Passage =
  /** `begins`: the leaf whose first words these are; a leaf may also begin within a row. */
  | { kind: 'row'; begins: Page | undefined; left: readonly Piece[]; right: readonly Piece[] }
  /** A leaf without a word in either text. */
  | { kind: 'silent'; page: Page }
  /** What follows stands on no leaf that is known. */
  | { kind: 'unplaced' };

export type Joining = 'linked' | 'placed' | 'by-leaf' | 'whole' | 'single';

/**
 * Sets one text, or two beside each other, as rows with marks where leaves begin. Two texts that nothing
 * joins stand leaf by leaf, or as wholes where one of them names no leaves.
 */
export function setPassages(
  leaves: readonly Page[],
  left: Extract,
  right: Extract | undefined,
  relation: Relation,
): { joining: Joining; passages: readonly Passage[] } {
  if (right === undefined) {
    return finish('single', leaves, left, EMPTY, byLeaf(leaves, left, EMPTY));
  }
  const pairing = pairSegments(inOrder(leaves, left), inOrder(leaves, right), relation);
  if (pairing.kind !== 'unpaired') {
    return finish(pairing.kind, leaves, left, right, pairing.rows);
  }
  const whole = isWhole(left) || isWhole(right);
  const rows = whole
    ? [{ left: inOrder(leaves, left), right: inOrder(leaves, right) }]
    : byLeaf(leaves, left, right);
  return finish(whole ? 'whole' : 'by-leaf', leaves, left, right, rows);
}

const EMPTY: Extract = { leaves: new Map(), unplaced: [] };

function inOrder(leaves: readonly Page[], { leaves: byPage, unplaced }: Extract): Segment[] {
  return [...leaves.flatMap(({ id }) => byPage.get(id) ?? []), ...unplaced];
}

function isWhole({ leaves, unplaced }: Extract): boolean {
  return leaves.size === 0 && unplaced.length > 0;
}

function byLeaf(leaves: readonly Page[], left: Extract, right: Extract): Row[] {
  const rows = leaves.map(({ id }) => ({
    left: left.leaves.get(id) ?? [],
    right: right.leaves.get(id) ?? [],
  }));
  return [...rows, { left: left.unplaced, right: right.unplaced }].filter(
    (row) => row.left.length > 0 || row.right.length > 0,
  );
}

/** Marks where leaves begin, and says which leaves have no words and what stands on no leaf. */
function finish(
  joining: Joining,
  leaves: readonly Page[],
  left: Extract,
  right: Extract,
  rows: readonly Row[],
): { joining: Joining; passages: readonly Passage[] } {
  const leftPages = pagesOf(leaves, left);
  const rightPages = pagesOf(leaves, right);
  // Beside a text that says where leaves begin the other need not, unless they run on by themselves.
  const said = joining === 'whole' ? [] : leftPages.values();
  const pieces = [pieceMaker(leftPages, []), pieceMaker(rightPages, said)] as const;
  const begun = new Set<Page>();
  const anyPlaced = leftPages.size > 0 || rightPages.size > 0;
  // Of texts that name no leaves nobody can say which leaf is without words.
  const silent = anyPlaced ? leaves.filter(({ id }) => !left.leaves.has(id) && !right.leaves.has(id)) : [];
  const passages: Passage[] = [];
  let unplacedSaid = false;
  for (const row of rows) {
    const [leading] = row.left.length > 0 ? row.left : row.right;
    const pages = [
      ...row.left.map(({ id }) => leftPages.get(id)),
      ...row.right.map(({ id }) => rightPages.get(id)),
    ].filter((page) => page !== undefined);
    const first = pages[0];
    passages.push(...takeBefore(silent, first, leaves));
    if (first === undefined && anyPlaced && !unplacedSaid) {
      passages.push({ kind: 'unplaced' });
      unplacedSaid = true;
    }
    const leadingPage = (row.left.length > 0 ? leftPages : rightPages).get(leading?.id ?? '');
    const begins = leadingPage !== undefined && !begun.has(leadingPage) ? leadingPage : undefined;
    for (const page of pages) begun.add(page);
    passages.push({ kind: 'row', begins, left: row.left.map(pieces[0]), right: row.right.map(pieces[1]) });
  }
  passages.push(...takeBefore(silent, undefined, leaves));
  return { joining, passages };
}

function pagesOf(leaves: readonly Page[], extract: Extract): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const page of leaves) {
    for (const { id } of extract.leaves.get(page.id) ?? []) pages.set(id, page);
  }
  return pages;
}

function pieceMaker(pages: ReadonlyMap<string, Page>, said: Iterable<Page>): (segment: Segment) => Piece {
  const begun = new Set(said);
  return (segment) => {
    const page = pages.get(segment.id);
    if (page === undefined || begun.has(page)) return { segment };
    begun.add(page);
    return { segment, begins: page };
  };
}

/** Takes the silent leaves that come before this one out of the list; all of them where none is named. */
function takeBefore(silent: Page[], page: Page | undefined, leaves: readonly Page[]): Passage[] {
  const limit = page === undefined ? leaves.length : leaves.indexOf(page);
  const first = silent.findIndex((candidate) => leaves.indexOf(candidate) > limit);
  return silent
    .splice(0, first === -1 ? silent.length : first)
    .map((leaf) => ({ kind: 'silent', page: leaf }));
}
