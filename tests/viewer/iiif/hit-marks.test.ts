import { describe, expect, it } from 'vitest';
import { hitsBySegment, marksIn, type NumberedHit } from '../../../viewer/iiif/hit-marks.ts';
import type { Hit, HitPart } from '../../../viewer/iiif/search-answer.ts';
import type { Segment, Text } from '../../../viewer/iiif/text.ts';

const segment = (id: string, value: string, more: Partial<Segment> = {}): Segment => ({
  ...{ id, value, lang: 'ru', dir: 'ltr', renders: [], granularity: 'line' },
  ...more,
});
const text = (segments: Segment[], language = 'ru'): Text => ({
  ...{ id: 'urn:page', key: language, label: '', labelLanguage: '', language, dir: 'ltr' },
  ...{ segments, unplaced: false, omitted: 0 },
});
const part = (more: Partial<HitPart>): HitPart => ({
  ...{ annotation: 'urn:s1', exact: '', prefix: '', suffix: '', canvas: 'urn:c' },
  ...more,
});
const hit = (parts: HitPart[], language = ''): Hit => ({
  ...{ canvas: 'urn:c', parts, before: '', match: '', after: '', language },
});
const numbered = (...hits: Hit[]): NumberedHit[] => hits.map((one, number) => ({ number, hit: one }));
const marked = (words: string, ...parts: Partial<HitPart>[]) =>
  marksIn(
    segment('urn:s1', words),
    words,
    parts.map((one, number) => ({ number, part: part(one) })),
  ).map(({ start, end }) => words.slice(start, end));

describe('hitsBySegment', () => {
  const box = { x: 100, y: 100, width: 400, height: 40 };
  const texts = [
    text([segment('urn:s1', 'Паром у деревни', { box })]),
    text([segment('urn:e1', 'the ferry', { box })], 'en'),
  ];

  it('finds the annotation that a hit names', () => {
    const hits = numbered(hit([part({ exact: 'Паром' })]));
    expect([...hitsBySegment(texts, hits).keys()]).toEqual(['urn:s1']);
  });

  it('finds what stands at the same place and says the same, where a hit has names of its own', () => {
    const word = { annotation: 'urn:other', box: { x: 105, y: 102, width: 60, height: 36 } };
    const names = (exact: string, language = '') => [
      ...hitsBySegment(texts, numbered(hit([part({ ...word, exact })], language))).keys(),
    ];
    expect(names('паром')).toEqual(['urn:s1']);
    expect(names('Ferry')).toEqual(['urn:e1']);
    expect(names('Ferry', 'ru')).toEqual([]);
    expect(names('bridge')).toEqual([]);
    const elsewhere = part({ ...word, exact: 'паром', box: { x: 105, y: 500, width: 60, height: 36 } });
    expect(hitsBySegment(texts, numbered(hit([elsewhere]))).size).toBe(0);
  });
});

describe('marksIn', () => {
  it('marks characters by their number, also where some are two units long', () => {
    expect(marked('𝕬𝕭 паром', { within: { start: 3, end: 8 } })).toEqual(['паром']);
  });

  it('marks a quotation, and by the words around it which of several it is', () => {
    expect(marked('A bird in the hand', { exact: 'BIRD' })).toEqual(['bird']);
    const words = 'bird after bird';
    const [mark] = marksIn(segment('urn:s1', words), words, [
      { number: 0, part: part({ exact: 'bird', prefix: 'after ' }) },
    ]);
    expect(mark).toEqual({ number: 0, start: 11, end: 15 });
    expect(marked('other words', { exact: 'bird' })).toEqual([]);
    expect(marked('bird', { exact: '' })).toEqual([]);
  });

  it('keeps marks apart and inside of the words', () => {
    const spans = [
      { within: { start: 4, end: 90 } },
      { within: { start: 0, end: 6 } },
      { within: { start: 80, end: 90 } },
    ];
    expect(marked('abcdefgh', ...spans)).toEqual(['abcdef', 'gh']);
  });

  it('marks in a part of a line what stands in that part', () => {
    const whole = segment('urn:s1', 'не прибыл. Второй паром');
    const [one, other] = [
      segment('urn:s1', 'не прибыл.', { part: { whole, start: 0 } }),
      // It begins with the white space, which is not shown.
      segment('urn:s1', 'Второй паром', { part: { whole, start: 10 } }),
    ];
    const hits = [{ number: 7, part: part({ within: { start: 18, end: 23 } }) }];
    expect(marksIn(one, one.value, hits)).toEqual([]);
    expect(marksIn(other, other.value, hits)).toEqual([{ number: 7, start: 7, end: 12 }]);
  });
});
