/**
 * The cells of the table of source by target that are looked at: of row i (i sentences of the source are done) the columns
 * from `low[i]` to `high[i]`, both included. Rows follow each other in one array, from `start[i]` on. A path leads from the
 * first cell to the last, rightwards and downwards.
 */
export type Band = {
  low: Int32Array;
  high: Int32Array;
  start: Float64Array;
  /** Cells in all. */
  size: number;
};

/** So many sentences of both are done. */
export type Waypoint = { source: number; target: number };

/** Tables of no more cells are looked at whole. */
const WHOLE = 1_000_000;

/** Sentences to both sides of the straight line between two waypoints, at least and at most. */
const [NARROW, WIDE] = [100, 500];

/**
 * A band around the lines that join the waypoints, as wide as they leave it uncertain: a quarter of the way from one to the next to
 * both sides. Of short texts the whole table.
 *
 * @param source number of sentences.
 * @param target the same.
 * @param waypoints in order, growing in both.
 */
export function bandAround(source: number, target: number, waypoints: readonly Waypoint[]): Band {
  const low = new Int32Array(source + 1).fill(target);
  const high = new Int32Array(source + 1);
  if ((source + 1) * (target + 1) <= WHOLE) {
    low.fill(0);
    high.fill(target);
  }
  let from: Waypoint = { source: 0, target: 0 };
  for (const to of [...waypoints, { source, target }]) {
    const [across, down] = [to.target - from.target, to.source - from.source];
    const width = Math.max(NARROW, Math.min(WIDE, Math.ceil(Math.max(across, down) / 4)));
    for (let row = from.source; row <= to.source; row += 1) {
      const middle = from.target + (down === 0 ? across : (across * (row - from.source)) / down);
      low[row] = Math.min(low[row] ?? 0, Math.max(0, Math.floor(middle - width)));
      high[row] = Math.max(high[row] ?? 0, Math.min(target, Math.ceil(middle + width)));
    }
    from = to;
  }
  low[0] = 0;
  high[source] = target;
  return bandOf(low, high);
}

/** A band of the first and last columns of rows, made so wide that paths can go through. */
export function bandOf(low: Int32Array, high: Int32Array): Band {
  for (let row = low.length - 2; row >= 0; row -= 1) low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0);
  for (let row = 1; row < high.length; row += 1) high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0);
  const start = new Float64Array(low.length);
  let size = 0;
  for (let row = 0; row < low.length; row += 1) {
    start[row] = size;
    size += (high[row] ?? 0) - (low[row] ?? 0) + 1;
  }
  return { low, high, start, size };
}

/** Where a cell is in the array of a band; -1 outside of it. */
export function cellAt({ low, high, start }: Band, row: number, column: number): number {
  const first = low[row];
  if (first === undefined || column < first || column > (high[row] ?? -1)) return -1;
  return (start[row] ?? 0) + column - first;
}
