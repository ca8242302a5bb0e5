import type { Row } from './rows.ts';

/** Rows of which those that follow each other are one wherever they belong together. */
export function joinAdjacent(
  rows: readonly Row[],
  belongTogether: (one: Row, next: Row) => boolean,
): readonly Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (before !== undefined && belongTogether(before, row))
      joined[joined.length - 1] = together(before, row);
    else joined.push(row);
  }
  return joined;
}

function together(one: Row, next: Row): Row {
  return { cells: one.cells.map((cell, column) => [...cell, ...(next.cells[column] ?? [])]) };
}
