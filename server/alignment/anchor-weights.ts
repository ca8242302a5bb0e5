import { isNumber } from './anchors.ts';

/** The anchors of a sentence as numbers, with how often it has each. */
export type AnchorCounts = ReadonlyMap<number, number>;

/** Sentences of both texts with their anchors, and what each anchor says. */
export type AnchoredTexts = {
  source: readonly AnchorCounts[];
  target: readonly AnchorCounts[];
  /** By anchor; 0 for what one text alone has. */
  weights: Float64Array;
  /** Numbers, by anchor: a rendering that lacks one renders something else. */
  numbers: readonly boolean[];
};

/**
 * Weighs anchors: the logarithm of how much more often one stands in a sentence and its translation than in any two
 * sentences (inverse document frequency; Spärck Jones 1972).
 *
 * @param source the anchors of each sentence, each as often as it occurs.
 * @param target the same.
 */
export function weighAnchors(
  source: readonly (readonly string[])[],
  target: readonly (readonly string[])[],
): AnchoredTexts {
  const known = new Map<string, number>();
  const counted = (sentences: readonly (readonly string[])[]) =>
    sentences.map((anchors) => {
      const counts = new Map<number, number>();
      for (const anchor of anchors) {
        const number = known.get(anchor) ?? known.size;
        known.set(anchor, number);
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
      return counts;
    });
  const [left, right] = [counted(source), counted(target)];
  const [inSource, inTarget] = [frequencies(left, known.size), frequencies(right, known.size)];
  const weights = inSource.map((a, anchor) => {
    const b = inTarget[anchor] ?? 0;
    if (a === 0 || b === 0) return 0;
    // At most so many of its occurrences can have been carried over.
    const kept = (KEPT * Math.min(a, b)) / Math.max(a, b);
    return Math.max(0, Math.log(kept / Math.max(a / left.length, b / right.length)));
  });
  const numbers = [...known.keys()].map(isNumber);
  return { source: left, target: right, weights, numbers };
}

/** Share of the anchors which both texts have that a translation does carry over. */
const KEPT = 0.8;

function frequencies(sentences: readonly AnchorCounts[], size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const sentence of sentences) {
    for (const anchor of sentence.keys()) counts[anchor] = (counts[anchor] ?? 0) + 1;
  }
  return counts;
}
