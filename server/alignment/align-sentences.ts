import { anchorsOf } from './anchors.ts';
import { weighAnchors } from './anchor-weights.ts';
import { bandAround, bandOf, cellAt, type Band } from './band.ts';
import { SHAPES, type Bead, type BeadShape, type Range } from './bead.ts';
import { groupEvidence, type GroupEvidence } from './group-evidence.ts';
import { limitedBand, limitedScore, type Limits } from './limits.ts';
import { Lattice, type BeadScore } from './lattice.ts';
import { lengthModelOf, lengthScore, lettersPerCharacter, type LengthModel } from './length-model.ts';
import { pairEvidence, type PairEvidence } from './pair-evidence.ts';
import { relationOf, type Relation } from './relation.ts';
import { waypointsIn } from './waypoints.ts';

/** A text to be aligned: its sentences in reading order. */
export type AlignmentText = {
  /** BCP 47. */
  language: string;
  sentences: readonly string[];
  /** The page that each is said to stand on, where that is known: the same name is the same page in both texts. */
  pages?: readonly (string | undefined)[];
};

export type Alignment = {
  /** In reading order; together they hold every sentence of both texts once. */
  beads: readonly Bead[];
  /** Of texts that are `unrelated` no bead means anything. */
  relation: Relation;
};

/**
 * Finds which sentences of a translation render which of its original, and whether it is a translation of that at all.
 *
 * Lengths (Gale and Church 1993) and anchors, weighed by how rare they are, are summed over all paths; taken are the beads that
 * are likeliest each for itself, with that probability as their confidence. This is done twice: once in a wide band with
 * what pairs of sentences say, then in what is left of it with what whole groups say. Of n and m sentences the whole table is
 * looked at where it has a million cells at most, else a band, so that ten thousand by ten thousand take seconds and some
 * hundred megabytes. Of texts that are longer still nothing is joined.
 *
 * @param limits what is known beforehand, and holds.
 */
export function alignSentences(source: AlignmentText, target: AlignmentText, limits?: Limits): Alignment {
  const anchored = weighAnchors(anchorsIn(source), anchorsIn(target));
  const lengths = new Lengths(source, target);
  const asides = asidePart(source, target);
  const model = lengths.model();
  const [rows, columns] = [source.sentences.length, target.sentences.length];
  const points = limits === undefined || limits.through.length === 0 ? waypointsIn(anchored) : limits.through;
  const wide = bandAround(rows, columns, points);
  if (wide.size > MOST_CELLS) return { beads: nothingJoined(rows, columns), relation: 'unknown' };
  const pairs = pairEvidence(anchored, wide);
  const coarseFit = limitedScore(
    coarseScore(sumOf(lengths.part(model), asides), pairs, wide),
    COARSE_SHAPES,
    limits,
  );
  const coarse = new Lattice(limitedBand(wide, limits), COARSE_SHAPES, coarseFit);
  const evidence = groupEvidence(anchored);
  // Of texts that are not of one length the ratio is known only once it is known what belongs together.
  const fitted = model.isGuess ? lengths.model(coarse.likeliestBeads()) : model;
  const byLength = sumOf(lengths.part(fitted), asides);
  const fine = limitedScore(fineScore(byLength, pairs, evidence, columns), SHAPES, limits);
  const beads = new Lattice(narrowed(coarse), SHAPES, fine, HEAT).likeliestBeads();
  return { beads, relation: relationOf(anchored, beads, evidence) };
}

/** Of the band: a cell takes some hundred bytes. Texts of twenty thousand sentences stay below. */
const MOST_CELLS = 20_000_000;

function nothingJoined(rows: number, columns: number): Bead[] {
  return [
    ...Array.from({ length: rows }, (_, at) => alone({ from: at, to: at + 1 }, { from: 0, to: 0 })),
    ...Array.from({ length: columns }, (_, at) => alone({ from: rows, to: rows }, { from: at, to: at + 1 })),
  ];
}

function alone(source: Range, target: Range): Bead {
  return { source, target, confidence: 0 };
}

/** How much anchors weigh beside lengths: less than their sum, since anchors of one word say the same twice. */
const ANCHORS = 0.7;

/** For the coarse way: what large groups share by chance weighs more, since it is counted more than once. */
const COARSE_CHANCE = 0.7;

const COARSE_SHAPES = SHAPES.filter(({ source, target }) => source * target <= 4);

/** Makes confidences as high as their beads are right: found on half of a hand-made alignment (docs/decisions/alignment.md). */
const HEAT = 0.7;

function anchorsIn({ sentences, language, pages }: AlignmentText): string[][] {
  return sentences.map((sentence, at) => {
    const page = pages?.[at];
    return [...anchorsOf(sentence, language), ...(page === undefined ? [] : [`page ${page}`])];
  });
}

/** Of the sentences of a bead of a size that ends at a cell. Numbers alone: it is asked millions of times. */
type Part = (row: number, column: number, shape: BeadShape) => number;

/** Lengths of the sentences of both texts, and what they let expect of each other. */
class Lengths {
  readonly #before: Float64Array;
  readonly #beside: Float64Array;
  readonly #expected: number;

  constructor(source: AlignmentText, target: AlignmentText) {
    this.#before = lengthsBefore(source);
    this.#beside = lengthsBefore(target);
    this.#expected = lettersPerCharacter(source.sentences) / lettersPerCharacter(target.sentences);
  }

  /** @param beads what is likely to belong together; where these are few the whole of both texts. */
  model(beads: readonly Bead[] = []): LengthModel {
    const likely = beads.filter(({ confidence }) => confidence > 0.5);
    const [source, target] = [this.#before, this.#beside].map((lengths, side) =>
      likely.length < FEW
        ? (lengths.at(-1) ?? 0)
        : likely.reduce((sum, bead) => {
            const { from, to } = side === 0 ? bead.source : bead.target;
            return sum + (lengths[to] ?? 0) - (lengths[from] ?? 0);
          }, 0),
    );
    return lengthModelOf(source ?? 0, target ?? 0, this.#expected);
  }

  part(model: LengthModel): Part {
    return (row, column, shape) =>
      lengthScore(
        (this.#before[row] ?? 0) - (this.#before[row - shape.source] ?? 0),
        (this.#beside[column] ?? 0) - (this.#beside[column - shape.target] ?? 0),
        model,
      );
  }
}

/** Fewer beads say nothing of a ratio. */
const FEW = 5;

/** Characters without blanks, up to each sentence. */
function lengthsBefore({ sentences }: AlignmentText): Float64Array {
  return sumsBefore(sentences, (sentence) => sentence.replace(/\s+/g, '').length);
}

/** What stands in square brackets is an editor's and no part of the text: it renders nothing but the like. */
function asidePart(source: AlignmentText, target: AlignmentText): Part {
  const [before, beside] = [source, target].map(({ sentences }) =>
    sumsBefore(sentences, (sentence) => (/^\s*\[[^\]]*\][.\s]*$/.test(sentence) ? 1 : 0)),
  );
  return (row, column, shape) => {
    const own = (before?.[row] ?? 0) - (before?.[row - shape.source] ?? 0);
    const other = (beside?.[column] ?? 0) - (beside?.[column - shape.target] ?? 0);
    return own === other ? 0 : ASIDE * Math.abs(own - other);
  };
}

/** Logarithm of how seldom an editor's remark is joined to what it stands beside. */
const ASIDE = -9;

function sumOf(one: Part, other: Part): Part {
  return (row, column, shape) => one(row, column, shape) + other(row, column, shape);
}

/** A figure of the sentences up to each: what a run of them has is a difference. */
function sumsBefore(sentences: readonly string[], figure: (sentence: string) => number): Float64Array {
  const sums = new Float64Array(sentences.length + 1);
  for (const [at, sentence] of sentences.entries()) sums[at + 1] = (sums[at] ?? 0) + figure(sentence);
  return sums;
}

function coarseScore(byLength: Part, { value, shared }: PairEvidence, band: Band): BeadScore {
  return scoreOf(COARSE_SHAPES, byLength, (row, column, { source, target }) => {
    const chance = COARSE_CHANCE * Math.log(source * target);
    let sum = 0;
    for (let up = 0; up < source; up += 1) {
      const cell = cellAt(band, row - up, column);
      if (cell < 0) continue;
      const left = Math.min(target, column - (band.low[row - up] ?? 0) + 1);
      for (let at = cell; at > cell - left; at -= 1) sum += (value[at] ?? 0) - chance * (shared[at] ?? 0);
    }
    return sum;
  });
}

function fineScore(
  byLength: Part,
  { expected }: PairEvidence,
  evidence: GroupEvidence,
  columns: number,
): BeadScore {
  const score = scoreOf(SHAPES, byLength, (row, column, { source, target }) => {
    let sum = evidence({ from: row - source, to: row }, { from: column - target, to: column });
    for (let up = 0; up < source; up += 1) {
      for (let left = 0; left < target; left += 1) sum -= expected(row - up, column - left);
    }
    return sum;
  });
  // Asked for on the way there, on the way back, and once more.
  const known = new Map<number, number>();
  return (row, column, shape) => {
    const name = (row * (columns + 1) + column) * SHAPES.length + shape;
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = score(row, column, shape);
    known.set(name, value);
    return value;
  };
}

function scoreOf(shapes: readonly BeadShape[], byLength: Part, evidence: Part): BeadScore {
  const shares = shapes.map(({ share }) => Math.log(share));
  return (row, column, index) => {
    const shape = shapes[index];
    if (shape === undefined) return -Infinity;
    return (shares[index] ?? 0) + byLength(row, column, shape) + ANCHORS * evidence(row, column, shape);
  };
}

/** What is left of a band without the cells that next to no path goes through. */
function narrowed(lattice: Lattice): Band {
  const { low, high, start } = lattice.band;
  const first = new Int32Array(low.length).fill(high.at(-1) ?? 0);
  const last = new Int32Array(low.length);
  for (let row = 0; row < low.length; row += 1) {
    const begin = low[row] ?? 0;
    for (let column = begin; column <= (high[row] ?? -1); column += 1) {
      if (lattice.through((start[row] ?? 0) + column - begin) < NEXT_TO_NONE) continue;
      first[row] = Math.min(first[row] ?? 0, column);
      last[row] = Math.max(last[row] ?? 0, column);
    }
  }
  return bandOf(first, last);
}

/** Natural logarithm of a share of all paths. */
const NEXT_TO_NONE = -12;
