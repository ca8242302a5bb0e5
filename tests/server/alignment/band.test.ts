import { describe, expect, it } from 'vitest';
import { bandAround, bandOf, cellAt } from '../../../server/alignment/band.ts';

describe('a band', () => {
  it('is the whole table of short texts', () => {
    const band = bandAround(30, 20, [{ source: 5, target: 5 }]);
    expect(band.size).toBe(31 * 21);
    expect(cellAt(band, 0, 0)).toBe(0);
    expect(cellAt(band, 30, 20)).toBe(band.size - 1);
    expect(cellAt(band, 31, 0)).toBe(-1);
    expect(cellAt(band, 3, 21)).toBe(-1);
  });

  it('follows the waypoints of long ones, and stays small', () => {
    const band = bandAround(10_000, 12_000, [
      { source: 4000, target: 7000 },
      { source: 4100, target: 7100 },
    ]);
    expect(band.size).toBeLessThan(15_000_000);
    expect(cellAt(band, 4000, 7000)).toBeGreaterThan(0);
    expect(cellAt(band, 4000, 4800)).toBe(-1);
    expect(cellAt(band, 10_000, 12_000)).toBe(band.size - 1);
  });

  it('lets a path through wherever its rows were said to lie', () => {
    const band = bandOf(Int32Array.from([0, 6, 2, 5]), Int32Array.from([1, 6, 3, 6]));
    expect([...band.low]).toEqual([0, 2, 2, 5]);
    expect([...band.high]).toEqual([1, 6, 6, 6]);
  });
});
