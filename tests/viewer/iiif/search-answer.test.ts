import { describe, expect, it } from 'vitest';
import { readSearchAnswer } from '../../../viewer/iiif/search-answer.ts';

const TEXTS = 'https://archive.example/iiif/documents/d/texts';
const CANVAS = 'https://archive.example/iiif/documents/d/canvases/705';
const SEARCH = 'https://archive.example/search';

const read = (json: unknown) => readSearchAnswer(json, () => ({ width: 1000, height: 2000 }));

const found = (id: string, value: string, target: unknown = `${CANVAS}#xywh=10,20,30,40`) => ({
  ...{ id, type: 'Annotation', motivation: ['supplementing'] },
  body: { type: 'TextualBody', value, language: 'ru', format: 'text/plain' },
  target,
});
const quote = (source: string, exact: string, prefix = '', suffix = '') => ({
  type: 'SpecificResource',
  source,
  selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }],
});
const match = (motivation: string[], target: unknown) => ({ type: 'Annotation', motivation, target });

describe('an answer of version 2', () => {
  const id = `${TEXTS}/ru/annotations/s24#char=0,5`;
  const answer = {
    '@context': 'http://iiif.io/api/search/2/context.json',
    ...{ id: `${SEARCH}?q=паром`, type: 'AnnotationPage' },
    partOf: { id: `${SEARCH}?q=паром`, type: 'AnnotationCollection', total: 99 },
    next: { id: `${SEARCH}?q=паром&page=2`, type: 'AnnotationPage' },
    items: [found(id, 'паром у деревни')],
    annotations: [
      {
        type: 'AnnotationPage',
        partOf: { type: 'AnnotationCollection', total: 40 },
        items: [match(['contextualizing', 'highlighting'], quote(id, 'паром', 'а устроить ', ' у деревни'))],
      },
    ],
  };

  it('tells of each hit where it stands, in what, and between which words', () => {
    expect(read(answer)).toEqual({
      hits: [
        {
          canvas: CANVAS,
          parts: [
            {
              annotation: `${TEXTS}/ru/annotations/s24`,
              within: { start: 0, end: 5 },
              ...{ exact: 'паром', prefix: 'а устроить ', suffix: ' у деревни' },
              canvas: CANVAS,
              box: { x: 10, y: 20, width: 30, height: 40 },
            },
          ],
          ...{ before: 'а устроить ', match: 'паром', after: ' у деревни', language: 'ru' },
        },
      ],
      // Of hits, not of annotations.
      total: 40,
      next: `${SEARCH}?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BC&page=2`,
      omitted: 0,
    });
  });

  it('has one hit for words over two lines, with the place of each', () => {
    const [first, second] = [`${TEXTS}/ru/annotations/s6#char=36,48`, `${TEXTS}/ru/annotations/s7#char=0,11`];
    const targets = [quote(first, 'правый берег', 'на '), quote(second, 'возвратился', '', ' министр')];
    const told = read({
      items: [
        found(first, 'на правый берег'),
        found(second, 'возвратился министр', `${CANVAS}#xywh=1,2,3,4`),
      ],
      annotations: [{ items: [match(['highlighting'], targets)] }],
    });
    expect(told?.hits).toHaveLength(1);
    expect(told?.hits[0]).toMatchObject({
      ...{ before: 'на ', match: 'правый берег возвратился', after: ' министр' },
      parts: [{ within: { start: 36, end: 48 } }, { box: { x: 1, y: 2, width: 3, height: 4 } }],
    });
  });

  it('has several hits in one annotation, and does not count what only tells more of one of them', () => {
    const told = read({
      items: [found('urn:a', 'a bird in the hand is worth two birds')],
      annotations: [
        {
          items: [
            match(['contextualizing'], quote('urn:a', 'bird', 'the whole story of a ', ' and more')),
            match(['highlighting'], quote('urn:a', 'bird', 'a ', ' in')),
            match(['highlighting'], quote('urn:a', 'birds', 'two ')),
          ],
        },
      ],
    });
    expect(told?.hits.map(({ before, match }) => before + match)).toEqual(['a bird', 'two birds']);
  });

  it('takes what nothing more is told of as a hit as well, in its order', () => {
    const told = read({
      items: [found('urn:a', 'one'), found('urn:b', 'two'), found('urn:c#char=1,3', 'three')],
      annotations: [{ items: [match(['highlighting'], quote('urn:b', 'tw'))] }],
    });
    expect(told?.hits.map(({ match }) => match)).toEqual(['one', 'tw', 'hr']);
    expect(told?.total).toBeUndefined();
  });

  it('knows hits on no canvas, on whole canvases, and in per cents', () => {
    const told = read({
      items: [
        found('urn:a', 'x', CANVAS),
        found('urn:b', 'x', {
          source: { id: CANVAS, type: 'Canvas' },
          selector: { type: 'FragmentSelector', value: 'xywh=percent:10,10,10,10' },
        }),
        found('urn:c', 'x', null),
      ],
    });
    expect(told?.hits.map(({ parts }) => parts[0]?.box)).toEqual([
      undefined,
      { x: 100, y: 200, width: 100, height: 200 },
      undefined,
    ]);
    expect(told?.hits[2]?.canvas).toBeUndefined();
  });
});

describe('an answer of version 1', () => {
  const resource = (id: string, on: unknown = `${CANVAS}#xywh=10,20,30,40`) => ({
    ...{ '@id': id, '@type': 'oa:Annotation', motivation: 'sc:painting' },
    resource: { '@type': 'cnt:ContentAsText', chars: 'a bird in the hand', language: 'en' },
    on,
  });

  it('reads hits with the words around them', () => {
    const told = read({
      '@type': 'sc:AnnotationList',
      within: { '@type': 'sc:Layer', total: 125 },
      next: `${SEARCH}?q=bird&page=2`,
      resources: [resource('urn:a'), resource('urn:b')],
      hits: [
        {
          '@type': 'search:Hit',
          annotations: ['urn:a', 'urn:b'],
          ...{ match: 'bird in', before: 'a ', after: ' the hand' },
        },
      ],
    });
    expect(told).toMatchObject({
      hits: [{ before: 'a ', match: 'bird in', after: ' the hand', canvas: CANVAS, language: 'en' }],
      total: 125,
      next: `${SEARCH}?q=bird&page=2`,
    });
    expect(told?.hits[0]?.parts).toHaveLength(2);
  });

  it('reads selectors of several matches in one annotation, and plain lists without hits', () => {
    const selectors = [
      { '@type': 'oa:TextQuoteSelector', exact: 'bird', prefix: 'a ', suffix: ' in' },
      { '@type': 'oa:TextQuoteSelector', exact: 'hand', prefix: 'the ' },
    ];
    const on = { '@id': `${CANVAS}#xywh=10,20,30,40`, within: { '@id': 'urn:m', '@type': 'sc:Manifest' } };
    expect(
      read({ resources: [resource('urn:a', on)], hits: [{ annotations: ['urn:a'], selectors }] })?.hits.map(
        ({ match, canvas }) => [match, canvas],
      ),
    ).toEqual([
      ['bird', CANVAS],
      ['hand', CANVAS],
    ]);
    expect(read({ resources: [resource('urn:a')] })?.hits).toMatchObject([
      { match: 'a bird in the hand', parts: [{ exact: 'a bird in the hand' }] },
    ]);
  });
});

describe('an answer that is none, or hostile', () => {
  it('is told apart from an answer without hits', () => {
    for (const json of [undefined, null, 7, 'x', [], {}, { items: 'x' }, { error: 'search-invalid' }])
      expect(read(json)).toBeUndefined();
    expect(read({ items: [] })).toEqual({ hits: [], total: undefined, next: undefined, omitted: 0 });
  });

  it('never throws for things of the wrong kind', () => {
    const odd: unknown[] = [null, 7, 'x', [], {}, { id: {} }, { source: { source: {} } }, [[[]]]];
    for (const one of odd) {
      expect(
        read({
          items: [found('urn:a', 'x'), one],
          annotations: [one, { items: [one, match(['highlighting'], one), match(['highlighting'], [one])] }],
          ...{ next: one, partOf: one, within: one },
        })?.hits.length,
      ).toBeGreaterThan(0);
      expect(
        read({
          resources: [one, { '@id': 'urn:a', resource: one, on: one }],
          hits: [one, { annotations: one, match: one, before: one, selectors: one }],
        }),
      ).toBeDefined();
    }
    const total = (value: unknown) => read({ items: [], partOf: { total: value } })?.total;
    expect([-1, 1.5, '7', NaN, null].map(total)).toEqual(Array.from({ length: 5 }, () => undefined));
    expect(read({ items: [], next: 'javascript:alert(1)' })?.next).toBeUndefined();
    expect(read({ items: [found('urn:a#char=9,3', 'x')] })?.hits[0]?.parts[0]).not.toHaveProperty('within');
  });

  it('keeps no more than 2,000 hits of a page, and of each no more words than a reader needs', () => {
    const items = Array.from({ length: 30_000 }, (_, index) => found(`urn:${index}`, 'x'.repeat(5000)));
    const told = read({ items });
    expect(told?.hits).toHaveLength(2000);
    expect(told?.omitted).toBe(28_000);
    expect(told?.hits[0]?.match.length).toBeLessThan(500);
    const long = 'y'.repeat(100_000);
    const around = read({
      items: [found('urn:a', 'x')],
      annotations: [{ items: [match(['highlighting'], quote('urn:a', 'x', long, long))] }],
    });
    expect(around?.hits[0]?.before.length).toBeLessThan(500);
    expect(around?.hits[0]?.after.length).toBeLessThan(500);
  });
});
