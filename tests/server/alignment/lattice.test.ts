import { describe, expect, it } from 'vitest';
import { bandAround } from '../../../server/alignment/band.ts';
import { NULL_BEADS, SHAPES, type BeadShape } from '../../../server/alignment/bead.ts';
import { Lattice } from '../../../server/alignment/lattice.ts';

const [ROWS, COLUMNS] = [4, 3];
const score = (row: number, column: number, shape: number) =>
  -Math.abs(row - column) - shape / 3 + Math.sin(row * 7 + column * 3);

/** Every path there is, each with its weight, by plain recursion. */
function everyPath(shapes: readonly BeadShape[]): { steps: string[]; weight: number }[] {
  const found: { steps: string[]; weight: number }[] = [];
  const go = (row: number, column: number, steps: string[], weight: number, run: boolean): void => {
    if (row === ROWS && column === COLUMNS) found.push({ steps, weight });
    if (row > ROWS || column > COLUMNS) return;
    for (const [index, { source, target }] of shapes.entries()) {
      const [down, right] = [row + source, column + target];
      if (down > ROWS || right > COLUMNS) continue;
      const value = score(down, right, index) + (run ? Math.log(1 - NULL_BEADS.extend) : 0);
      go(down, right, [...steps, `${row}-${down}:${column}-${right}`], weight + value, false);
    }
    const gap = Math.log(run ? NULL_BEADS.extend : NULL_BEADS.open);
    go(row + 1, column, [...steps, `${row}-${row + 1}:${column}-${column}`], weight + gap, true);
    go(row, column + 1, [...steps, `${row}-${row}:${column}-${column + 1}`], weight + gap, true);
  };
  go(0, 0, [], 0, false);
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
      expect(confidence).toBeCloseTo(through / total, 5);
    }
  });

  it('knows the share of all paths that pass a cell', () => {
    expect(Math.exp(lattice.through(0))).toBeCloseTo(1, 9);
    expect(Math.exp(lattice.through((ROWS + 1) * (COLUMNS + 1) - 1))).toBeCloseTo(1, 9);
    const passing = paths
      .filter(({ steps }) => steps.some((step) => step.startsWith('2-') && step.includes(':1-')))
      .reduce((sum, { weight }) => sum + Math.exp(weight), 0);
    expect(Math.exp(lattice.through(2 * (COLUMNS + 1) + 1))).toBeCloseTo(passing / total, 6);
  });
});
