import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../../server/http/public-urls.ts';
import type { FoundHits } from '../../../../../server/iiif/search/find-hits.ts';
import { readSearchRequest } from '../../../../../server/iiif/search/request.ts';
import { resultList } from '../../../../../server/iiif/search/version-1/annotation-list.ts';
import { lint } from '../../../../../server/lint/lint.ts';
import { hit, hitOverTwoLines, hitPart } from '../../../../support/fake-search.ts';

const urls = new PublicUrls('https://example.org');
const service = 'https://example.org/iiif/search/1/documents/telegram';
const annotations = 'https://example.org/iiif/documents/telegram/texts/ru/annotations';
const canvas = 'https://example.org/iiif/documents/telegram/canvases/705';
const manifest = {
  '@id': 'https://example.org/iiif/2/documents/telegram/manifest',
  '@type': 'sc:Manifest',
  label: [
    { '@value': 'Telegram from the Legation', '@language': 'en' },
    { '@value': 'Телеграмма миссии', '@language': 'ru' },
  ],
};
const inDocument = { scope: { kind: 'document', id: 'telegram' }, urls } as const;

const few = (hits: FoundHits['hits']): FoundHits => ({
  hits,
  hasMore: false,
  lastPage: 1,
  startIndex: 0,
  total: hits.length,
});
const request = (query: Record<string, string> = {}) => readSearchRequest({ q: 'word', ...query });

describe('a list of hits in version 1.0', () => {
  it('has what matched, at its own words, and hits with the words around them', () => {
    expect(resultList(few([hit()]), request(), inDocument)).toEqual({
      '@context': [
        'http://iiif.io/api/presentation/2/context.json',
        'http://iiif.io/api/search/1/context.json',
      ],
      '@id': `${service}?q=word`,
      '@type': 'sc:AnnotationList',
      within: { '@type': 'sc:Layer', total: 1, first: `${service}?q=word`, last: `${service}?q=word` },
      startIndex: 0,
      resources: [
        {
          '@id': `${annotations}/s1#char=9,18`,
          '@type': 'oa:Annotation',
          motivation: 'sc:painting',
          resource: {
            '@type': 'cnt:ContentAsText',
            format: 'text/plain',
            language: 'ru',
            chars: 'Товарищу Филиппову',
          },
          on: `${canvas}#xywh=520,200,481,34`,
        },
      ],
      hits: [
        {
          '@type': 'search:Hit',
          annotations: [`${annotations}/s1#char=9,18`],
          match: 'Филиппову',
          before: 'Товарищу ',
          after: '',
        },
      ],
    });
  });

  it('tells translations from transcriptions', () => {
    const { resources } = resultList(few([hit({ role: 'translation' })]), request(), inDocument);
    expect(resources[0]?.motivation).toBe('oa:commenting');
  });

  it('has all lines of a phrase in one hit', () => {
    const { resources, hits } = resultList(few([hitOverTwoLines()]), request(), inDocument);
    expect(resources).toHaveLength(2);
    expect(hits).toEqual([
      {
        '@type': 'search:Hit',
        annotations: resources.map((one) => one['@id']),
        match: 'hand is',
        before: 'A bird in the ',
        after: ' worth two.',
      },
    ]);
  });

  it('names the manifest of each hit where others than one are searched', () => {
    const { page: _page, place: _place, ...nowhere } = hitPart();
    const found = few([hit(), hit({ parts: [nowhere] })]);
    const { resources } = resultList(found, request(), { scope: { kind: 'archive' }, urls });
    // They share their id, being the same words: the last that is told of them stands.
    expect(resources.map(({ on }) => on)).toEqual([manifest]);
    const [only] = resultList(few([hit()]), request(), { scope: { kind: 'archive' }, urls }).resources;
    expect(only?.on).toEqual({
      '@id': `${canvas}#xywh=520,200,481,34`,
      '@type': 'sc:Canvas',
      within: manifest,
    });
  });

  it('leads through the pages of many hits, and tells what it ignored', () => {
    const found = { hits: [hit()], hasMore: true, lastPage: 9, total: 400, startIndex: 50 };
    const at = (page: number) => `${service}?q=word&motivation=painting&page=${page}`;
    const query = { page: '2', motivation: 'painting', date: 'x', foo: 'y' };
    expect(resultList(found, request(query), inDocument)).toMatchObject({
      '@id': at(2),
      within: { '@type': 'sc:Layer', total: 400, first: at(1), last: at(9), ignored: ['date', 'foo'] },
      prev: at(1),
      next: at(3),
      startIndex: 50,
    });
  });

  it('breaks no rule of the linter', () => {
    const found = { hits: [hit(), hitOverTwoLines()], hasMore: true, lastPage: 9, total: 400, startIndex: 0 };
    for (const scope of [{ kind: 'archive' }, { kind: 'document', id: 'telegram' }] as const)
      for (const one of [found, few([])]) {
        const { kind, findings } = lint(resultList(one, request({ date: 'x' }), { scope, urls }));
        expect(kind).toEqual({ api: 'presentation-2', kind: 'AnnotationPage', search: true });
        expect(findings).toEqual([]);
      }
  });
});
