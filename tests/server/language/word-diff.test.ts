import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff, wordDistance, type Run } from '../../../server/language/word-diff.ts';

const marked = (runs: readonly Run[]) =>
  runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
const both = (left: string, right: string, language = 'en') => {
  const { left: one, right: other } = wordDiff(left, right, language);
  return [marked(one), marked(other)];
};

describe('words that two texts do not share', () => {
  it('are whole words, marked in each of them', () => {
    expect(both('He was received by the chairman.', 'He was seen by the chairman today.')).toEqual([
      'He was [received] by the chairman.',
      'He was [seen] by the chairman[ today].',
    ]);
    expect(both('the same words', 'the  Same\nwords')).toEqual(['the same words', 'the  Same\nwords']);
  });

  it('are marked as one where they follow each other', () => {
    expect(both('on the left bank', 'on our own shore')).toEqual([
      'on [the left bank]',
      'on [our own shore]',
    ]);
  });

  it('are those of the language, with blanks or without', () => {
    expect(both('委员会同意出售木材', '委员会拒绝出售木材', 'zh')).toEqual([
      '委员会[同意]出售木材',
      '委员会[拒绝]出售木材',
    ]);
    expect(both('O Kŭn-dam', 'O Geun-dam')).toEqual(['O [Kŭn]-dam', 'O [Geun]-dam']);
    expect(both('a b', 'a c', 'no language at all')).toEqual(['a [b]', 'a [c]']);
  });

  it('lose nothing of either text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (left, right) => {
          const { left: one, right: other } = wordDiff(left, right, 'en');
          expect(one.map(({ text }) => text).join('')).toBe(left.normalize('NFC'));
          expect(other.map(({ text }) => text).join('')).toBe(right.normalize('NFC'));
        },
      ),
    );
  });

  it('are not looked for in texts longer than anyone compares', () => {
    const long = 'word '.repeat(6000);
    expect(wordDiff(long, `${long}more`, 'en').left).toEqual([{ text: long, differs: true }]);
  });
});

describe('how far apart two texts are', () => {
  it('is what share of their words the other has not', () => {
    expect(wordDistance('One two three.', 'three, TWO one', 'en')).toBe(0);
    expect(wordDistance('one two three four', 'one two five six', 'en')).toBe(0.5);
    expect(wordDistance('one', 'two', 'en')).toBe(1);
    expect(wordDistance('word word word', 'word', 'en')).toBe(0.5);
    expect(wordDistance('', '', 'en')).toBe(0);
    expect(wordDistance('...', '!', 'en')).toBe(1);
  });
});
