import { describe, expect, it } from 'vitest';
import { confirmedOnly } from '../../../viewer/iiif/confirmed.ts';
import { linksIn } from '../../../viewer/iiif/links.ts';
import { numberBeside, lineNumbers } from '../../../viewer/iiif/line-numbers.ts';
import { placesOf } from '../../../viewer/iiif/lit-boxes.ts';
import { sentenceBlocks } from '../../../viewer/iiif/sentence-rows.ts';
import type { Segment, Text } from '../../../viewer/iiif/text.ts';

const segment = (id: string, value: string, more: Partial<Segment> = {}): Segment => ({
  ...{ id, value, lang: '', dir: 'auto', renders: [], granularity: 'line' },
  ...more,
});
const text = (id: string, segments: Segment[], more: Partial<Text> = {}): Text => ({
  ...{ id, key: id, label: id, labelLanguage: '', language: id, dir: 'ltr', unplaced: false, omitted: 0 },
  segments,
  ...more,
});
const annotation = (body: string[], target: unknown[], origin = 'machine') => ({
  id: `links#${body[0] ?? ''}`,
  type: 'Annotation',
  motivation: ['linking'],
  body: body.map((id) => ({ id, type: 'Annotation' })),
  target,
  origin,
});
const part = (id: string, start: number, end: number) => ({
  type: 'SpecificResource',
  source: { id, type: 'Annotation' },
  selector: { type: 'TextPositionSelector', start, end },
});

const box = (y: number) => ({ x: 0, y, width: 100, height: 10 });
const original = text('ru', [
  segment('l1', 'Раз два. Три', { box: box(0) }),
  segment('l2', '𝔄 четыре. Пять.', { box: box(20) }),
]);
const page = {
  items: [
    annotation(['t1'], [part('l1', 0, 8)], 'confirmed'),
    annotation(['t2'], [part('l1', 9, 12), part('l2', 0, 9)]),
    annotation(['t3', 't4'], [part('l2', 10, 15)]),
    { type: 'Annotation', motivation: 'commenting', body: [{ id: 't1' }], target: ['l1'] },
    { type: 'Annotation', motivation: 'linking', body: [], target: ['l1'] },
    null,
  ],
};
const translation = text(
  'en',
  ['One two.', 'Three four.', 'Five,', 'indeed.'].map((value, index) =>
    segment(`t${index + 1}`, value, {
      granularity: '',
      renders: ['l1'],
      box: box(0),
      ...(index === 0 ? {} : { isGuess: true, confidence: 0.8 }),
    }),
  ),
  { links: linksIn(page) },
);
/** The rows of the first block, of two texts or more. */
const sentenceRows = (...texts: Text[]) =>
  sentenceBlocks(texts)?.[0]?.rows.map(({ cells }) => ({
    cells,
    left: cells[0] ?? [],
    right: cells[1] ?? [],
  }));
const told = (rows: ReturnType<typeof sentenceRows>) =>
  rows?.map(({ cells }) => cells.map((cell) => cell.map(({ value }) => value)));

describe('links', () => {
  it('are read with the parts that they name; what is none is passed over', () => {
    expect(linksIn(page)).toHaveLength(3);
    expect(linksIn(page)[0]).toEqual({
      rendering: ['t1'],
      original: [{ annotation: 'l1', within: { start: 0, end: 8 } }],
      isGuess: false,
    });
    for (const odd of [undefined, 7, { items: 'x' }, { items: [{ motivation: ['linking'], body: 3 }] }]) {
      expect(linksIn(odd)).toEqual([]);
    }
  });
});

describe('rows of sentences', () => {
  it('cut the lines of the original where a sentence ends, counted in characters of Unicode', () => {
    const rows = sentenceRows(original, translation);
    expect(told(rows)).toEqual([
      [['Раз два.'], ['One two.']],
      [['Три', '𝔄 четыре.'], ['Three four.']],
      [['Пять.'], ['Five,', 'indeed.']],
    ]);
    const numbers = lineNumbers(original.segments);
    expect(rows?.map(({ left }) => left.map((piece) => numberBeside(piece, numbers)))).toEqual([
      [1],
      [undefined, undefined],
      [undefined],
    ]);
  });

  it('follow the translation where that stands on the left', () => {
    expect(told(sentenceRows(translation, original))?.[1]).toEqual([['Three four.'], ['Три', '𝔄 четыре.']]);
  });

  it('stand where the translation stands, which knows its part of the line', () => {
    const [first] = sentenceRows(original, translation) ?? [];
    expect(first === undefined ? [] : placesOf(first)).toEqual([box(0)]);
    const unlinked = sentenceRows(original, { ...translation, links: translation.links?.slice(0, 1) ?? [] });
    expect(unlinked?.flatMap(({ left }) => left.map(({ value }) => value))).toEqual([
      'Раз два.',
      'Три',
      '𝔄 четыре. Пять.',
    ]);
    // What nobody renders is a part of a line all the same, and lights the line.
    expect(unlinked?.at(-1)?.left[0]?.box).toEqual(box(0));
  });

  it('keep the markup of what they cut', () => {
    const marked = text('ru', [
      segment('l1', 'x', { html: '<span>Раз <em>два. Три</em></span>' }),
      ...original.segments.slice(1),
    ]);
    const rows = sentenceRows(marked, translation);
    expect(rows?.[0]?.left[0]).toMatchObject({ value: 'Раз два.', html: '<span>Раз <em>два.</em></span>' });
    expect(rows?.[1]?.left[0]?.html).toBe('<span><em>Три</em></span>');
  });

  it('are none where links name no parts, or lines that are not there', () => {
    const whole = linksIn({ items: [annotation(['t1'], [{ id: 'l1', type: 'Annotation' }])] });
    expect(sentenceRows(original, { ...translation, links: whole })).toBeUndefined();
    expect(sentenceRows(text('ru', []), translation)).toBeUndefined();
    expect(sentenceRows(original, text('en', []))).toBeUndefined();
  });

  it('join two translations by the words that both render', () => {
    const other = text('fr', [segment('f1', 'Un deux.'), segment('f2', 'Trois quatre. Cinq.')], {
      links: linksIn({
        items: [annotation(['f1'], [part('l1', 0, 8)]), annotation(['f2'], [part('l1', 9, 12), 'l2'])],
      }),
    });
    expect(told(sentenceRows(translation, other))).toEqual([
      [['One two.'], ['Un deux.']],
      [['Three four.', 'Five,', 'indeed.'], ['Trois quatre. Cinq.']],
    ]);
  });
});

describe('what nothing renders', () => {
  const lines = (...values: (string | [string, string])[]) =>
    text(
      'ru',
      values.map((value, index) =>
        typeof value === 'string'
          ? segment(`l${index + 1}`, value)
          : segment(`l${index + 1}`, value[0], { block: value[1] }),
      ),
    );
  const rendered = (...links: unknown[][]) =>
    text(
      'en',
      links.map((_, index) => segment(`t${index + 1}`, `T${index + 1}.`, { granularity: '' })),
      { links: linksIn({ items: links.map((target, index) => annotation([`t${index + 1}`], target)) }) },
    );

  it('is read on from line to line until one ends as a sentence does', () => {
    const page = lines('Раз. Два', 'и ещё «два».', 'Три', 'и ещё', 'три. Четыре.');
    expect(told(sentenceRows(page, rendered([part('l1', 0, 4)], [part('l5', 5, 12)])))).toEqual([
      [['Раз.'], ['T1.']],
      [['Два', 'и ещё «два».'], []],
      [['Три', 'и ещё', 'три.'], []],
      [['Четыре.'], ['T2.']],
    ]);
  });

  it('is not read on into another block, nor from one text into another', () => {
    const page = lines(['Раз. Два', 'a'], ['Три', 'b'], ['Четыре', 'b'], ['пять. Шесть.', 'b']);
    const other = rendered([part('l1', 0, 4)], [part('l4', 6, 12)]);
    const extra = {
      ...other,
      segments: [...other.segments.slice(0, 1), segment('t9', 'Nobody’s'), ...other.segments.slice(1)],
    };
    expect(told(sentenceRows(page, extra))).toEqual([
      [['Раз.'], ['T1.']],
      [[], ['Nobody’s']],
      [['Два'], []],
      [['Три', 'Четыре', 'пять.'], []],
      [['Шесть.'], ['T2.']],
    ]);
  });
});

describe('rows of sentences of three texts', () => {
  const french = text('fr', [segment('f1', 'Un deux. Trois quatre.'), segment('f2', 'Cinq.')], {
    links: linksIn({
      items: [
        annotation(['f1'], [part('l1', 0, 8), part('l1', 9, 12), part('l2', 0, 9)]),
        annotation(['f2'], [part('l2', 10, 15)]),
      ],
    }),
  });

  it('are cut by both translations, and are as coarse as the coarser', () => {
    const rows = [
      [['Раз два.', 'Три', '𝔄 четыре.'], ['One two.', 'Three four.'], ['Un deux. Trois quatre.']],
      [['Пять.'], ['Five,', 'indeed.'], ['Cinq.']],
    ];
    expect(told(sentenceRows(original, translation, french))).toEqual(rows);
    expect(told(sentenceRows(translation, original, french))).toEqual(
      rows.map(([first, ...others]) => [others[0], first, others[1]]),
    );
  });
});

describe('only confirmed links', () => {
  it('are all that is left of what a machine found', () => {
    const trusted = confirmedOnly(translation);
    expect(trusted.links).toHaveLength(1);
    expect(trusted.segments.map(({ renders, box: place }) => [renders.length, place !== undefined])).toEqual([
      [1, true],
      [0, false],
      [0, false],
      [0, false],
    ]);
    expect(told(sentenceRows(original, trusted))?.[0]).toEqual([['Раз два.'], ['One two.']]);
  });
});
