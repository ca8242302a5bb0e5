import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeIdentifier } from '../../../server/language/slug.ts';
import { isIdentifier } from '../../../server/model/identifier.ts';

describe('makeIdentifier', () => {
  it.each([
    ['705 verso', '705-verso'],
    ['IMG_0012.Kopie (2)', 'img-0012-kopie-2'],
    ['Телеграмма Матвеева', 'telegramma-matveeva'],
    ['лист 705 об.', 'list-705-ob'],
    ['Œuvre d’été', 'oeuvre-dete'],
    ['김일성', 'gimilseong'],
    ['  --a--b--  ', 'a-b'],
  ])('makes of %j %j', (name, id) => {
    expect(makeIdentifier(name)).toBe(id);
  });

  it('is never empty, and tells apart what it cannot write in Latin letters', () => {
    const ids = ['毛澤東 1', '周恩來 1', '毛澤東', '周恩來', '', '...'].map(makeIdentifier);
    expect(ids[0]).toMatch(/^1-[0-9a-f]{8}$/);
    expect(ids[2]).toMatch(/^x[0-9a-f]{8}$/);
    expect(new Set(ids.slice(0, 4)).size).toBe(4);
  });

  it('cuts a long name and tells apart what differs in its end', () => {
    const ids = ['a', 'b'].map((end) => makeIdentifier(`${'long '.repeat(100)}${end}`));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id.length).toBeLessThan(100);
  });

  it('gives an identifier for any name, and the same for its other normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        expect(isIdentifier(makeIdentifier(name))).toBe(true);
        expect(makeIdentifier(name.normalize('NFD'))).toBe(makeIdentifier(name.normalize('NFC')));
      }),
    );
  });
});
