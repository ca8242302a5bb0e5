import type { Waypoint } from './band.ts';

/** The most of these points that grow in both texts together (Fredman 1975), in order. */
export function longestChain(points: readonly Waypoint[]): Waypoint[] {
  const sorted = points.toSorted((a, b) => a.source - b.source || b.target - a.target);
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, point] of sorted.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[ends[middle] ?? 0]?.target ?? 0) < point.target) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const chain: Waypoint[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const point = sorted[index];
    if (point !== undefined) chain.push(point);
  }
  return chain.reverse();
}
