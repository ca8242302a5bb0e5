import { describe, expect, it } from 'vitest';
import { quoted } from '../../../viewer/iiif/quotation-marks.ts';

describe('quotation marks', () => {
  it.each([
    ['en', 'plain', '“plain”'],
    ['en-GB', 'he said “no”', '‘he said “no”’'],
    ['en', 'he said "no"', '‘he said "no"’'],
    ['en', 'the Legation’s wagons', '“the Legation’s wagons”'],
    // Both are in use already: then the language's own.
    ['en', '“a ‘b’”', '““a ‘b’””'],
    ['ru', 'слова', '«слова»'],
    ['ru', 'завод «Серп»', '„завод «Серп»“'],
    ['de', 'Wörter', '„Wörter“'],
    ['zh-Hant', '他說「好」', '『他說「好」』'],
    ['zh-Hans', '好', '“好”'],
    ['fr', 'mots', '« mots »'],
    ['', 'words', '“words”'],
  ])('of %s around %s', (language, words, expected) => {
    expect(quoted(words, language)).toBe(expected);
  });
});
