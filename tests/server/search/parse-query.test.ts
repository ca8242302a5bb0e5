import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../server/model/failure.ts';
import { parseQuery } from '../../../server/search/parse-query.ts';
import type { Query } from '../../../server/search/query.ts';

/** A query as it would be written with every bracket. */
function shown(query: Query | undefined): string {
  if (query === undefined) return '';
  if (query.kind === 'term') {
    const words = query.phrase ? `"${query.text}"` : query.text;
    return `${query.exact ? '=' : ''}${words}${query.prefix ? '*' : ''}`;
  }
  if (query.kind === 'field') return `${query.field}:${query.value}`;
  if (query.kind === 'not') return `!${shown(query.part)}`;
  return `(${query.parts.map(shown).join(query.kind === 'and' ? ' & ' : ' | ')})`;
}

const read = (text: string) => shown(parseQuery(text).query);
const notes = (text: string) => parseQuery(text).notes.map(({ kind }) => kind);

describe('a query', () => {
  it.each([
    ['timber ferry', '(timber & ferry)'],
    ['"two barges" ferry', '("two barges" & ferry)'],
    ['„zwei Kähne“', '"zwei Kähne"'],
    ['«две баржи»', '"две баржи"'],
    ['fer*', 'fer*'],
    ['"two bar"*', '"two bar"*'],
    ['=Залесьев ="Pak Il-u"', '(=Залесьев & ="Pak Il-u")'],
    ['timber OR ferry barge', '(timber | (ferry & barge))'],
    ['(timber OR ferry) AND barge', '((timber | ferry) & barge)'],
    ['ferry NOT barge', '(ferry & !barge)'],
    ['ferry -barge', '(ferry & !barge)'],
    ['ferry NOT NOT barge', '(ferry & barge)'],
    ['Il-u', 'Il-u'],
    ['kind:telegram year:1950-1953', '(kind:telegram & year:1950-1953)'],
    ['person:"Pak Il-u"', 'person:Pak Il-u'],
    ['or and not', '(or & and & not)'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(notes(text)).toEqual([]);
  });

  it.each([
    ['"two barges', '"two barges"', 'quote-unclosed'],
    ['(timber OR ferry', '(timber | ferry)', 'bracket-unmatched'],
    ['timber) ferry', '(timber & ferry)', 'bracket-unmatched'],
    ['timber AND', 'timber', 'operator-alone'],
    ['OR timber', 'timber', 'operator-alone'],
    ['NOT', '', 'operator-alone'],
    ['AND OR NOT', '', 'operator-alone'],
    ['Note:see', '"Note see"', 'field-unknown'],
    ['NOT barge', '', 'only-excluded'],
    ['ferry OR -barge', '', 'only-excluded'],
  ])('%s is read as %s, and it is said why', (text, expected, note) => {
    expect(read(text)).toBe(expected);
    expect(notes(text)).toContain(note);
  });

  it.each(['', '  ', '"" ()', '*', '!!! ???', "'; --"])('%j asks for nothing', (text) => {
    expect(parseQuery(text).query).toBeUndefined();
  });

  it('is refused where it is too long, too deep or of too many words', () => {
    expect(() => parseQuery('a'.repeat(1001))).toThrow(Failure);
    expect(() => parseQuery(Array.from({ length: 200 }, () => 'a').join(' OR '))).toThrow(/too many words/);
    expect(() => parseQuery(`${'('.repeat(100)}a`)).toThrow(/too deeply/);
  });

  it('is read or refused, whatever it is', () => {
    const pieces = fc.constantFrom(
      '"',
      '(',
      ')',
      'AND ',
      'OR ',
      'NOT ',
      '-',
      '*',
      '=',
      ':',
      'kind:',
      ' ',
      'ab',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }),
        (all) => {
          try {
            parseQuery(all.join(''));
          } catch (error) {
            expect(error).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
