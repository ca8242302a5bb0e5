import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNaturally } from '../../../server/language/natural-order.ts';

describe('compareNaturally', () => {
  it('counts numbers as numbers', () => {
    const names = ['10.tif', '2.tif', '1.tif', 'page-100', 'page-9', '705 verso', '705'];
    expect(names.sort(compareNaturally)).toEqual([
      '1.tif',
      '2.tif',
      '10.tif',
      '705',
      '705 verso',
      'page-9',
      'page-100',
    ]);
  });

  it('tells different texts apart, so that the order never depends on what came first', () => {
    expect(compareNaturally('01', '1')).not.toBe(0);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
        expect(compareNaturally(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
