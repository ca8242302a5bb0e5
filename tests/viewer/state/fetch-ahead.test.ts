import { describe, expect, it } from 'vitest';
import { nextToFetch } from '../../../viewer/state/fetch-ahead.ts';
import type { Canvas } from '../../../viewer/iiif/manifest.ts';

const page = (canvas: number, text: string) => `https://example.org/${canvas}/${text}`;

const canvases = [0, 1, 2, 3, 4].map((number): Canvas => ({
  ...{
    id: `c${number}`,
    label: String(number),
    width: 1,
    height: 1,
    hasScan: true,
    opening: undefined,
    summary: undefined,
  },
  ...{ image: undefined, offers: { downloads: [], citations: undefined, comparison: undefined } },
  annotations: [{ id: page(number, 'ru') }, { id: page(number, 'en') }, { id: 'embedded', items: [] }],
}));

const asked = (index: number, pages: Parameters<typeof nextToFetch>[2] = {}) =>
  nextToFetch(canvases, index, pages).map((one) => one.page);

describe('what is fetched ahead', () => {
  it('is what the next page and the one before name, and nothing of others', () => {
    expect(asked(2)).toEqual([page(3, 'ru'), page(3, 'en'), page(1, 'ru'), page(1, 'en')]);
    expect(asked(0)).toEqual([page(1, 'ru'), page(1, 'en')]);
    expect(asked(4)).toEqual([page(3, 'ru'), page(3, 'en')]);
    expect(asked(-1)).toEqual([]);
  });

  it('is asked for once, whether it has come, is on its way or has failed', () => {
    const pages = { c3: { [page(3, 'ru')]: { json: {} }, [page(3, 'en')]: {} }, c1: { [page(1, 'ru')]: {} } };
    expect(asked(2, pages)).toEqual([page(1, 'en')]);
  });

  it('is the finer pages too of what has come', () => {
    const outlines = 'https://example.org/3/ru/outlines';
    const service = [
      { id: outlines, type: 'AnnotationPage', profile: 'https://example.org/iiif/context.json#outlines' },
    ];
    const known = { [page(3, 'ru')]: { json: { service } }, [page(3, 'en')]: { json: {} } };
    expect(asked(4, { c3: known })).toEqual([outlines]);
    expect(asked(4, { c3: { ...known, [outlines]: {} } })).toEqual([]);
  });
});
