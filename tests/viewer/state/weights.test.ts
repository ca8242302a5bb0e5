import { describe, expect, it } from 'vitest';
import { blockWidths, partOf, templateOf, withPart } from '../../../viewer/state/weights.ts';

describe('the widths of columns', () => {
  it('are alike until someone moves a divider', () => {
    expect(templateOf(2, [])).toBe('minmax(0, 1fr) minmax(0, 1fr)');
    expect(partOf([], 0)).toBe(0.5);
  });

  it('change for the two columns beside the divider and no others', () => {
    const weights = withPart([], 1, 0.75);
    expect(weights).toEqual([1, 1.5, 0.5]);
    expect(partOf(weights, 1)).toBe(0.75);
    expect(withPart(weights, 0, 0.4)).toEqual([1, 1.5, 0.5]);
  });

  it('never become nothing', () => {
    expect(withPart([], 0, 0)).toEqual([0.25, 1.75]);
    expect(withPart([], 0, 1)).toEqual([1.75, 0.25]);
  });

  it('add up to those of the blocks that they stand in', () => {
    expect(blockWidths([2, 1], [1, 0.5, 2])).toEqual([
      { block: 'minmax(0, 1.5fr)', columns: 'minmax(0, 1fr) minmax(0, 0.5fr)' },
      { block: 'minmax(0, 2fr)', columns: 'minmax(0, 2fr)' },
    ]);
  });
});
