import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from '../../../server/language/similarity.ts';

describe('similarity', () => {
  it('is 1 for the same words in another case, with other diacritics and spaces', () => {
    expect(similarity('Le  Délégué', 'le delegue ')).toBe(1);
  });

  it('is high for a corrected letter and low for other words', () => {
    expect(similarity('Mao Zedong said that', 'Mao Tsedong said that')).toBeGreaterThan(0.8);
    expect(similarity('Mao Zedong said that', 'Der Bericht umfasst')).toBeLessThan(0.2);
  });

  it('is 0 for a single letter beside another, and beside nothing', () => {
    expect(similarity('a', 'b')).toBe(0);
    expect(similarity('', 'b')).toBe(0);
    expect(similarity('', '')).toBe(1);
  });

  it('counts a repeated pair as often as both have it', () => {
    // aa aa aa against aa: one shared of four.
    expect(similarity('aaaa', 'aa')).toBe(0.5);
  });

  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const value = similarity(a, b);
        expect(value).toBe(similarity(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });
});
