import { joinAdjacent } from './adjacent-rows.ts';
import { segmentsOf, type Block, type Row } from './rows.ts';
import type { Segment } from './text.ts';

/**
 * Blocks whose rows are paragraphs: those that follow each other and belong together in every column that knows
 * its paragraphs. Undefined where no column does, or where that changes nothing.
 */
export function paragraphBlocks(blocks: readonly Block[]): readonly Block[] | undefined {
  const joined = blocks.map((block) => ({ ...block, rows: joinAdjacent(block.rows, belongTogether) }));
  return joined.every(({ rows }, index) => rows.length === blocks[index]?.rows.length) ? undefined : joined;
}

function belongTogether(one: Row, other: Row): boolean {
  if (!knowsBlocks(one) || !knowsBlocks(other)) return false;
  const told = one.cells.flatMap((cell, column) => {
    const [before, after] = [cell.at(-1)?.block, other.cells[column]?.[0]?.block];
    return before === undefined || after === undefined ? [] : [before === after];
  });
  return told.length > 0 && told.every((same) => same);
}

function knowsBlocks(row: Row): boolean {
  return segmentsOf(row).some(({ block }: Segment) => block !== undefined);
}
