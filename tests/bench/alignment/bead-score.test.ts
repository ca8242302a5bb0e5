import { expect, it } from 'vitest';
import { lax, strict, tally } from './bead-score.ts';

const bead = (source: number[], target: number[]) => ({ source, target });

it('counts beads as vecalign does: null beads never, strictly only what is just so, laxly what overlaps', () => {
  const truth = [bead([0], [0]), bead([1, 2], [1]), bead([3], []), bead([4], [2, 3])];
  const found = [bead([0], [0]), bead([1], [1]), bead([2], []), bead([3], []), bead([4], [2, 3])];
  const counted = tally(found, truth);
  expect(strict(counted)).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
  expect(lax(counted)).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(strict(tally([], truth)).f1).toBe(0);
});
