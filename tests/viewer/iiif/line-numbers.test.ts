import { describe, expect, it } from 'vitest';
import { lineNumbers } from '../../../viewer/iiif/line-numbers.ts';
import type { Segment } from '../../../viewer/iiif/text.ts';

const segment = (id: string, granularity: string): Segment => ({
  ...{ id, value: id, lang: '', dir: 'auto', renders: [], granularity },
});

describe('the numbers of lines', () => {
  it('stand beside the first and every fifth, and count lines only', () => {
    const lines = Array.from({ length: 11 }, (_, index) => segment(`line ${index + 1}`, 'line'));
    const numbers = lineNumbers([segment('a block', 'block'), ...lines]);
    expect([...numbers].map(([{ id }, number]) => [id, number])).toEqual([
      ['line 1', 1],
      ['line 5', 5],
      ['line 10', 10],
    ]);
  });

  it('are none where a text has no lines', () => {
    expect(lineNumbers([segment('a', 'sentence'), segment('b', '')]).size).toBe(0);
  });
});
