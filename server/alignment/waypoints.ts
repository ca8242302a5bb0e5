import type { AnchorCounts, AnchoredTexts } from './anchor-weights.ts';
import type { Waypoint } from './band.ts';
import { longestChain } from './chain.ts';

/**
 * Points that the path passes for certain enough, to lay a band around: sentences that share several anchors which stand
 * nowhere else, the longest chain of them.
 */
export function waypointsIn({ source, target }: AnchoredTexts): Waypoint[] {
  const [left, right] = [onlyPlaces(source), onlyPlaces(target)];
  const shared = new Map<number, number>();
  for (const [anchor, at] of left) {
    const other = right.get(anchor);
    if (at === undefined || other === undefined) continue;
    const pair = at * target.length + other;
    shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const points = [...shared]
    .filter(([, count]) => count >= SEVERAL)
    .map(([pair]) => ({ source: Math.floor(pair / target.length), target: pair % target.length }));
  return longestChain(points).filter(({ source: row, target: column }) => row > 0 && column > 0);
}

/** One may be an accident: a misprint, a number. */
const SEVERAL = 2;

/** Where each anchor stands; undefined where it stands in several sentences. */
function onlyPlaces(sentences: readonly AnchorCounts[]): Map<number, number | undefined> {
  const places = new Map<number, number | undefined>();
  for (const [index, counts] of sentences.entries()) {
    for (const anchor of counts.keys()) places.set(anchor, places.has(anchor) ? undefined : index);
  }
  return places;
}
