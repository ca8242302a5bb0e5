import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainText, serializePlainText } from '../../../server/formats/plain-text.ts';
import type { ParsedSegment, ParsedText, SheetMark } from '../../../server/model/parsed-text.ts';
import { sharedFiles } from '../../support/shared-data.ts';

function read(text: string): ParsedText {
  return parsePlainText(new TextEncoder().encode(text));
}

function valuesOf(text: string): string[][] {
  return read(text).sheets.map(({ segments }) => segments.map(({ value }) => value));
}

describe('parsePlainText', () => {
  it('keeps the lines of a paragraph, and cuts at lines that only look empty', () => {
    expect(valuesOf('one\n  two  words\n \t \nthree\n')).toEqual([['one\ntwo words', 'three']]);
  });

  it.each([
    ['(p. 1)', '1'],
    ['(p.706)', '706'],
    ['(P. 12 verso)', '12 verso'],
    ['[p. 12a]', '12a'],
    ['(p.\u00a012\nrecto )', '12 recto'],
    ['(p. iv)', 'iv'],
  ])('takes %j for a page mark', (mark, label) => {
    const { sheets } = read(`before ${mark} after`);
    expect(sheets.map((sheet) => sheet.mark)).toEqual([{ kind: 'none' }, { kind: 'label', label }]);
    expect(sheets.map(({ segments }) => segments[0]?.value)).toEqual(['before', 'after']);
    expect(sheets[0]?.segments[0]?.block).toBe(sheets[1]?.segments[0]?.block);
  });

  it.each([
    '(pp. 3-5)',
    '(p. 1234567)',
    '(see p. 5)',
    '(p. 5, note)',
    'p. 5',
    '(p. 5]',
    '(p. xxiv and more)',
  ])('takes %j for words', (words) => {
    expect(valuesOf(`before ${words} after`)).toEqual([[`before ${words} after`]]);
  });

  it('counts form feeds as pages, empty pages too', () => {
    expect(read('a\f\fc\f').sheets.map(({ mark }) => mark)).toEqual([
      { kind: 'none' },
      { kind: 'order', number: 3 },
    ]);
  });

  it('has no sheets for a file without words', () => {
    for (const text of ['', '\n\n', '\f\f', '(p. 1)\n']) expect(read(text).sheets).toEqual([]);
  });

  it.each(sharedFiles('poilus-wills-fr', '.txt'))('loses no word of %s', (file) => {
    const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
    const source = readFileSync(file, 'utf8');
    expect(valuesOf(source).flat().flatMap(words)).toEqual(words(source));
  });
});

describe('serializePlainText', () => {
  it('reads back the same: marks, values and the paragraphs that run over a page’s end', () => {
    const value = fc.constantFrom('one', 'two words', 'line\nand line', 'слово', '(pp. 3)');
    const turn = fc.constantFrom('label', 'feed', 'two feeds');
    // A paragraph, and the turns of the page that it runs over; and whether one follows it.
    const paragraph = fc.record({
      first: value,
      rest: fc.array(fc.record({ turn, value }), { maxLength: 2 }),
      then: fc.option(turn),
    });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const sheets: { mark: SheetMark; segments: ParsedSegment[] }[] = [
          { mark: { kind: 'none' }, segments: [] },
        ];
        let number = 1;
        const turnPage = (kind: string): void => {
          if (kind !== 'label') number += kind === 'feed' ? 1 : 2;
          const mark: SheetMark =
            kind === 'label' ? { kind, label: `${sheets.length} verso` } : { kind: 'order', number };
          sheets.push({ mark, segments: [] });
        };
        paragraphs.forEach(({ first, rest, then }, index) => {
          const block = rest.length === 0 ? {} : { block: `b${index + 1}` };
          const add = (words: string): void => {
            const segment: ParsedSegment = {
              granularity: 'paragraph',
              value: words,
              ...block,
              words: [],
              renders: [],
            };
            sheets.at(-1)?.segments.push(segment);
          };
          add(first);
          for (const each of rest) {
            turnPage(each.turn);
            add(each.value);
          }
          if (then !== null && index < paragraphs.length - 1) turnPage(then);
        });
        expect(read(serializePlainText({ sheets, problems: [] })).sheets).toEqual(sheets);
      }),
    );
  });
});
