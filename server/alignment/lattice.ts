import { cellAt, type Band } from './band.ts';
import { LONG_NULL_RUNS, NULL_BEADS, type Bead, type BeadShape } from './bead.ts';

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
    const gaps = { short: costsOf(NULL_BEADS, heat), long: costsOf(LONG_NULL_RUNS, heat) };
    this.#forward = this.#sumForward(gaps);
    this.#backward = this.#sumBackward(gaps);
    const last = band.size - 1;
    this.#total = logOfSum(Float64Array.from(STATES, (state) => this.#forward[state][last] ?? -Infinity));
  }

  /** Natural logarithm of the share of all paths' weight that goes through a cell. */
  through(cell: number): number {
    return logOfTwo(this.#inState('bead', cell), this.#inGap(cell)) - this.#total;
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
      const alone = Math.exp(Math.min(0, this.#inGap(cell) - this.#total));
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

  #inState(state: State, cell: number): number {
    return (this.#forward[state][cell] ?? -Infinity) + (this.#backward[state][cell] ?? -Infinity);
  }

  #inGap(cell: number): number {
    const long = logOfTwo(this.#inState('omission', cell), this.#inState('addition', cell));
    return logOfTwo(this.#inState('gap', cell), long);
  }

  /** The shapes as plain numbers: this is gone through for every cell. */
  #sizes() {
    return {
      across: Int8Array.from(this.#shapes, ({ source }) => source),
      down: Int8Array.from(this.#shapes, ({ target }) => target),
      terms: new Float64Array(this.#shapes.length),
    };
  }

  #sumForward({ short, long }: Gaps): Sums {
    const { band } = this;
    const sums = sumsOf(band.size);
    const { bead, gap, omission, addition, any } = sums;
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
        if (above >= 0) {
          gap[cell] = logOfTwo((bead[above] ?? 0) + short.open, (gap[above] ?? 0) + short.extend);
          // The one may follow the other: what was left out here is told elsewhere.
          const before = logOfTwo(bead[above] ?? 0, (addition[above] ?? 0) + long.close);
          omission[cell] = logOfTwo(before + long.open, (omission[above] ?? 0) + long.extend);
        }
        if (left >= 0) {
          const run = logOfTwo((bead[left] ?? 0) + short.open, (gap[left] ?? 0) + short.extend);
          gap[cell] = logOfTwo(gap[cell] ?? -Infinity, run);
          addition[cell] = logOfTwo((bead[left] ?? 0) + long.open, (addition[left] ?? 0) + long.extend);
        }
      }
      any[cell] = logOfTwo(
        logOfTwo(bead[cell] ?? -Infinity, (gap[cell] ?? -Infinity) + short.close),
        logOfTwo(omission[cell] ?? -Infinity, addition[cell] ?? -Infinity) + long.close,
      );
    });
    return sums;
  }

  #sumBackward({ short, long }: Gaps): Sums {
    const { band } = this;
    const sums = sumsOf(band.size);
    const { bead, gap, omission, addition } = sums;
    const { across, down, terms } = this.#sizes();
    const score = this.#score;
    eachCellBackwards(band, (row, column, cell) => {
      if (cell === band.size - 1) {
        for (const state of STATES) sums[state][cell] = 0;
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
      const run = logOfTwo(valueAt(gap, below), valueAt(gap, right));
      const [left, added] = [valueAt(omission, below), valueAt(addition, right)];
      const begun = logOfTwo(run + short.open, logOfTwo(left, added) + long.open);
      bead[cell] = logOfTwo(joined, begun);
      gap[cell] = logOfTwo(joined + short.close, run + short.extend);
      omission[cell] = logOfTwo(joined + long.close, left + long.extend);
      addition[cell] = logOfTwo(
        logOfTwo(joined + long.close, left + long.close + long.open),
        added + long.extend,
      );
    });
    return sums;
  }
}

/** What a path was in when it came to a cell: a bead, a run of null beads, or a long run of one text alone. */
const STATES = ['bead', 'gap', 'omission', 'addition'] as const;
type State = (typeof STATES)[number];

/** `any`: what a bead finds that begins at a cell, whatever came before it. */
type Sums = Record<State | 'any', Float64Array>;

/** Logarithms. */
type Costs = { open: number; extend: number; close: number };
type Gaps = { short: Costs; long: Costs };

function costsOf({ open, extend }: { open: number; extend: number }, heat: number): Costs {
  return { open: heat * Math.log(open), extend: heat * Math.log(extend), close: heat * Math.log(1 - extend) };
}

function valueAt(sums: Float64Array, cell: number): number {
  return cell < 0 ? -Infinity : (sums[cell] ?? -Infinity);
}

/** What stands for a shape where a bead joins nothing. */
const [OMITTED, ADDED] = [-1, -2];

/** Little: what is right about nothing is worth less than what is right about something. */
const NULL_WORTH = 0.05;

function sumsOf(size: number): Sums {
  const empty = () => new Float64Array(size).fill(-Infinity);
  return { bead: empty(), gap: empty(), omission: empty(), addition: empty(), any: empty() };
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
