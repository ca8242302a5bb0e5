import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import {
  annotationsOf,
  annotationsOn,
  usesOwnTerms,
  wordsOn,
} from '../../../../server/iiif/presentation/annotation.ts';
import { SEGMENT_FORMS, type Granularity, type Segment } from '../../../../server/model/text.ts';
import { FORMS } from '../../../../viewer/iiif/form.ts';
import { segment, storedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org');
const base = 'https://example.org/iiif/documents/telegram';
const document = storedDocument(telegram());

function setting(id: string) {
  const text = document.texts.find((candidate) => candidate.id === id);
  if (text === undefined) throw new Error(`the telegram has no text ${id}`);
  const source = telegram().texts.find((candidate) => candidate.id === text.translationOf);
  const rendered = new Map((source?.segments ?? []).map((one) => [one.id, one]));
  return { document, text, rendered, urls };
}

function segmentOf(text: string, id: string): Segment {
  const found = telegram()
    .texts.find((candidate) => candidate.id === text)
    ?.segments.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the telegram has no ${text}/${id}`);
  return found;
}

describe('annotation', () => {
  it('gives the words of a line, their language, and the whole units that they stand in', () => {
    expect(annotationsOf(segmentOf('ru', 's1'), setting('ru'))).toEqual([
      {
        id: `${base}/texts/ru/annotations/s1`,
        type: 'Annotation',
        motivation: ['supplementing'],
        textGranularity: 'line',
        body: { type: 'TextualBody', value: 'Товарищу Филиппову', language: 'ru', format: 'text/plain' },
        target: `${base}/canvases/705#xywh=100,200,901,51`,
      },
    ]);
  });

  it('stays inside the canvas', () => {
    const [first] = annotationsOf(segmentOf('ru', 's2'), setting('ru'));
    expect(first?.target).toBe(`${base}/canvases/705#xywh=1900,2750,100,50`);
  });

  it('is one for each page that the segment stands on', () => {
    const both = annotationsOf(segmentOf('ru', 's2'), setting('ru'));
    expect(both.map(({ id }) => id)).toEqual([
      `${base}/texts/ru/annotations/s2`,
      `${base}/texts/ru/annotations/s2.2`,
    ]);
    expect(annotationsOn('706', segmentOf('ru', 's2'), setting('ru'))).toEqual([both[1]]);
  });

  it('points from a translation to every place of every segment that it renders, and to no lost one', () => {
    const [first] = annotationsOf(segmentOf('en-a', 's1'), setting('en-a'));
    // A sentence is no level of the Text Granularity extension.
    expect(first).not.toHaveProperty('textGranularity');
    expect(first).toMatchObject({
      provides: ['translation'],
      target: `${base}/canvases/705`,
      renders: [
        `${base}/texts/ru/annotations/s1`,
        `${base}/texts/ru/annotations/s2`,
        `${base}/texts/ru/annotations/s2.2`,
      ],
    });
  });

  it('is about the manifest where no page is known, and where the page was taken away', () => {
    expect(annotationsOf(segmentOf('ru', 's3'), setting('ru'))[0]?.target).toBe(`${base}/manifest`);
    const stray = segment('s9', 'x', ['taken-away']);
    expect(annotationsOf(stray, setting('ru'))[0]?.target).toBe(`${base}/manifest`);
  });

  it('sends markup as one well-formed element', () => {
    const [first] = annotationsOf(segmentOf('ru', 's2'), setting('ru'));
    expect(first?.body).toMatchObject({
      value: '<span><b>вторая</b> &amp; третья</span>',
      format: 'text/html',
    });
    const paragraph = segment('s9', 'a b', [], { granularity: 'paragraph', html: 'a <i>b</i>' });
    expect(annotationsOf(paragraph, setting('ru'))[0]?.body.value).toBe('<p>a <i>b</i></p>');
  });

  it.each([
    '<br> not XML',
    '<b>open',
    'a &nbsp;<i>b</i>',
    '</span><script/><span>',
    '<b>\u0001</b>',
    '<i>&x;</i>',
  ])('sends plain text where the markup is no XML: %s', (html) => {
    const [only] = annotationsOf(segment('s9', 'plain', [], { html }), setting('ru'));
    expect(only?.body).toMatchObject({ value: 'plain', format: 'text/plain' });
  });

  it('says that it comes from a machine, and how sure its place is', () => {
    const [made] = annotationsOf(segmentOf('en-mt', 's1'), setting('en-mt'));
    expect(made?.origin).toBe('machine-translation');
    const unsure = { ...segment('s9', 'x', []), places: [{ page: '705', confidence: 0 }] };
    expect(annotationsOf(unsure, setting('ru'))[0]?.confidence).toBe(0);
  });

  it('is a comment where that is wanted, and then says nothing of its granularity', () => {
    const commenting = { ...setting('ru'), motivation: 'commenting' } as const;
    const [first] = annotationsOf(segmentOf('ru', 's1'), commenting);
    expect(first?.motivation).toEqual(['commenting']);
    expect(first).not.toHaveProperty('textGranularity');
  });

  it('says what the words are within their text, in terms of our own context', () => {
    for (const form of SEGMENT_FORMS) {
      const [first] = annotationsOf(segment('s9', 'x', ['705'], { form }), setting('ru'));
      expect(first?.form).toBe(form);
      expect(first !== undefined && usesOwnTerms(first)).toBe(true);
    }
    expect(SEGMENT_FORMS).toEqual(FORMS);
    const [plain] = annotationsOf(segment('s9', 'x', ['705']), setting('ru'));
    expect(plain).not.toHaveProperty('form');
    expect(plain !== undefined && usesOwnTerms(plain)).toBe(false);
  });

  it('says which block a line or a sentence stands in, shortly, and nothing of a paragraph, which is its own', () => {
    const blockOf = (block: string, granularity: Granularity) =>
      annotationsOf(segment('s9', 'x', ['705'], { block, granularity }), setting('ru'))[0]?.block;
    expect(blockOf('p705-b1', 'line')).toBe('p705-b1');
    expect(blockOf('b3', 'sentence')).toBe('b3');
    expect(blockOf('b3', 'paragraph')).toBeUndefined();
    const long = ['eSc_textblock_c0ffee01', 'eSc_textblock_c0ffee02'].map(
      (name) => blockOf(name, 'line') ?? '',
    );
    expect(new Set(long).size).toBe(2);
    for (const name of long) expect(name).toMatch(/^[0-9a-z]{1,7}$/);
    expect(blockOf('eSc_textblock_c0ffee01', 'line')).toBe(long[0]);
  });

  it('carries the signs of an edition as HTML', () => {
    const html =
      '<del>ten</del> <ins>two</ins> <span class="uncertain">boats</span> <span class="gap">[…]</span>';
    const [first] = annotationsOf(segment('s9', 'ten two boats […]', ['705'], { html }), setting('ru'));
    expect(first?.body).toMatchObject({ value: `<span>${html}</span>`, format: 'text/html' });
  });

  it('says which way its words run where that is from right to left', () => {
    const hebrew = { ...setting('ru'), text: { ...setting('ru').text, language: 'he' } };
    expect(annotationsOf(segment('s9', 'שלום', []), hebrew)[0]?.body.textDirection).toBe('rtl');
    expect(annotationsOf(segment('s9', 'x', []), setting('ru'))[0]?.body).not.toHaveProperty('textDirection');
  });
});

describe('annotations of words', () => {
  it('give each word, its place, and how sure the reading is', () => {
    expect(wordsOn('705', segmentOf('ru', 's1'), setting('ru'))).toEqual([
      {
        id: `${base}/texts/ru/annotations/s1.w1`,
        type: 'Annotation',
        motivation: ['supplementing'],
        textGranularity: 'word',
        body: { type: 'TextualBody', value: 'Товарищу', language: 'ru', format: 'text/plain' },
        target: `${base}/canvases/705#xywh=100,215,401,36`,
        confidence: 0.9,
      },
      expect.objectContaining({
        id: `${base}/texts/ru/annotations/s1.w2`,
        body: { type: 'TextualBody', value: 'Филиппову', language: 'ru', format: 'text/plain' },
      }),
    ]);
  });

  it('stand on the first page of their line, which is where their boxes are known', () => {
    const words = [{ start: 0, end: 1, box: { x: 1, y: 1, width: 9, height: 9 } }];
    const onTwo = segment('s9', 'a', ['706', '705'], { words });
    expect(wordsOn('706', onTwo, setting('ru'))).toHaveLength(1);
    expect(wordsOn('705', onTwo, setting('ru'))).toEqual([]);
    expect(wordsOn('706', segment('s9', 'a', [], { words }), setting('ru'))).toEqual([]);
  });

  it('say of a machine’s translation what it is, as its lines do', () => {
    const words = [{ start: 0, end: 1, box: { x: 1, y: 1, width: 9, height: 9 } }];
    const [word] = wordsOn('705', segment('s9', 'a', ['705'], { words }), setting('en-mt'));
    expect(word).toMatchObject({ provides: ['translation'], origin: 'machine-translation' });
  });
});
