import type { AnchoredTexts } from './anchor-weights.ts';
import { cellAt, type Band } from './band.ts';

/** What the anchors of single sentences say, for each pair in a band: cell (i, j) is of sentences i - 1 and j - 1. */
export type PairEvidence = {
  /** Weights of shared anchors, less what two sentences of their kind share by chance. */
  value: Float32Array;
  /** How many anchors they share. */
  shared: Float32Array;
  /** What two sentences of their kind share by chance. */
  expected: (row: number, column: number) => number;
};

/** Anchors that say less are passed over: they are many, and what they say is mostly chance. */
const LEAST_WEIGHT = 2;

/** Of all pairs in the band: anchors are looked up, not compared, so that time goes with what is shared. */
export function pairEvidence({ source, target, weights }: AnchoredTexts, band: Band): PairEvidence {
  const value = new Float32Array(band.size);
  const shared = new Float32Array(band.size);
  const having = sentencesByAnchor(target, weights);
  for (const [index, counts] of source.entries()) {
    for (const [anchor, count] of counts) {
      for (const other of having.get(anchor) ?? []) {
        const cell = cellAt(band, index + 1, other + 1);
        if (cell < 0) continue;
        const both = Math.min(count, target[other]?.get(anchor) ?? 0);
        value[cell] = (value[cell] ?? 0) + both * (weights[anchor] ?? 0);
        shared[cell] = (shared[cell] ?? 0) + both;
      }
    }
  }
  const expected = expectedIn(band, value);
  for (let row = 1; row < band.low.length; row += 1) {
    const first = band.low[row] ?? 0;
    for (let column = Math.max(1, first); column <= (band.high[row] ?? -1); column += 1) {
      const cell = cellAt(band, row, column);
      value[cell] = (value[cell] ?? 0) - expected(row, column);
    }
  }
  return { value, shared, expected };
}

function sentencesByAnchor(target: AnchoredTexts['target'], weights: Float64Array): Map<number, number[]> {
  const having = new Map<number, number[]>();
  for (const [index, counts] of target.entries()) {
    for (const anchor of counts.keys()) {
      if ((weights[anchor] ?? 0) <= LEAST_WEIGHT) continue;
      const known = having.get(anchor);
      if (known === undefined) having.set(anchor, [index]);
      else known.push(index);
    }
  }
  return having;
}

/** As in a table of which only the sums of rows and columns are known: row mean times column mean over the mean of all. */
function expectedIn(band: Band, value: Float32Array): (row: number, column: number) => number {
  const rows = means(band.low.length);
  const columns = means((band.high[band.low.length - 1] ?? 0) + 1);
  const all = means(1);
  let cell = 0;
  for (let row = 0; row < band.low.length; row += 1) {
    for (let column = band.low[row] ?? 0; column <= (band.high[row] ?? -1); column += 1, cell += 1) {
      if (row === 0 || column === 0) continue;
      rows.add(row, value[cell] ?? 0);
      columns.add(column, value[cell] ?? 0);
      all.add(0, value[cell] ?? 0);
    }
  }
  const mean = all.of(0);
  return (row, column) => (mean > 0 ? (rows.of(row) * columns.of(column)) / mean : 0);
}

function means(size: number) {
  const [sums, counts] = [new Float64Array(size), new Float64Array(size)];
  return {
    add: (at: number, value: number) => {
      sums[at] = (sums[at] ?? 0) + value;
      counts[at] = (counts[at] ?? 0) + 1;
    },
    of: (at: number) => (sums[at] ?? 0) / Math.max(1, counts[at] ?? 0),
  };
}
