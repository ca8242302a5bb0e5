import type { AnchorCounts, AnchoredTexts } from './anchor-weights.ts';
import type { Range } from './bead.ts';

/** What the anchors of two groups of sentences say: each is counted once, in whichever sentences of the groups it stands. */
export type GroupEvidence = (source: Range, target: Range) => number;

/**
 * @returns a function that remembers the groups that it was asked for.
 */
export function groupEvidence({ source, target, weights, numbers }: AnchoredTexts): GroupEvidence {
  const [left, right] = [groups(source), groups(target)];
  return (from, to) => {
    const [a, b] = [left(from), right(to)];
    const [few, many] = a.size < b.size ? [a, b] : [b, a];
    if (a.size === 0 || b.size === 0) return 0;
    // In a larger group more is found by chance.
    const chance = CHANCE * Math.log((from.to - from.from) * (to.to - to.from));
    let sum = 0;
    for (const [anchor, count] of few) {
      const weight = weights[anchor] ?? 0;
      const other = weight < LEAST_WEIGHT ? undefined : many.get(anchor);
      if (other !== undefined) sum += Math.min(count, other) * Math.max(0, weight - chance);
    }
    return sum - MISSING * (Math.log1p(lacking(a, b, numbers)) + Math.log1p(lacking(b, a, numbers)));
  };
}

function lacking(group: AnchorCounts, other: AnchorCounts, numbers: readonly boolean[]): number {
  let count = 0;
  for (const anchor of group.keys()) if (numbers[anchor] === true && !other.has(anchor)) count += 1;
  return count;
}

/** Anchors that say less stand in every third sentence. */
export const LEAST_WEIGHT = 1;

/**
 * Logarithm of how many numbers are lost or written as words: one of five. Those of one sentence go together, as where dates are
 * told by another calendar: the second that is lost says less than the first.
 */
const MISSING = 1.6 / Math.LN2;

/** Half would be right if anchors stood anywhere; they stand nearer to each other than that. */
const CHANCE = 0.3;

function groups(sentences: readonly AnchorCounts[]): (range: Range) => AnchorCounts {
  const known = new Map<string, AnchorCounts>();
  return ({ from, to }) => {
    if (to - from === 1) return sentences[from] ?? NONE;
    const name = `${from} ${to}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const joined = new Map<number, number>();
    for (const sentence of sentences.slice(from, to)) {
      for (const [anchor, count] of sentence) joined.set(anchor, (joined.get(anchor) ?? 0) + count);
    }
    known.set(name, joined);
    return joined;
  };
}

const NONE: AnchorCounts = new Map();
