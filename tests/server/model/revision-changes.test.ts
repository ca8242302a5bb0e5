import { describe, expect, it } from 'vitest';
import { revisionChanges } from '../../../server/model/revision-changes.ts';
import { segment } from '../../support/stored-document.ts';

describe('what changed from one revision to the next', () => {
  it('is told by the ids of segments, wherever they stand in the order', () => {
    const before = [segment('s1', 'one', ['1']), segment('s2', 'two', ['1']), segment('s3', 'three', ['1'])];
    const after = [segment('s3', 'three', ['2']), segment('s1', 'One', ['2']), segment('s4', 'four', ['2'])];
    expect(revisionChanges(before, after)).toEqual({ added: 1, gone: 1, reworded: 1, moved: 1 });
  });

  it('is no move where the place follows from a link', () => {
    const link = { parts: [{ segment: 's1', start: 0, end: 3 }], origin: 'hand' } as const;
    const at = (page: string) => [segment('t1', 'one', [page], { renders: ['s1'], link })];
    expect(revisionChanges(at('1'), at('2'))).toEqual({ added: 0, gone: 0, reworded: 0, moved: 0 });
  });

  it('is all of it where nothing was there', () => {
    expect(revisionChanges([], [segment('s1', 'one', [])])).toEqual({
      ...{ added: 1, gone: 0, reworded: 0, moved: 0 },
    });
  });
});
