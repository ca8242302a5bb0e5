import { describe, expect, it } from 'vitest';
import { bandAround } from '../../../server/alignment/band.ts';
import { LONG_NULL_RUNS, NULL_BEADS, SHAPES, type BeadShape } from '../../../server/alignment/bead.ts';
import { Lattice } from '../../../server/alignment/lattice.ts';

const [ROWS, COLUMNS] = [4, 3];
const score = (row: number, column: number, shape: number) =>
  -Math.abs(row - column) - shape / 3 + Math.sin(row * 7 + column * 3);

type State = 'bead' | 'gap' | 'omission' | 'addition';

const log = ({ open, extend }: { open: number; extend: number }) => ({
  open: Math.log(open),
  extend: Math.log(extend),
  close: Math.log(1 - extend),
});
const [SHORT, LONG] = [log(NULL_BEADS), log(LONG_NULL_RUNS)];

/** What it costs to go from one state to another; undefined where no path does. */
const COSTS: Record<State, Partial<Record<State, number>>> = {
  bead: { bead: 0, gap: SHORT.open, omission: LONG.open, addition: LONG.open },
  gap: { bead: SHORT.close, gap: SHORT.extend },
  omission: { bead: LONG.close, omission: LONG.extend },
  addition: { bead: LONG.close, addition: LONG.extend, omission: LONG.close + LONG.open },
};

/** Every path there is, each with its weight, by plain recursion. */
function everyPath(shapes: readonly BeadShape[]): { steps: string[]; weight: number }[] {
  const found: { steps: string[]; weight: number }[] = [];
  const go = (row: number, column: number, steps: string[], weight: number, state: State): void => {
    if (row === ROWS && column === COLUMNS) found.push({ steps, weight });
    if (row > ROWS || column > COLUMNS) return;
    const step = (down: number, right: number, next: State, value = 0) => {
      const cost = COSTS[state][next];
      if (cost === undefined || down > ROWS || right > COLUMNS) return;
      go(down, right, [...steps, `${row}-${down}:${column}-${right}`], weight + cost + value, next);
    };
    for (const [index, { source, target }] of shapes.entries()) {
      step(row + source, column + target, 'bead', score(row + source, column + target, index));
    }
    step(row + 1, column, 'gap');
    step(row, column + 1, 'gap');
    step(row + 1, column, 'omission');
    step(row, column + 1, 'addition');
  };
  go(0, 0, [], 0, 'bead');
  return found;
}

describe('the lattice', () => {
  const paths = everyPath(SHAPES);
  const total = paths.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
  const lattice = new Lattice(bandAround(ROWS, COLUMNS, []), SHAPES, score);

  it('gives a bead the share of all paths that go through it', () => {
    expect(paths.length).toBeGreaterThan(250);
    const beads = lattice
      .likeliestBeads()
      .filter(({ source, target }) => source.to > source.from && target.to > target.from);
    expect(beads.length).toBeGreaterThan(1);
    for (const { source, target, confidence } of beads) {
      const name = `${source.from}-${source.to}:${target.from}-${target.to}`;
      const through = paths
        .filter(({ steps }) => steps.includes(name))
        .reduce((sum, { weight }) => sum + Math.exp(weight), 0);
      expect(confidence).toBeCloseTo(through / total, 6);
    }
  });

  it('knows the share of all paths that pass a cell', () => {
    expect(Math.exp(lattice.through(0))).toBeCloseTo(1, 9);
    expect(Math.exp(lattice.through((ROWS + 1) * (COLUMNS + 1) - 1))).toBeCloseTo(1, 9);
    const passing = paths
      .filter(({ steps }) => steps.some((step) => step.startsWith('2-') && step.includes(':1-')))
      .reduce((sum, { weight }) => sum + Math.exp(weight), 0);
    expect(Math.exp(lattice.through(2 * (COLUMNS + 1) + 1))).toBeCloseTo(passing / total, 9);
  });
});
