import { describe, expect, it } from 'vitest';
import { evidenceOf, markedWhole } from '../../../viewer/iiif/evidence.ts';
import type { Link, Segment, Text } from '../../../viewer/iiif/text.ts';

const segment = (id: string, value: string, more: Partial<Segment> = {}): Segment => ({
  ...{ id, value, lang: '', dir: 'ltr', renders: [], granularity: 'sentence' },
  ...more,
});
const text = (id: string, language: string, segments: Segment[], links?: Link[]): Text => ({
  ...{ id, key: id, label: id, labelLanguage: 'en', language, dir: language === 'ar' ? 'rtl' : 'ltr' },
  ...{ segments, unplaced: false, omitted: 0 },
  ...(links === undefined ? {} : { links }),
});
const box = (y: number) => ({ x: 10, y, width: 500, height: 20 });
const line = (id: string, value: string, y: number) =>
  segment(id, value, { box: box(y), granularity: 'line' });

const russian = text('ru', 'ru', [
  line('r1', 'Прошу прислать вагоны. Мост', 100),
  line('r2', 'ещё не готов. Жду ответа.', 130),
  line('r3', 'Подпись', 160),
]);
const within = (annotation: string, start: number, end: number) => ({ annotation, within: { start, end } });
const english = text(
  'en',
  'en',
  [
    segment('e1', 'Please send wagons.', { renders: ['r1'], box: box(99) }),
    segment('e2', 'The bridge is “not yet” ready.', { renders: ['r1', 'r2'] }),
    segment('e3', 'I await your answer.', { renders: ['r2'] }),
  ],
  [
    { rendering: ['e1'], original: [within('r1', 0, 22)], isGuess: true },
    { rendering: ['e2'], original: [within('r1', 23, 27), within('r2', 0, 13)], isGuess: true },
    { rendering: ['e3'], original: [within('r2', 14, 25)], isGuess: true },
  ],
);

describe('evidence of words that are marked', () => {
  it('has the sentences of a translation just as they were marked, both ends cut', () => {
    const marked = [
      { annotation: 'e1', words: 'wagons. ', within: { start: 12, end: 19 } },
      { annotation: 'e2', words: 'The bridge', within: { start: 0, end: 10 } },
    ];
    const evidence = evidenceOf(marked, [english, russian]);
    expect(evidence?.quotation).toMatchObject({ words: 'wagons. The bridge', language: 'en' });
    expect(evidence?.quotation.annotations).toEqual(['e1', 'e2']);
    expect(evidence?.quotation.boxes).toEqual([box(99)]);
  });

  it('gives just the words of the original that the sentence renders, line by line', () => {
    const evidence = evidenceOf([{ annotation: 'e2', words: 'bridge' }], [english, russian]);
    expect(evidence?.counterpart).toMatchObject({
      relation: 'renders',
      words: 'Мост\nещё не готов.',
      language: 'ru',
      annotations: ['r1', 'r2'],
      boxes: [box(100), box(130)],
    });
  });

  it('gives what renders a part of a line, and not what renders the rest of it', () => {
    const of = (start: number, end: number) =>
      evidenceOf(
        [{ annotation: 'r2', words: 'ещё не готов. Жду ответа.'.slice(start, end), within: { start, end } }],
        [russian, english],
      )?.counterpart?.words;
    expect(of(0, 10)).toBe('The bridge is “not yet” ready.');
    expect(of(14, 20)).toBe('I await your answer.');
    expect(of(8, 20)).toBe('The bridge is “not yet” ready. I await your answer.');
    // A blank more is nothing more.
    expect(of(13, 20)).toBe('I await your answer.');
  });

  it('keeps lines of the original lines', () => {
    const marked = markedWhole(russian.segments.slice(0, 2));
    const evidence = evidenceOf(marked, [russian, english]);
    expect(evidence?.quotation.words).toBe('Прошу прислать вагоны. Мост\nещё не готов. Жду ответа.');
    expect(evidence?.counterpart).toMatchObject({ relation: 'rendered', annotations: ['e1', 'e2', 'e3'] });
  });

  it('passes over the other column that a mark runs through', () => {
    const marked = [
      { annotation: 'e1', words: 'wagons.' },
      { annotation: 'r2', words: 'ещё не готов.' },
      { annotation: 'e2', words: 'The bridge' },
    ];
    expect(evidenceOf(marked, [russian, english])?.quotation.words).toBe('wagons. The bridge');
  });

  it('has no counterpart where nothing is linked, and finds what stands in the same place', () => {
    expect(
      evidenceOf([{ annotation: 'r3', words: 'Подпись' }], [russian, english])?.counterpart,
    ).toBeUndefined();
    const beside = text('fr', 'fr', [segment('f1', 'Signature', { box: box(160) })]);
    const found = evidenceOf([{ annotation: 'r3', words: 'Подпись' }], [russian, english, beside]);
    expect(found?.counterpart).toMatchObject({ relation: 'beside', words: 'Signature' });
  });

  it('prefers the texts that are named first', () => {
    const other = text('en-b', 'en', [segment('b1', 'Do send cars.', { renders: ['r1'] })]);
    const marked = [{ annotation: 'r1', words: 'Прошу', within: { start: 0, end: 5 } }];
    expect(evidenceOf(marked, [russian, other, english])?.counterpart?.words).toBe('Do send cars.');
    expect(evidenceOf(marked, [russian, english, other])?.counterpart?.words).toBe('Please send wagons.');
  });

  it('puts no space between Chinese sentences, and keeps right-to-left words as they are', () => {
    const chinese = text('zh', 'zh-Hant', [segment('z1', '第一句。'), segment('z2', '第二句。')]);
    expect(evidenceOf(markedWhole(chinese.segments), [chinese])?.quotation.words).toBe('第一句。第二句。');
    const arabic = text('ar', 'ar', [segment('a1', 'قال: “نعم”.'), segment('a2', 'ثم (١٩٥٠)')]);
    expect(evidenceOf(markedWhole(arabic.segments), [arabic])?.quotation).toMatchObject({
      words: 'قال: “نعم”. ثم (١٩٥٠)',
      dir: 'rtl',
    });
  });

  it('tells apart two texts that share their annotations', () => {
    const [one, two] = ['fr', 'de'].map((tag) =>
      text(tag, tag, [segment('same', tag === 'fr' ? 'Bonjour' : 'Guten Tag', { lang: tag })]),
    );
    const texts = [one, two].filter((found) => found !== undefined);
    expect(evidenceOf([{ annotation: 'same', words: 'Tag' }], texts)?.quotation.language).toBe('de');
  });

  it('is none of nothing, of blanks, and of what is no annotation of the page', () => {
    expect(evidenceOf([], [english])).toBeUndefined();
    expect(evidenceOf([{ annotation: 'e1', words: ' \n' }], [english])).toBeUndefined();
    expect(evidenceOf([{ annotation: 'e9', words: 'words' }], [english])).toBeUndefined();
  });
});

describe('a row without a mark', () => {
  it('is marked with the parts of lines that stand in it', () => {
    const [whole] = russian.segments;
    if (whole === undefined) throw new Error('no line');
    const part = { ...whole, value: 'Мост', part: { whole, start: 22 } };
    expect(markedWhole([part])).toEqual([
      { annotation: 'r1', words: 'Мост', within: { start: 23, end: 27 } },
    ]);
    expect(evidenceOf(markedWhole([part]), [russian, english])?.counterpart?.annotations).toEqual(['e2']);
  });
});
