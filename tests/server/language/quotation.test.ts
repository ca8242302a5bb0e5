import { describe, expect, it } from 'vitest';
import { QuotedText } from '../../../server/language/quotation.ts';

const LINES = [
  { id: 'l1', text: 'Докладываю: 4 октября из по-' },
  { id: 'l2', text: 'ездки возвратился министр. Он' },
  { id: 'l3', text: 'созвал совещание. Он уехал.' },
  { id: 'l4', text: 'Прошу ответить. Он уехал.' },
];
const find = (words: string, ...near: string[]) => new QuotedText(LINES).find(words, new Set(near));

describe('quoted words', () => {
  it('are found over the ends of lines and their hyphens, whatever their case and blanks', () => {
    expect(find('4 октября из поездки  ВОЗВРАТИЛСЯ')).toEqual({
      parts: [
        { line: 'l1', start: 12, end: 28 },
        { line: 'l2', start: 0, end: 17 },
      ],
    });
  });

  it('that stand in several places are those of the lines that are named', () => {
    expect(find('Он уехал.', 'l4')).toEqual({ parts: [{ line: 'l4', start: 16, end: 25 }] });
    expect(find('Он уехал.')).toEqual({ missing: 'ambiguous' });
  });

  it('are whole words, and the one of several that is asked for', () => {
    const text = new QuotedText([
      { id: 'a', text: 'The volcano. Yes, soya-' },
      { id: 'b', text: 'bean. Yes, no. Yes.' },
    ]);
    expect(text.find('no.', new Set(['a']))).toEqual({ parts: [{ line: 'b', start: 11, end: 14 }] });
    expect(text.find('bean', new Set())).toEqual({ missing: 'absent' });
    expect(text.find('soyabean', new Set())).toMatchObject({
      parts: [{ start: 18, end: 23 }, { line: 'b' }],
    });
    expect(text.find('Yes', new Set(['b']))).toEqual({ missing: 'ambiguous' });
    expect(text.find('Yes', new Set(['b']), 2)).toEqual({ parts: [{ line: 'b', start: 15, end: 18 }] });
  });

  it('are found though the lines that are named are gone, or others', () => {
    expect(find('Прошу ответить.', 'l1')).toEqual({ parts: [{ line: 'l4', start: 0, end: 15 }] });
    expect(find('Прошу ответить.', 'gone')).toEqual({ parts: [{ line: 'l4', start: 0, end: 15 }] });
  });

  it('are found where a character of four at most was changed, and not where more was', () => {
    expect(find('возвратился министръ', 'l2')).toEqual({ parts: [{ line: 'l2', start: 6, end: 25 }] });
    expect(find('созвалъ совѣщаніе')).toMatchObject({ parts: [{ line: 'l3', start: 0 }] });
    expect(find('что-то совсем другое', 'l2')).toEqual({ missing: 'absent' });
    expect(find('...', 'l2')).toEqual({ missing: 'absent' });
    expect(find(' - ')).toEqual({ missing: 'absent' });
    expect(new QuotedText([]).find('слово', new Set())).toEqual({ missing: 'absent' });
  });
});
