/** Half-open: from the first on, up to but without the last. */
export type Range = { from: number; to: number };

/**
 * Sentences of a source and the sentences of a target that render them. One of the ranges may be empty: an omission or an
 * addition.
 */
export type Bead = {
  source: Range;
  target: Range;
  /** Probability that exactly these belong together, 0 to 1. */
  confidence: number;
};

/** How many sentences of the source and of the target a bead joins. */
export type BeadShape = {
  source: number;
  target: number;
  /** Share of the beads that are of this shape, before a text is seen. */
  share: number;
};

/**
 * The shapes of beads that join something. The shares of those of one and two sentences are Gale and Church's (1993, table
 * 5), but for what the rarer ones take, which they do not have. What joins nothing is weighed apart (`NULL_BEADS`).
 */
export const SHAPES: readonly BeadShape[] = [
  { source: 1, target: 1, share: 0.87 },
  { source: 1, target: 2, share: 0.044 },
  { source: 2, target: 1, share: 0.044 },
  { source: 2, target: 2, share: 0.011 },
  { source: 1, target: 3, share: 0.005 },
  { source: 3, target: 1, share: 0.005 },
  { source: 2, target: 3, share: 0.002 },
  { source: 3, target: 2, share: 0.002 },
  { source: 3, target: 3, share: 0.001 },
  { source: 1, target: 4, share: 0.001 },
  { source: 4, target: 1, share: 0.001 },
];

/** Of the largest shape. */
export const MOST_JOINED = 4;

/**
 * Omissions and additions come in runs: where one sentence was left out the next often was too. `open` is the share of beads
 * after which a run begins, `extend` the probability that it goes on.
 */
export const NULL_BEADS = { open: 0.003, extend: 0.1 };

/**
 * Now and then a whole page was left out, or a preface added: runs of sentences of one text alone, which begin seldom and go on
 * long. Of one text, since in place of a stretch of beads that nothing holds together there would have to be two.
 */
export const LONG_NULL_RUNS = { open: 0.00001, extend: 0.5 };
