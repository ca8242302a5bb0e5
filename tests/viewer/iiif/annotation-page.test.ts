import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../viewer/iiif/annotation-page.ts';

const canvas = 'https://example.org/canvas/1';
const setting = { canvas, language: 'en' };
const reference = { id: 'https://example.org/page/1', label: undefined };

const annotation = (id: string, value: string, xywh: string, language = 'ru') => ({
  id,
  type: 'Annotation',
  motivation: ['supplementing'],
  textGranularity: 'line',
  body: { type: 'TextualBody', value, language, format: 'text/plain' },
  target: `${canvas}#xywh=${xywh}`,
});

describe('reading an annotation page of Presentation 3', () => {
  it('gives each annotation its words, language, place and granularity', () => {
    const page = {
      id: reference.id,
      type: 'AnnotationPage',
      label: { en: ['Transcription'] },
      partOf: [{ id: 'https://example.org/texts/ru', type: 'AnnotationCollection' }],
      items: [annotation('a', 'Экз. № 2', '10,20,300,40'), annotation('b', 'из Пекхо', '10,70,300,40')],
    };
    const [text, ...others] = textsOf(page, reference, setting);
    expect(others).toEqual([]);
    expect(text).toMatchObject({ label: 'Transcription', language: 'ru', dir: 'ltr', unplaced: false });
    expect(text?.key).toContain('https://example.org/texts/ru');
    expect(text?.segments[0]).toEqual({
      id: 'a',
      value: 'Экз. № 2',
      lang: 'ru',
      dir: 'ltr',
      box: { x: 10, y: 20, width: 300, height: 40 },
      renders: [],
      granularity: 'line',
    });
  });

  it('takes the label of the canvas’s reference before that of the page', () => {
    const page = { label: { en: ['of the page'] }, items: [annotation('a', 'x', '1,1,1,1')] };
    const [text] = textsOf(page, { ...reference, label: { en: ['of the reference'] } }, setting);
    expect(text?.label).toBe('of the reference');
  });

  it('reads what a segment is and which block it stands in, and passes over what is neither', () => {
    const read = (terms: object) => {
      const page = { items: [{ ...annotation('x', 'RECEIVED', '1,1,1,1', 'en'), ...terms }] };
      return textsOf(page, reference, setting)[0]?.segments[0];
    };
    expect(read({ form: 'stamp', block: 'b1' })).toMatchObject({ form: 'stamp', block: 'b1' });
    for (const odd of [
      {},
      { form: 'toString', block: '' },
      { form: 7, block: 'x'.repeat(300) },
      { block: {} },
    ]) {
      expect(read(odd)).not.toHaveProperty('form');
      expect(read(odd)).not.toHaveProperty('block');
    }
  });

  it('reads what renders what', () => {
    const page = { items: [{ ...annotation('x', 'Copy No. 2', '1,1,1,1', 'en'), renders: ['a', 7, null] }] };
    expect(textsOf(page, reference, setting)[0]?.segments[0]?.renders).toEqual(['a']);
  });

  it('knows the languages that are written from right to left', () => {
    const dirOf = (language: string) =>
      textsOf({ items: [annotation('a', 'x', '1,1,1,1', language)] }, reference, setting)[0]?.dir;
    expect([dirOf('he'), dirOf('yi'), dirOf('yi-Latn'), dirOf('az-Arab'), dirOf('ko'), dirOf('')]).toEqual([
      ...['rtl', 'rtl', 'ltr', 'rtl', 'ltr', 'auto'],
    ]);
  });

  it('makes two texts of a page whose places carry two languages', () => {
    const page = {
      items: [
        annotation('a1', 'Экз. № 2', '10,20,300,40', 'ru'),
        annotation('a2', 'Copy No. 2', '10,20,300,40', 'en'),
        annotation('b1', 'из Пекхо', '10,70,300,40', 'ru'),
        annotation('b2', 'from Pekkho', '10,70,300,40', 'en'),
      ],
    };
    const texts = textsOf(page, reference, setting);
    expect(texts.map(({ language, segments }) => [language, segments.map(({ id }) => id)])).toEqual([
      ['ru', ['a1', 'b1']],
      ['en', ['a2', 'b2']],
    ]);
    expect(new Set(texts.map(({ key }) => key)).size).toBe(2);
  });

  it('leaves a foreign word among the others in its text', () => {
    const page = {
      items: [
        annotation('a', 'Der Gesandte', '1,1,9,9', 'de'),
        annotation('b', 'persona non grata', '1,20,9,9', 'la'),
        annotation('c', 'sei abgereist', '1,40,9,9', 'de'),
      ],
    };
    const [text, ...others] = textsOf(page, reference, setting);
    expect(others).toEqual([]);
    expect(text?.language).toBe('de');
    expect(text?.segments.map(({ lang }) => lang)).toEqual(['de', 'la', 'de']);
  });

  it('passes over tags, links, other canvases and what is no annotation, and keeps the rest', () => {
    const page = {
      items: [
        null,
        'nonsense',
        { type: 'Annotation' },
        { ...annotation('t', 'a tag', '1,1,1,1'), motivation: 'tagging' },
        { ...annotation('o', 'elsewhere', '1,1,1,1'), target: 'https://example.org/canvas/2#xywh=1,1,1,1' },
        { ...annotation('u', 'x', '1,1,1,1'), body: 'https://example.org/some.html' },
        { ...annotation('e', '   ', '1,1,1,1') },
        { id: 5, motivation: 3, body: { value: 'kept' }, target: 9 },
        annotation('k', 'kept too', 'NaN,-1,1e999,0'),
      ],
    };
    const [text] = textsOf(page, reference, setting);
    expect(text?.segments.map(({ value }) => value)).toEqual(['kept', 'kept too']);
    expect(text?.segments.every(({ box }) => box === undefined)).toBe(true);
  });

  it('answers nothing for what is no page', () => {
    for (const json of [null, [], 'x', 7, {}, { items: {} }, { items: 'x' }]) {
      expect(textsOf(json, reference, setting)).toEqual([]);
    }
  });

  it('stops at five thousand segments and says how many are left out', () => {
    const items = Array.from({ length: 5010 }, (_, index) => annotation(`a${index}`, 'x', `1,${index},5,5`));
    const [text] = textsOf({ items }, reference, setting);
    expect([text?.segments.length, text?.omitted]).toEqual([5000, 10]);
  });
});

describe('reading an annotation list of Presentation 2.1', () => {
  it('reads chars, language and on, in their several forms', () => {
    const list = {
      '@id': 'https://example.org/list/1',
      '@type': 'sc:AnnotationList',
      resources: [
        {
          '@id': 'a',
          '@type': 'oa:Annotation',
          motivation: 'sc:painting',
          resource: {
            '@type': 'cnt:ContentAsText',
            chars: 'Ein Brief',
            format: 'text/plain',
            language: 'de',
          },
          on: `${canvas}#xywh=5,6,70,8`,
        },
        {
          '@type': 'oa:Annotation',
          motivation: ['oa:commenting'],
          resource: [
            { '@type': 'dctypes:Text', chars: '<p>aus <b>Wien</b> &amp; Prag</p>', format: 'text/html' },
          ],
          on: [
            {
              '@type': 'oa:SpecificResource',
              full: canvas,
              selector: {
                '@type': 'oa:Choice',
                default: { '@type': 'oa:FragmentSelector', value: 'xywh=1,2,3,4' },
                item: { '@type': 'oa:SvgSelector', value: '<svg/>' },
              },
            },
          ],
        },
      ],
    };
    const [text] = textsOf(list, reference, setting);
    expect(text?.segments).toEqual([
      {
        id: 'a',
        value: 'Ein Brief',
        lang: 'de',
        dir: 'ltr',
        box: { x: 5, y: 6, width: 70, height: 8 },
        renders: [],
        granularity: '',
      },
      {
        id: `${reference.id}#1`,
        value: 'aus Wien & Prag',
        html: '<p>aus <b>Wien</b> &amp; Prag</p>',
        lang: '',
        dir: 'auto',
        box: { x: 1, y: 2, width: 3, height: 4 },
        renders: [],
        granularity: '',
      },
    ]);
  });
});

describe('a body of hostile HTML', () => {
  it('is read once through, however many brackets it opens', () => {
    const value = `<p>${'<script '.repeat(24_000)}`;
    const page = { items: [{ id: 'a', body: { value, format: 'text/html' }, target: canvas }] };
    // Quadratic reading would take minutes, and the test would run out of time.
    expect(textsOf(page, reference, setting)[0]?.segments[0]?.value).toContain('<script');
  });
});
