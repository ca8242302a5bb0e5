import { bandOf, type Band, type Waypoint } from './band.ts';
import type { BeadShape } from './bead.ts';
import type { BeadScore } from './lattice.ts';

/** What a person knows of an alignment before it is made. */
export type Limits = {
  /** Every path leads through these, which are in order: what comes before one is not joined to what comes after. */
  through: readonly Waypoint[];
  /** A sentence of the source and one of the target that no bead joins, by index. */
  apart: readonly { source: number; target: number }[];
};

/** The band without the cells that lie on the wrong side of a point that every path leads through. */
export function limitedBand(band: Band, limits: Limits | undefined): Band {
  if (limits === undefined || limits.through.length === 0) return band;
  const [low, high] = [band.low.slice(), band.high.slice()];
  for (const { source, target } of limits.through) {
    low[source] = Math.min(low[source] ?? 0, target);
    high[source] = Math.max(high[source] ?? 0, target);
    for (let row = 0; row < low.length; row += 1) {
      if (row > source) low[row] = Math.max(low[row] ?? 0, target);
      if (row < source) high[row] = Math.min(high[row] ?? 0, target);
    }
  }
  return bandOf(low, high);
}

/** The same score, but none for beads that lead past such a point or join what belongs apart. */
export function limitedScore(
  score: BeadScore,
  shapes: readonly BeadShape[],
  limits: Limits | undefined,
): BeadScore {
  if (limits === undefined || limits.through.length + limits.apart.length === 0) return score;
  const through = new Map(limits.through.map(({ source, target }) => [source, target]));
  const apart = new Map<number, number[]>();
  for (const { source, target } of limits.apart) apart.set(source, [...(apart.get(source) ?? []), target]);
  return (row, column, index) => {
    const shape = shapes[index];
    if (shape === undefined) return -Infinity;
    const [from, begin] = [row - shape.source, column - shape.target];
    for (let at = from; at <= row; at += 1) {
      const point = through.get(at);
      if (point === undefined) continue;
      const before = row <= at && column <= point;
      const after = from >= at && begin >= point;
      if (!before && !after) return -Infinity;
    }
    for (let at = from; at < row; at += 1) {
      if (apart.get(at)?.some((other) => other >= begin && other < column) === true) return -Infinity;
    }
    return score(row, column, index);
  };
}
