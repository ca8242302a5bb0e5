import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOfLines, type Line } from '../../../server/language/line-sentences.ts';

const lines = (...texts: (string | [string, string])[]): Line[] =>
  texts.map((line, index) =>
    typeof line === 'string'
      ? { id: `l${index}`, text: line }
      : { id: `l${index}`, text: line[0], block: line[1] },
  );

describe('sentences of lines', () => {
  it('remember which part of which line they came from', () => {
    const found = sentencesOfLines(
      lines('The bridge is gone. The railway', 'is open. Send', 'timber.'),
      'en',
    );
    expect(found).toEqual([
      { text: 'The bridge is gone.', parts: [{ line: 'l0', start: 0, end: 19 }] },
      {
        text: 'The railway is open.',
        parts: [
          { line: 'l0', start: 20, end: 31 },
          { line: 'l1', start: 0, end: 8 },
        ],
      },
      {
        text: 'Send timber.',
        parts: [
          { line: 'l1', start: 9, end: 13 },
          { line: 'l2', start: 0, end: 7 },
        ],
      },
    ]);
  });

  it.each([
    ['транс-', 'портом.', 'ru', 'транспортом.'],
    ['Eisen¬', 'bahn.', 'de', 'Eisenbahn.'],
    ['Eiſen⸗', 'bahn.', 'de', 'Eiſenbahn.'],
    ['Gebür=', 'ge.', 'de', 'Gebürge.'],
    ['rail\u00ad', 'way.', 'en', 'railway.'],
    ['Nord-', 'Süd.', 'de', 'Nord-Süd.'],
    ['мост - ', 'старый.', 'ru', 'мост - старый.'],
    ['a =', 'b.', 'en', 'a = b.'],
    ['大使馆收到', '了电报。', 'zh', '大使馆收到了电报。'],
    ['우리 학교에는', '학생이 있습니다.', 'ko', '우리 학교에는 학생이 있습니다.'],
  ])('join %s and %s', (first, second, language, joined) => {
    const [sentence] = sentencesOfLines(lines(first, second), language);
    expect(sentence?.text).toBe(joined);
    // The hyphen is part of the line, though not of the word.
    expect(sentence?.parts[0]).toEqual({ line: 'l0', start: 0, end: first.trimEnd().length });
  });

  it('go on over the end of a page where they have not ended, past its number', () => {
    const found = sentencesOfLines(
      lines(['The sheds could be made', 'a'], ['- 2 -', 'b'], ['available at once.', 'c'], ['Signed', 'd']),
      'en',
    );
    expect(found.map(({ text, parts }) => [text, parts.map(({ line }) => line)])).toEqual([
      ['The sheds could be made available at once.', ['l0', 'l2']],
      ['- 2 -', ['l1']],
      ['Signed', ['l3']],
    ]);
  });

  it('end with their block where the next begins anew', () => {
    const found = sentencesOfLines(
      lines(['TOP SECRET', 'a'], ['Copy No. 2', 'b'], ['To the Minister', 'c']),
      'en',
    );
    expect(found.map(({ text }) => text)).toEqual(['TOP SECRET', 'Copy No. 2', 'To the Minister']);
  });

  it('hold every character of every line but blanks just once', () => {
    const words = fc.constantFrom(
      'Да.',
      'мост',
      'транс-',
      'порт',
      '7.',
      'Dr.',
      '«Стой!»',
      '- 2 -',
      '大使。',
      ' ',
      '\ud800',
      '=',
    );
    const line = fc.record({
      text: fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
      block: fc.constantFrom('a', 'b', undefined),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('ru', 'de', 'zh'), (all, language) => {
        const given = all.map((one, index) => ({ ...one, id: String(index) }));
        const covered = given.map(({ text }) => new Uint8Array(text.length));
        for (const { parts } of sentencesOfLines(given, language)) {
          for (const { line: id, start, end } of parts) {
            expect(end).toBeGreaterThan(start);
            for (let at = start; at < end; at += 1) {
              const row = covered[Number(id)];
              if (row !== undefined) row[at] = (row[at] ?? 0) + 1;
            }
          }
        }
        for (const [index, { text }] of given.entries()) {
          for (let at = 0; at < text.length; at += 1) {
            const times = covered[index]?.[at] ?? 0;
            expect(times <= 1).toBe(true);
            if (/\S/.test(text.charAt(at))) expect(`${text} ${at} ${times}`).toBe(`${text} ${at} 1`);
          }
        }
      }),
    );
  });
});
