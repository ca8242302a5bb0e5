import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSentences } from '../../../server/alignment/align-sentences.ts';
import type { Bead } from '../../../server/alignment/bead.ts';
import {
  CHINESE,
  CHINESE_IN_ENGLISH,
  KOREAN,
  KOREAN_IN_ENGLISH,
  RUSSIAN,
  RUSSIAN_IN_ENGLISH,
} from './texts.ts';

const english = (sentences: readonly string[]) => ({ language: 'en', sentences });

/** `3:2` for the fourth sentence and the third, `3,4:2`, `3:` for one that was left out. */
function written(beads: readonly Bead[]): string[] {
  const list = ({ from, to }: { from: number; to: number }) =>
    Array.from({ length: to - from }, (_, at) => from + at).join(',');
  return beads.map(({ source, target }) => `${list(source)}:${list(target)}`);
}

const inStep = (count: number) => Array.from({ length: count }, (_, at) => `${at}:${at}`);

describe('aligning sentences', () => {
  it.each([
    ['Russian', RUSSIAN, RUSSIAN_IN_ENGLISH],
    ['Korean', KOREAN, KOREAN_IN_ENGLISH],
    ['Chinese', CHINESE, CHINESE_IN_ENGLISH],
  ] as const)('pairs %s with its English rendering, either way round', (_, source, rendering) => {
    const target = english(rendering);
    const { beads, relation } = alignSentences(source, target);
    expect(written(beads)).toEqual(inStep(rendering.length));
    expect(relation).toBe('rendering');
    expect(written(alignSentences(target, source).beads)).toEqual(inStep(rendering.length));
  });

  it('finds sentences that were joined, and one that was divided', () => {
    const joined = [
      ...RUSSIAN_IN_ENGLISH.slice(0, 2),
      `${RUSSIAN_IN_ENGLISH[2] ?? ''} ${RUSSIAN_IN_ENGLISH[3] ?? ''}`,
      ...RUSSIAN_IN_ENGLISH.slice(4, 9),
      'The doctors ask for medicines.',
      'They need quinine, iodine and bandages.',
      ...RUSSIAN_IN_ENGLISH.slice(10),
    ];
    expect(written(alignSentences(RUSSIAN, english(joined)).beads)).toEqual([
      ...['0:0', '1:1', '2,3:2', '4:3', '5:4', '6:5', '7:6', '8:7', '9:8,9', '10:10', '11:11'],
    ]);
  });

  it('says what was left out, and does not smear it over its neighbours', () => {
    const shorter = RUSSIAN_IN_ENGLISH.filter((_, at) => at < 5 || at > 8);
    const { beads, relation } = alignSentences(RUSSIAN, english(shorter));
    expect(written(beads)).toEqual([...inStep(5), '5:', '6:', '7:', '8:', '9:5', '10:6', '11:7']);
    expect(relation).toBe('rendering');
  });

  it('says what was put in', () => {
    const note =
      'Translator’s remark: the depot at Wonsan had belonged to a Japanese company called Mitsubishi.';
    const longer = [...RUSSIAN_IN_ENGLISH.slice(0, 6), note, ...RUSSIAN_IN_ENGLISH.slice(6)];
    const { beads } = alignSentences(RUSSIAN, english(longer));
    expect(written(beads)).toEqual([...inStep(6), ':6', '6:7', '7:8', '8:9', '9:10', '10:11', '11:12']);
  });

  it('is sure of what has anchors, and less of what has none', () => {
    const { beads } = alignSentences(RUSSIAN, english(RUSSIAN_IN_ENGLISH));
    expect(beads[5]?.confidence).toBeGreaterThan(0.9);
    const blind = (sentences: readonly string[]) => sentences.map((sentence) => 'x'.repeat(sentence.length));
    const guessed = alignSentences(
      { language: 'und', sentences: blind(RUSSIAN.sentences) },
      { language: 'und', sentences: blind(RUSSIAN_IN_ENGLISH) },
    );
    expect(guessed.beads[5]?.confidence).toBeLessThan(0.9);
    // Lengths alone tell nothing of what was said.
    expect(guessed.relation).toBe('unknown');
  });

  it('recognises a rendering of something else', () => {
    const turned = [...RUSSIAN_IN_ENGLISH, ...KOREAN_IN_ENGLISH, ...CHINESE_IN_ENGLISH].reverse();
    expect(alignSentences(RUSSIAN, english(turned)).relation).toBe('unrelated');
  });
});

describe('whatever is given', () => {
  it.each([
    ['nothing', [], []],
    ['no source', [], ['One.', 'Two.']],
    ['no target', ['One.', 'Two.'], []],
    ['empty sentences', ['', '', ''], ['', '']],
    ['lone surrogates', ['\ud800 one', 'two \udfff'], ['\udc00', '\ud800']],
    ['one enormous sentence', ['word 12 '.repeat(50_000)], ['a', 'b']],
    ['mixed scripts', ['Москва 莫斯科 Moscow 1950', 'ㄱㄴㄷ'], ['Moscow 1950', 'abc']],
  ] as const)('holds every sentence once: %s', (_, source, target) => {
    expectPartition(source, target);
  });

  it('holds every sentence once: one against a thousand', () => {
    const thousand = Array.from({ length: 1000 }, (_, at) => `Sentence number ${at} of very many.`);
    expectPartition(['Sentence number 500 of very many.'], thousand);
    expectPartition(thousand, ['Sentence number 500 of very many.']);
  });

  it('holds every sentence once: a text and one as long as a book, in a band', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `Line ${at} names Person${at % 977} and place ${at * 7}.`);
    expectPartition(many(1300), many(1250));
  });

  it('holds every sentence once: of texts too long to be joined too', () => {
    const many = { language: 'en', sentences: Array.from({ length: 70_000 }, () => 'Yes.') };
    const { beads, relation } = alignSentences(many, many);
    expect(relation).toBe('unknown');
    expect(beads).toHaveLength(140_000);
    expect(beads.every(({ confidence }) => confidence === 0)).toBe(true);
  });

  it('holds every sentence once, in order, with a probability', () => {
    const sentence = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('Kim Il Sung, 7 October 1950?', 'Да.', '回答。', '(p. 3)', ''),
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 14 }),
        fc.array(sentence, { maxLength: 14 }),
        (source, target) => expectPartition(source, target),
      ),
      { numRuns: 150 },
    );
  });
});

function expectPartition(source: readonly string[], target: readonly string[]): void {
  const { beads } = alignSentences(
    { language: 'en', sentences: source },
    { language: 'ru', sentences: target },
  );
  let [row, column] = [0, 0];
  for (const bead of beads) {
    expect([bead.source.from, bead.target.from]).toEqual([row, column]);
    [row, column] = [bead.source.to, bead.target.to];
    expect(bead.source.to - bead.source.from + bead.target.to - bead.target.from).toBeGreaterThan(0);
    expect(bead.confidence >= 0 && bead.confidence <= 1).toBe(true);
  }
  expect([row, column]).toEqual([source.length, target.length]);
}
