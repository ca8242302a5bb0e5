import { describe, expect, it } from 'vitest';
import { canvasTexts, chooseColumns } from '../../../viewer/iiif/canvas-texts.ts';
import type { Canvas, Manifest } from '../../../viewer/iiif/manifest.ts';
import { NO_OFFERS } from '../../../viewer/iiif/offers.ts';
import type { Segment, Text } from '../../../viewer/iiif/text.ts';

const item = (id: string, target: string) => ({ id, body: { value: id, language: 'en' }, target });
const canvas: Canvas = {
  ...{ id: 'c1', label: '1', width: 10, height: 10, hasScan: true, opening: undefined, summary: undefined },
  annotations: [
    { id: 'embedded', type: 'AnnotationPage', items: [item('a', 'c1')] },
    { id: 'referenced', type: 'AnnotationPage', label: { en: ['By A.'] } },
    { id: 'broken', type: 'AnnotationPage' },
    { id: 'slow', type: 'AnnotationPage' },
  ],
  ...{ image: undefined, offers: NO_OFFERS },
};
const manifest: Manifest = {
  ...{ id: 'm', title: undefined, statement: undefined, canvases: [canvas] },
  annotations: [{ id: 'whole', type: 'AnnotationPage' }],
  search: undefined,
  collection: undefined,
  ...{ metadata: [], offers: NO_OFFERS },
};

describe('the texts of a canvas', () => {
  it('come from pages that are embedded, fetched, or of the whole document; the rest is told apart', () => {
    const fetched = (owner: string, page: string) => {
      if (page === 'referenced') return { json: { items: [item('b', 'c1')] } };
      if (page === 'broken') return { failed: true };
      return owner === 'm' ? { json: { items: [item('u', 'm')] } } : undefined;
    };
    const { texts, awaited, failed } = canvasTexts(manifest, canvas, fetched, 'en');
    expect(texts.map(({ id, label, unplaced }) => [id, label, unplaced])).toEqual([
      ['embedded', '', false],
      ['referenced', 'By A.', false],
      ['whole', '', true],
    ]);
    expect([awaited, failed]).toEqual([1, ['broken']]);
  });
});

describe('outlines that come apart from their page', () => {
  const profile = 'https://example.org/iiif/context.json#outlines';
  const service = [{ id: 'https://example.org/outlines', type: 'AnnotationPage', profile }];
  const own: Canvas = { ...canvas, annotations: [{ id: 'p', type: 'AnnotationPage' }] };
  const line = item('a', 'c1#xywh=0,0,9,5');
  const selector = { type: 'SvgSelector', value: '<svg><path d="M0,3 L9,0 9,2 0,5 Z"/></svg>' };
  const drawing = { items: [{ ...line, target: { source: 'c1', selector } }] };
  const read = (page: object, outlines?: object) =>
    canvasTexts(
      { ...manifest, annotations: [] },
      own,
      (_owner, id) => (id === 'p' ? { json: page } : outlines === undefined ? undefined : { json: outlines }),
      'en',
    );

  it('are asked for, and not waited for', () => {
    const { texts, awaited, finer } = read({ items: [line], service });
    expect(finer).toEqual(['https://example.org/outlines']);
    expect(awaited).toBe(0);
    expect(texts[0]?.segments[0]).not.toHaveProperty('outline');
  });

  it('are drawn around the words that the page has, and change nothing else', () => {
    const [before] = read({ items: [line], service }).texts;
    const [after] = read({ items: [line], service }, drawing).texts;
    const outline = [
      { x: 0, y: 3 },
      { x: 9, y: 0 },
      { x: 9, y: 2 },
      { x: 0, y: 5 },
    ];
    expect(after).toEqual({ ...before, segments: [{ ...before?.segments[0], outline: [outline] }] });
    for (const odd of [{}, { items: 7 }, { items: [null, { id: 'a' }, { id: 'z', target: 'c1' }] }]) {
      expect(read({ items: [line], service }, odd).texts[0]).toEqual(before);
    }
  });

  it.each([
    undefined,
    [],
    'https://example.org/outlines',
    [{ ...service[0], profile: 'https://example.org/iiif/context.json#words' }],
    [{ ...service[0], type: 'ImageService3' }],
    [{ ...service[0], id: 'javascript:alert(1)' }],
    [{ ...service[0], profile: 7 }],
  ])('are looked for nowhere else: %j', (other) => {
    expect(read({ items: [line], service: other }).finer).toEqual([]);
  });
});

const text = (key: string, language: string, renders: string[] = []): Text => ({
  ...{ id: key, key, label: key, labelLanguage: 'en', language, dir: 'ltr', unplaced: false, omitted: 0 },
  segments: [
    { id: `${key}1`, value: key, lang: language, dir: 'ltr', renders, granularity: 'line' } satisfies Segment,
  ],
});

describe('choosing columns', () => {
  const texts = [text('ru', 'ru'), text('notes', 'ru'), text('fr', 'fr'), text('en', 'en', ['ru1'])];
  const usual = (from: readonly Text[]) => chooseColumns(from, undefined).map(({ key }) => key);
  /** Keys, those that the page lacks in brackets. */
  const chosen = (from: readonly string[], wanted: readonly string[] | undefined, before: string[] = []) =>
    chooseColumns(
      texts.filter(({ key }) => from.includes(key)),
      wanted,
      before.map((key) => ({ key, label: `name of ${key}` })),
    ).map(({ key, text: found }) => (found === undefined ? `(${key})` : key));
  const all = ['ru', 'notes', 'fr', 'en'];

  it('takes the first, and beside it the one that renders it', () => {
    expect(usual(texts)).toEqual(['ru', 'en']);
  });

  it('takes another language where nothing is linked, else simply the second', () => {
    expect(usual(texts.slice(0, 3))).toEqual(['ru', 'fr']);
    expect(usual(texts.slice(0, 2))).toEqual(['ru', 'notes']);
    expect(usual(texts.slice(0, 1))).toEqual(['ru']);
    expect(usual([])).toEqual([]);
  });

  it('keeps the columns of the page before, also one that this page lacks', () => {
    expect(chosen(['en'], undefined, ['ru', 'en'])).toEqual(['(ru)', 'en']);
    expect(chosen(['ru'], undefined, ['ru', 'en'])).toEqual(['ru']);
    expect(chosen(['en', 'ru'], undefined, ['ru', 'en'])).toEqual(['ru', 'en']);
    expect(chosen(['fr', 'notes'], undefined, ['ru', 'en'])).toEqual(['notes', 'fr']);
    const [missing] = chooseColumns(texts.slice(3), undefined, [
      { key: 'ru', label: 'Russian' },
      texts[3] ?? fail(),
    ]);
    expect(missing).toEqual({ key: 'ru', label: 'Russian', text: undefined });
  });

  it('sets another in the place of one that nobody asked for and that this page lacks', () => {
    expect(chosen(['ru', 'fr'], undefined, ['ru', 'en'])).toEqual(['ru', 'fr']);
  });

  it('keeps to what was chosen, in its order, however many and none included', () => {
    expect(chosen(all, ['fr', 'notes'])).toEqual(['fr', 'notes']);
    expect(chosen(all, ['en', 'fr', 'ru'])).toEqual(['en', 'fr', 'ru']);
    expect(chosen(all, [])).toEqual([]);
    expect(chosen(['ru', 'fr'], ['ru', 'en'])).toEqual(['ru', '(en)']);
    expect(chosen(all, ['gone', 'ru'])).toEqual(['(gone)', 'ru']);
    expect(chosen(all, ['gone'])).toEqual(['ru', 'en']);
  });
});

function fail(): never {
  throw new Error('there are four texts');
}
