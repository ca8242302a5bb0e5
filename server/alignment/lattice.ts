import { cellAt, type Band } from './band.ts';
import { NULL_BEADS, type Bead, type BeadShape } from './bead.ts';

/** Natural logarithm of how well the bead of a shape fits that ends at a cell: the n-th of the lattice's shapes. */
export type BeadScore = (row: number, column: number, shape: number) => number;

/**
 * All paths through a band, weighed: forward and backward sums (Rabiner 1989, section III.A) as logarithms, kept apart by whether
 * a bead comes before a cell or a null bead.
 */
export class Lattice {
  readonly band: Band;
  readonly #shapes: readonly BeadShape[];
  readonly #score: BeadScore;
  readonly #forward: Sums;
  readonly #backward: Sums;
  readonly #total: number;

  /** @param heat below 1 makes all paths more alike: scores whose parts lean on each other promise too much. */
  constructor(band: Band, shapes: readonly BeadShape[], score: BeadScore, heat = 1) {
    this.band = band;
    this.#shapes = shapes;
    this.#score = heat === 1 ? score : (row, column, shape) => heat * score(row, column, shape);
    const gaps = {
      open: heat * Math.log(NULL_BEADS.open),
      extend: heat * Math.log(NULL_BEADS.extend),
      close: heat * Math.log(1 - NULL_BEADS.extend),
    };
    this.#forward = this.#sumForward(gaps);
    this.#backward = this.#sumBackward(gaps);
    this.#total = logOfTwo(
      this.#forward.bead[band.size - 1] ?? -Infinity,
      this.#forward.gap[band.size - 1] ?? -Infinity,
    );
  }

  /** Natural logarithm of the share of all paths' weight that goes through a cell. */
  through(cell: number): number {
    const [before, after] = [this.#forward, this.#backward];
    return (
      logOfTwo(
        (before.bead[cell] ?? -Infinity) + (after.bead[cell] ?? -Infinity),
        (before.gap[cell] ?? -Infinity) + (after.gap[cell] ?? -Infinity),
      ) - this.#total
    );
  }

  /**
   * The path whose beads are right most often: it has the greatest sum of their probabilities. Better than the one likeliest
   * path where many differ in a detail.
   */
  likeliestBeads(): Bead[] {
    const { band } = this;
    const best = new Float64Array(band.size).fill(-Infinity);
    const taken = new Int8Array(band.size);
    const probable = new Float32Array(band.size);
    best[0] = 0;
    eachCell(band, (row, column, cell) => {
      const offer = (from: number, step: number, probability: number) => {
        if (from < 0) return;
        const value = (best[from] ?? -Infinity) + (step < 0 ? NULL_WORTH : 1) * probability;
        if (value <= (best[cell] ?? -Infinity)) return;
        best[cell] = value;
        taken[cell] = step;
        probable[cell] = probability;
      };
      for (const [shape, { source, target }] of this.#shapes.entries()) {
        const from = cellAt(band, row - source, column - target);
        if (from >= 0) offer(from, shape, this.#probability(from, row, column, shape));
      }
      const alone = Math.exp(Math.min(0, this.#gapThrough(cell)));
      offer(cellAt(band, row - 1, column), OMITTED, alone);
      offer(cellAt(band, row, column - 1), ADDED, alone);
    });
    const beads: Bead[] = [];
    let [row, column] = [band.low.length - 1, band.high[band.low.length - 1] ?? 0];
    while (row > 0 || column > 0) {
      const cell = cellAt(band, row, column);
      const step = taken[cell] ?? 0;
      const shape = this.#shapes[step] ?? {
        source: step === OMITTED ? 1 : 0,
        target: step === ADDED ? 1 : 0,
      };
      const [source, target] = [row - shape.source, column - shape.target];
      beads.push({
        source: { from: source, to: row },
        target: { from: target, to: column },
        confidence: Math.min(1, probable[cell] ?? 0),
      });
      [row, column] = [source, target];
    }
    return beads.reverse();
  }

  /** Probability of the bead of a shape that ends at a cell. */
  #probability(from: number, row: number, column: number, shape: number): number {
    const weight =
      (this.#forward.any[from] ?? -Infinity) +
      this.#score(row, column, shape) +
      (this.#backward.bead[cellAt(this.band, row, column)] ?? -Infinity);
    return Math.exp(Math.min(0, weight - this.#total));
  }

  #gapThrough(cell: number): number {
    return (this.#forward.gap[cell] ?? -Infinity) + (this.#backward.gap[cell] ?? -Infinity) - this.#total;
  }

  /** The shapes as plain numbers: this is gone through for every cell. */
  #sizes() {
    return {
      across: Int8Array.from(this.#shapes, ({ source }) => source),
      down: Int8Array.from(this.#shapes, ({ target }) => target),
      terms: new Float64Array(this.#shapes.length),
    };
  }

  #sumForward({ open, extend, close }: Gaps): Sums {
    const { band } = this;
    const sums = sumsOf(band.size);
    const { bead, gap, any } = sums;
    const { across, down, terms } = this.#sizes();
    const score = this.#score;
    eachCell(band, (row, column, cell) => {
      if (cell === 0) bead[cell] = 0;
      else {
        for (let shape = 0; shape < terms.length; shape += 1) {
          const from = cellAt(band, row - (across[shape] ?? 0), column - (down[shape] ?? 0));
          const before = from < 0 ? -Infinity : (any[from] ?? -Infinity);
          terms[shape] = before === -Infinity ? before : before + score(row, column, shape);
        }
        bead[cell] = logOfSum(terms);
        const [above, left] = [cellAt(band, row - 1, column), cellAt(band, row, column - 1)];
        const run = logOfTwo(
          above < 0 ? -Infinity : logOfTwo((bead[above] ?? 0) + open, (gap[above] ?? 0) + extend),
          left < 0 ? -Infinity : logOfTwo((bead[left] ?? 0) + open, (gap[left] ?? 0) + extend),
        );
        gap[cell] = run;
      }
      any[cell] = logOfTwo(bead[cell] ?? -Infinity, (gap[cell] ?? -Infinity) + close);
    });
    return sums;
  }

  #sumBackward({ open, extend, close }: Gaps): Sums {
    const { band } = this;
    const sums = sumsOf(band.size);
    const { bead, gap } = sums;
    const { across, down, terms } = this.#sizes();
    const score = this.#score;
    eachCellBackwards(band, (row, column, cell) => {
      if (cell === band.size - 1) {
        bead[cell] = 0;
        gap[cell] = 0;
        return;
      }
      for (let shape = 0; shape < terms.length; shape += 1) {
        const [below, beside] = [row + (across[shape] ?? 0), column + (down[shape] ?? 0)];
        const to = cellAt(band, below, beside);
        const after = to < 0 ? -Infinity : (bead[to] ?? -Infinity);
        terms[shape] = after === -Infinity ? after : after + score(below, beside, shape);
      }
      const joined = logOfSum(terms);
      const [below, right] = [cellAt(band, row + 1, column), cellAt(band, row, column + 1)];
      const run = logOfTwo(
        below < 0 ? -Infinity : (gap[below] ?? 0),
        right < 0 ? -Infinity : (gap[right] ?? 0),
      );
      bead[cell] = logOfTwo(joined, run + open);
      gap[cell] = logOfTwo(joined + close, run + extend);
    });
    return sums;
  }
}

/** `any`: what a bead finds that begins at a cell, whatever came before it. */
type Sums = { bead: Float64Array; gap: Float64Array; any: Float64Array };

type Gaps = { open: number; extend: number; close: number };

/** What stands for a shape where a bead joins nothing. */
const [OMITTED, ADDED] = [-1, -2];

/** Little: what is right about nothing is worth less than what is right about something. */
const NULL_WORTH = 0.05;

function sumsOf(size: number): Sums {
  const empty = () => new Float64Array(size).fill(-Infinity);
  return { bead: empty(), gap: empty(), any: empty() };
}

function eachCell(band: Band, visit: (row: number, column: number, cell: number) => void): void {
  let cell = 0;
  for (let row = 0; row < band.low.length; row += 1) {
    const last = band.high[row] ?? -1;
    for (let column = band.low[row] ?? 0; column <= last; column += 1, cell += 1) visit(row, column, cell);
  }
}

function eachCellBackwards(band: Band, visit: (row: number, column: number, cell: number) => void): void {
  let cell = band.size - 1;
  for (let row = band.low.length - 1; row >= 0; row -= 1) {
    const first = band.low[row] ?? 0;
    for (let column = band.high[row] ?? -1; column >= first; column -= 1, cell -= 1) visit(row, column, cell);
  }
}

/** log(e^a + e^b) */
function logOfTwo(a: number, b: number): number {
  const more = a > b ? a : b;
  const less = a > b ? b : a;
  return less < more - NOTHING || less === -Infinity ? more : more + Math.log1p(Math.exp(less - more));
}

function logOfSum(terms: Float64Array): number {
  let most = -Infinity;
  for (const term of terms) if (term > most) most = term;
  if (most === -Infinity) return most;
  let sum = 0;
  for (const term of terms) if (term > most - NOTHING) sum += Math.exp(term - most);
  return sum === 1 ? most : most + Math.log(sum);
}

/** Logarithms of a sum do not notice what is so much smaller. */
const NOTHING = 25;
