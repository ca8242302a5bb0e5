import { describe, expect, it } from 'vitest';
import { spreadAround } from '../../../viewer/iiif/spreads.ts';

describe('the pages of an open book', () => {
  it('are the first alone, then two and two, and a last one that may be left over', () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => spreadAround(index, 6))).toEqual([
      ...[[0], [1, 2], [1, 2], [3, 4], [3, 4], [5]],
    ]);
    expect(spreadAround(0, 1)).toEqual([0]);
  });
});
