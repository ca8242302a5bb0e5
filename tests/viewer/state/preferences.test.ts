import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPreferences, USUAL, withPane } from '../../../viewer/state/preferences.ts';

describe('preferences that were kept', () => {
  it('are read as they are', () => {
    const own = {
      ...USUAL,
      side: 'top',
      scan: false,
      beside: 0.3,
      unit: 'paragraphs',
      size: 2,
      weights: [1, 2],
    };
    expect(readPreferences(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });

  it('are as usual where they are none, or another version kept something else', () => {
    for (const odd of [
      undefined,
      null,
      7,
      'x',
      [],
      { side: 'under', beside: 2, size: 1.5, weights: 'wide', mode: {} },
    ]) {
      expect(readPreferences(odd)).toEqual(USUAL);
    }
    expect(readPreferences({ weights: [99, '2', 0.5] }).weights).toEqual([1, 1, 0.5]);
  });

  it('never hide everything', () => {
    expect(readPreferences({ scan: false, texts: false })).toMatchObject({ scan: false, texts: true });
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom('scan' as const, 'texts' as const), (isShown, pane) => {
        for (const before of [
          { scan: true, texts: false },
          { scan: false, texts: true },
          { scan: true, texts: true },
        ]) {
          const after = withPane({ ...USUAL, ...before }, pane, isShown);
          expect(after[pane]).toBe(isShown);
          expect(after.scan || after.texts).toBe(true);
        }
      }),
    );
  });
});
