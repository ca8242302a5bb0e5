/** How much wider than another a column can be. */
const LEAST = 0.25;
const MOST = 4;

/** As many columns anyone would look at. */
const MOST_COLUMNS = 12;

/** How wide each column is, by its position, as a part of the usual width. */
export type Weights = readonly number[];

export function readWeights(kept: unknown): Weights {
  if (!Array.isArray(kept)) return [];
  return kept
    .slice(0, MOST_COLUMNS)
    .map((weight: unknown) => (typeof weight === 'number' && weight >= LEAST && weight <= MOST ? weight : 1));
}

/** For `grid-template-columns`. */
export function templateOf(count: number, weights: Weights): string {
  return Array.from({ length: count }, (_, column) => `minmax(0, ${weightOf(weights, column)}fr)`).join(' ');
}

/**
 * Columns stand in blocks: how wide each block is among the blocks, and each column within it.
 * @param counts of the columns of each block, in their order.
 */
export function blockWidths(
  counts: readonly number[],
  weights: Weights,
): readonly { block: string; columns: string }[] {
  return counts.map((count, block) => {
    const first = counts.slice(0, block).reduce((sum, before) => sum + before, 0);
    const own = Array.from({ length: count }, (_, index) => weightOf(weights, first + index));
    const width = own.reduce((sum, weight) => sum + weight, 0);
    return { block: `minmax(0, ${width}fr)`, columns: templateOf(count, own) };
  });
}

/** Of two columns that stand next to each other, the part of their width that the first has: 0 to 1. */
export function partOf(weights: Weights, column: number): number {
  const [one, other] = [weightOf(weights, column), weightOf(weights, column + 1)];
  return one / (one + other);
}

/** The divider behind a column moved, so that it has this part of its and the next one's width. */
export function withPart(weights: Weights, column: number, part: number): Weights {
  const both = weightOf(weights, column) + weightOf(weights, column + 1);
  const one = Math.min(Math.max(both * part, LEAST), both - LEAST);
  const length = Math.max(weights.length, column + 2);
  return Array.from({ length }, (_, index) =>
    index === column ? one : index === column + 1 ? both - one : weightOf(weights, index),
  );
}

function weightOf(weights: Weights, column: number): number {
  return weights[column] ?? 1;
}
