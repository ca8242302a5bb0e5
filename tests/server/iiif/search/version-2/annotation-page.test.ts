import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../../server/http/public-urls.ts';
import type { FoundHits } from '../../../../../server/iiif/search/find-hits.ts';
import { readSearchRequest } from '../../../../../server/iiif/search/request.ts';
import { resultPage } from '../../../../../server/iiif/search/version-2/annotation-page.ts';
import { lint } from '../../../../../server/lint/lint.ts';
import { hit, hitOverTwoLines, hitPart } from '../../../../support/fake-search.ts';

const urls = new PublicUrls('https://example.org');
const service = 'https://example.org/iiif/search/2/documents/telegram';
const annotations = 'https://example.org/iiif/documents/telegram/texts/ru/annotations';
const canvas = 'https://example.org/iiif/documents/telegram/canvases/705';
const manifest = {
  id: 'https://example.org/iiif/documents/telegram/manifest',
  type: 'Manifest',
  label: { en: ['Telegram from the Legation'], ru: ['Телеграмма миссии'] },
};
const inDocument = { scope: { kind: 'document', id: 'telegram' }, urls } as const;

const few = (hits: FoundHits['hits']): FoundHits => ({
  hits,
  hasMore: false,
  lastPage: 1,
  total: hits.length,
});
const request = (query: Record<string, string> = {}) => readSearchRequest({ q: 'слово', ...query });

describe('a page of hits in version 2.0', () => {
  it('has what matched, at its own words, and the words around them', () => {
    const page = resultPage(few([hit()]), request(), inDocument);
    const id = `${service}?q=%D1%81%D0%BB%D0%BE%D0%B2%D0%BE`;
    expect(Object.keys(page)[0]).toBe('@context');
    expect(page).toEqual({
      '@context': 'http://iiif.io/api/search/2/context.json',
      id,
      type: 'AnnotationPage',
      items: [
        {
          id: `${annotations}/s1#char=9,18`,
          type: 'Annotation',
          motivation: ['supplementing'],
          body: { type: 'TextualBody', value: 'Товарищу Филиппову', language: 'ru', format: 'text/plain' },
          target: `${canvas}#xywh=520,200,481,34`,
        },
      ],
      annotations: [
        {
          id: `${id}#matches`,
          type: 'AnnotationPage',
          partOf: { id: `${id}#all-matches`, type: 'AnnotationCollection', total: 1 },
          items: [
            {
              id: `${id}#match-1`,
              type: 'Annotation',
              motivation: ['contextualizing', 'highlighting'],
              target: {
                type: 'SpecificResource',
                source: `${annotations}/s1#char=9,18`,
                selector: [{ type: 'TextQuoteSelector', prefix: 'Товарищу ', exact: 'Филиппову' }],
              },
            },
          ],
        },
      ],
    });
  });

  it('names the manifest of each hit where others than one are searched', () => {
    for (const scope of [{ kind: 'archive' }, { kind: 'collection', id: 'cold-war' }] as const) {
      const page = resultPage(few([hit()]), request(), { scope, urls });
      expect(page.items[0]?.target).toEqual({
        id: `${canvas}#xywh=520,200,481,34`,
        type: 'Canvas',
        partOf: manifest,
      });
    }
  });

  it('puts what stands on no page on the manifest, and what has no box on the bare canvas', () => {
    const { page: _page, place: _place, ...nowhere } = hitPart();
    const unplaced = hit({ parts: [nowhere] });
    const unboxed = hit({ parts: [hitPart({ place: { page: '705' } })] });
    expect(resultPage(few([unplaced]), request(), inDocument).items[0]?.target).toBe(manifest.id);
    expect(resultPage(few([unboxed]), request(), inDocument).items[0]?.target).toBe(canvas);
    const wide = resultPage(few([unplaced]), request(), { scope: { kind: 'archive' }, urls });
    expect(wide.items[0]?.target).toEqual(manifest);
  });

  it('counts characters, not units of UTF-16, and says which way they run', () => {
    const hebrew = hit({
      language: 'he',
      match: 'אב',
      parts: [hitPart({ value: '𝕏𝕐 אב', start: 5, end: 7 })],
    });
    expect(resultPage(few([hebrew]), request(), inDocument).items[0]).toMatchObject({
      id: `${annotations}/s1#char=3,5`,
      body: { textDirection: 'rtl' },
    });
  });

  it('has an annotation for each line of a phrase, and one that tells of both', () => {
    const page = resultPage(few([hitOverTwoLines()]), request(), inDocument);
    const [first, second] = page.items;
    expect(page.items).toHaveLength(2);
    expect(page.annotations?.[0].items).toMatchObject([
      {
        motivation: ['highlighting'],
        target: [
          {
            source: first?.id,
            selector: [{ type: 'TextQuoteSelector', prefix: 'A bird in the ', exact: 'hand' }],
          },
          {
            source: second?.id,
            selector: [{ type: 'TextQuoteSelector', exact: 'is', suffix: ' worth two.' }],
          },
        ],
      },
    ]);
  });

  it('does not say that the words around a hit are to be found beside it where they are of other lines', () => {
    const page = resultPage(few([hit({ before: 'из строки выше / Товарищу ' })]), request(), inDocument);
    expect(page.annotations?.[0].items[0]?.motivation).toEqual(['contextualizing']);
  });

  it('has what two hits share once', () => {
    const page = resultPage(few([hit(), hit()]), request(), inDocument);
    expect(page.items).toHaveLength(1);
    expect(page.annotations?.[0].items).toHaveLength(2);
  });

  it('leads through the pages of many hits', () => {
    const found = { hits: [hit()], hasMore: true, lastPage: 9, total: 400, startIndex: 0 };
    const all = `${service}?q=%D1%81%D0%BB%D0%BE%D0%B2%D0%BE`;
    const at = (page: number) => ({ id: `${all}&page=${page}`, type: 'AnnotationPage' });
    const first = resultPage(found, request({ user: 'someone' }), inDocument);
    expect(first).toMatchObject({
      id: `${all}&page=1`,
      ignored: ['user'],
      partOf: { id: all, type: 'AnnotationCollection', first: at(1), last: at(9) },
      next: at(2),
      startIndex: 0,
      annotations: [{ partOf: { id: `${all}#all-matches`, total: 400 } }],
    });
    expect(first).not.toHaveProperty('prev');
    const last = resultPage({ ...found, hasMore: false }, request({ page: '9' }), inDocument);
    expect(last).toMatchObject({ id: `${all}&page=9`, prev: at(8), partOf: { id: all, first: at(1) } });
    expect(last).not.toHaveProperty('next');
  });

  it('is a whole page where nothing is found', () => {
    const page = resultPage(few([]), request({ user: 'someone' }), inDocument);
    expect(page).toMatchObject({ type: 'AnnotationPage', ignored: ['user'], items: [] });
    expect(page).not.toHaveProperty('annotations');
  });

  it('breaks no rule of the linter', () => {
    const found = { hits: [hit(), hitOverTwoLines()], hasMore: true, lastPage: 9, total: 400, startIndex: 0 };
    for (const scope of [{ kind: 'archive' }, { kind: 'document', id: 'telegram' }] as const)
      for (const one of [found, few([])]) {
        const { kind, findings } = lint(resultPage(one, request({ date: 'x' }), { scope, urls }));
        expect(kind).toEqual({ api: 'presentation-3', kind: 'AnnotationPage', search: true });
        expect(findings).toEqual([]);
      }
  });
});
