import { describe, expect, it } from 'vitest';
import { findFolio, indexFolios, suggestFolios } from '../../../viewer/iiif/folio.ts';

const leaves = indexFolios([
  'Cover',
  '704',
  '705',
  '705 verso',
  'f. 12a',
  '12b',
  'л. 13 об.',
  '013 r',
  '[7]',
]);

const found = (typed: string) => {
  const result = findFolio(leaves, typed);
  return result.kind === 'page' ? result.page : undefined;
};

describe('what someone types for a page', () => {
  it('is found as it is written, whatever the case and the spaces', () => {
    expect(found('705')).toBe(2);
    expect(found('  705   VERSO ')).toBe(3);
    expect(found('cover')).toBe(0);
  });

  it('is found with and without the words that only say that it is a leaf, and with its side abbreviated', () => {
    for (const typed of ['705v', '705 v.', 'f. 705v', 'folio 705 verso', 'л. 705 об.', '705об']) {
      expect([typed, found(typed)]).toEqual([typed, 3]);
    }
    expect(found('12a')).toBe(4);
    expect(found('fol. 12 B')).toBe(5);
    expect(found('13v')).toBe(6);
    expect(found('13 recto')).toBe(7);
    expect(found('F. 7')).toBe(8);
  });

  it('is the first page whose name begins so, if none is called just that', () => {
    expect(found('12')).toBe(4);
    expect(found('13')).toBe(6);
  });

  it('is a number counted from 1, if no page is called that', () => {
    expect(found('1')).toBe(0);
    expect(found('7')).toBe(8);
    expect(found('9')).toBe(8);
    expect(found('10')).toBeUndefined();
    expect(found('0')).toBeUndefined();
  });

  it('is unknown else, and the nearest by number is named', () => {
    expect(findFolio(leaves, '710')).toEqual({ kind: 'unknown', nearest: 2 });
    expect(findFolio(leaves, '20')).toEqual({ kind: 'unknown', nearest: 6 });
    expect(findFolio(leaves, 'preface')).toEqual({ kind: 'unknown', nearest: undefined });
    expect(findFolio(leaves, ' ')).toEqual({ kind: 'unknown', nearest: undefined });
    expect(findFolio(leaves, '9'.repeat(60))).toEqual({ kind: 'unknown', nearest: undefined });
    expect(findFolio(leaves, '.*(')).toEqual({ kind: 'unknown', nearest: undefined });
  });
});

describe('pages that are offered while one is typed', () => {
  it('begin with the one that is called so, and have the numbered one at their end', () => {
    expect(suggestFolios(leaves, '705', 8)).toEqual([2, 3]);
    expect(suggestFolios(leaves, '1', 8)).toEqual([4, 5, 6, 7, 0]);
    expect(suggestFolios(leaves, '12', 8)).toEqual([4, 5]);
  });

  it('are found inside of names too, and are no more than wanted', () => {
    expect(suggestFolios(leaves, 'ver', 8)).toEqual([0, 3].slice(0, 2));
    const many = indexFolios(Array.from({ length: 2000 }, (_, index) => `1${index}`));
    expect(suggestFolios(many, '1', 8)).toHaveLength(8);
    expect(suggestFolios(many, '', 8)).toEqual([]);
  });
});
