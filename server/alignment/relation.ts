import type { AnchorCounts, AnchoredTexts } from './anchor-weights.ts';
import type { Bead } from './bead.ts';
import { LEAST_WEIGHT, type GroupEvidence } from './group-evidence.ts';

/**
 * Whether one text renders another: what could be shared is found beside each other, or it is not, or there is too little
 * of it to tell.
 */
export type Relation = 'rendering' | 'unrelated' | 'unknown';

/**
 * Compares what the beads share with all that both texts have somewhere. Two texts of one subject have much in common;
 * only in a translation does most of it stand in the right order. By a hand-made alignment of German and French, cut to
 * pieces of ten to a hundred beads: 0.43 and more; put beside other pieces of the same book: 0.15 at most.
 */
export function relationOf(
  { source, target, weights }: AnchoredTexts,
  beads: readonly Bead[],
  evidence: GroupEvidence,
): Relation {
  const possible = Math.min(sumOf(source, weights), sumOf(target, weights));
  if (possible < LEAST) return 'unknown';
  const shared = beads.reduce((sum, bead) => sum + evidence(bead.source, bead.target), 0);
  return shared / possible < LEAST_SHARE ? 'unrelated' : 'rendering';
}

/** Logarithms, as weights are: what some three rare words weigh. */
const LEAST = 15;

const LEAST_SHARE = 0.3;

function sumOf(sentences: readonly AnchorCounts[], weights: Float64Array): number {
  let sum = 0;
  for (const sentence of sentences) {
    for (const [anchor, count] of sentence) {
      const weight = weights[anchor] ?? 0;
      if (weight >= LEAST_WEIGHT) sum += count * weight;
    }
  }
  return sum;
}
