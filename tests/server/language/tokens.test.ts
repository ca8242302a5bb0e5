import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../server/language/tokens.ts';

const words = (text: string) => tokenize(text).map(({ word }) => word);
const places = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

describe('tokens', () => {
  it('are words without case, marks and hyphens, each where it stands', () => {
    expect(words('Pak Il-u, P’yŏngyang; 7.10.1950 ЁЛКА')).toEqual([
      ...['pak', 'il', 'u', 'p', 'yongyang', '7', '10', '1950', 'елка'],
    ]);
    expect(places('Pak Il-u, ЁЛКА')).toEqual(['Pak', 'Il', 'u', 'ЁЛКА']);
  });

  it('have ligatures, the long s and ß written out', () => {
    expect(words('Waſſer, Oﬃce, Straße')).toEqual(['wasser', 'office', 'strasse']);
  });

  it('join a word that a hyphen divides at the end of a line, and take a capital after it for another word', () => {
    expect(words('его теле-\nграмму')).toEqual(['его', 'телеграмму']);
    expect(places('его теле-\nграмму')).toEqual(['его', 'теле-\nграмму']);
    expect(words('Soviet-\nKorean')).toEqual(['soviet', 'korean']);
    expect(words('tele\u00adgram tele\u00ad\ngram')).toEqual(['telegram', 'telegram']);
  });

  it('are overlapping pairs of Han, Kana and Hangul, and the last character once more', () => {
    expect(words('朴一禹')).toEqual(['朴一', '一禹', '禹']);
    expect(words('박일우는 갔다')).toEqual(['박일', '일우', '우는', '는', '갔다', '다']);
    expect(words('金')).toEqual(['金']);
    expect(words('毛澤東say主席')).toEqual(['毛泽', '泽东', '东', 'say', '主席', '席']);
  });

  it('are simplified where they are Han, and joined where a hyphen divides Hangul', () => {
    expect(words('國民黨')).toEqual(words('国民党'));
    expect(words('건-\n넜다')).toEqual(['건넜', '넜다', '다']);
  });

  it('let runs of Han go on over the end of a line', () => {
    expect(words('毛澤\n東')).toEqual(['毛泽', '泽东', '东']);
    expect(places('毛澤\n東')).toEqual(['毛澤', '澤\n東', '東']);
  });

  it('stand in order inside any text, however hostile, and hold nothing that FTS5 would take for syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let before = 0;
        for (const { word, start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}ー々〆\u3007]+$/u);
          before = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of a word of a megabyte are none, and cost no more than reading it', () => {
    expect(tokenize('a'.repeat(1_000_000))).toEqual([]);
    expect(tokenize('朴'.repeat(100_000))).toHaveLength(100_000);
  });
});
