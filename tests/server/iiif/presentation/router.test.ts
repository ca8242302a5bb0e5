import { join } from 'node:path';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { statusOf } from '../../../../server/http/failure-response.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { presentationRouter } from '../../../../server/iiif/presentation/router.ts';
import { Failure } from '../../../../server/model/failure.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../../server/store/store.ts';
import { ingestedDocument } from '../../../support/stored-document.ts';
import { collections, telegram } from '../../../support/telegram.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const base = 'https://example.org/iiif/documents/telegram';
const urls = new PublicUrls('https://example.org');
const PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

let store: Store;
let client: ReturnType<typeof supertest>;

beforeEach(async () => {
  store = openSqliteStore(join(temporaryFolder(), 'store.sqlite'));
  onTestFinished(() => store.close());
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const app = express();
  app.use(compression({ threshold: 0 }));
  app.use(presentationRouter({ store, urls }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof Failure) response.status(statusOf(error)).json({ error: error.code });
    else next(error);
  });
  client = supertest(app);
});

describe('presentation router', () => {
  it('serves a manifest under its identity and under its version, each with the id that was asked', async () => {
    const identity = await client.get('/iiif/documents/telegram/manifest').expect(200);
    const fixed = await client.get('/iiif/3/documents/telegram/manifest').expect(200);
    expect(json(identity)).toMatchObject({ id: `${base}/manifest`, type: 'Manifest' });
    expect(json(fixed)).toEqual({
      ...json(identity),
      id: 'https://example.org/iiif/3/documents/telegram/manifest',
    });
    expect(json(identity)).toMatchObject({
      partOf: [{ id: 'https://example.org/iiif/collections/cold-war', label: { en: ['Cold War'] } }],
    });
  });

  it('answers every id that its descriptions hold with a resource of that id', async () => {
    const seen = new Map<string, string>();
    const waiting = ['https://example.org/iiif/collections/top'];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      const response = await client.get(url.slice('https://example.org'.length));
      expect(response.status, url).toBe(200);
      const body: unknown = json(response);
      expect(body).toMatchObject({ id: url });
      seen.set(url, typeOf(json(response)));
      waiting.push(...iiifUrls(body));
    }
    const types = [...seen.values()];
    const count = (type: string) => types.filter((one) => one === type).length;
    expect({
      collections: count('Collection'),
      manifests: count('Manifest'),
      canvases: count('Canvas'),
      ranges: count('Range'),
      texts: count('AnnotationCollection'),
      // 3 paintings; ru 705 with words and outlines, 706, unplaced; en-a 705, unplaced; en-mt 705, 707; notes 708
      pages: count('AnnotationPage'),
      // 3 paintings; ru 4 and 2 words, en-a 2, en-mt 2, notes 1
      annotations: count('Annotation'),
    }).toEqual({
      collections: 3,
      manifests: 1,
      canvases: 4,
      ranges: 4,
      // The words of one of them are a collection too.
      texts: 5,
      pages: 13,
      annotations: 14,
    });
  });

  it('links the pages of a text in order, each with the text that it is part of', async () => {
    const response = await client.get('/iiif/documents/telegram/texts/ru/pages/706').expect(200);
    expect(json(response)).toMatchObject({
      partOf: [{ id: `${base}/texts/ru`, type: 'AnnotationCollection' }],
      prev: `${base}/texts/ru/pages/705`,
      next: `${base}/texts/ru/unplaced`,
      items: [{ id: `${base}/texts/ru/annotations/s2.2` }],
    });
  });

  it('sends a page on which a text does not stand as an empty page', async () => {
    const response = await client.get('/iiif/documents/telegram/texts/ru/pages/708').expect(200);
    const body = json(response);
    expect(body).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      items: [],
    });
    expect(body).not.toHaveProperty('prev');
    expect(body).not.toHaveProperty('next');
  });

  it('lists collections with labels, thumbnails and dates, and leads upwards', async () => {
    const response = await client.get('/iiif/collections/cold-war').expect(200);
    expect(json(response)).toMatchObject({
      label: { en: ['Cold War'], ru: ['Холодная война'] },
      partOf: [{ id: 'https://example.org/iiif/collections/top', type: 'Collection' }],
      provider: [{ label: { en: ['Specimen Archive'] } }],
      homepage: [{ id: 'https://example.org/collections/cold-war' }],
      items: [
        {
          id: `${base}/manifest`,
          type: 'Manifest',
          navDate: '1950-10-07T00:00:00Z',
          thumbnail: [
            { id: 'https://example.org/iiif/image/3/telegram_705/full/143,200/0/default.jpg', width: 143 },
          ],
        },
        { id: 'https://example.org/iiif/collections/annexes', type: 'Collection' },
      ],
    });
    const top = await client.get('/iiif/collections/top').expect(200);
    expect(json(top)).toMatchObject({ homepage: [{ id: 'https://example.org/' }] });
    expect(json(top)).not.toHaveProperty('partOf');
  });

  it('lists a collection longer than one portion whole', async () => {
    for (let position = 1; position <= 503; position += 1) {
      await store.putDocument(
        ingestedDocument({ id: `extra-${position}`, collection: 'annexes', position, pages: [] }),
      );
    }
    const response = await client.get('/iiif/collections/annexes').expect(200);
    expect(json(response)).toHaveProperty('items.length', 503);
  });

  describe('over HTTP', () => {
    it.each([
      [undefined, PROFILED],
      ['*/*', PROFILED],
      ['application/ld+json', PROFILED],
      [PROFILED, PROFILED],
      [`application/json;q=0.5, ${PROFILED}`, PROFILED],
      ['image/png', PROFILED],
      ['application/json', 'application/json'],
    ])('answers Accept: %s with %s', async (accept, type) => {
      const asked = client.get('/iiif/documents/telegram/manifest');
      const response = await (accept === undefined ? asked.unset('Accept') : asked.set('Accept', accept));
      expect(response.headers['content-type']).toBe(type);
      expect(response.headers.vary).toMatch(/\bAccept\b(?!-)/);
      expect(response.headers['cache-control']).toBe('no-cache');
    });

    it('compresses, and answers 304 to who has it already, until it changes', async () => {
      const path = '/iiif/documents/telegram/manifest';
      const first = await client.get(path).set('Accept-Encoding', 'gzip').expect(200);
      expect(first.headers['content-encoding']).toBe('gzip');
      const etag = first.headers.etag ?? '';
      expect(etag).toMatch(/^W\/"/);
      const again = await client.get(path).set('If-None-Match', etag).expect(304);
      expect(again.text).toBe('');
      const [pageOne] = telegram().pages;
      await store.putDocument({ ...telegram(), pages: pageOne === undefined ? [] : [pageOne] });
      await client.get(path).set('If-None-Match', etag).expect(200);
    });

    it('answers HEAD with the headers alone', async () => {
      const path = '/iiif/documents/telegram/texts/ru/pages/705';
      const [got, head] = [await client.get(path), await client.head(path)];
      expect(head.status).toBe(200);
      expect(head.headers['content-type']).toBe(PROFILED);
      expect(head.headers.etag).toBe(got.headers.etag);
      expect(head.text).toBeFalsy();
    });

    it('serves our terms as JSON-LD', async () => {
      const response = await client.get('/iiif/context.json').expect(200);
      expect(response.headers['content-type']).toBe('application/ld+json');
      expect(json(response)).toMatchObject({
        '@context': { renders: { '@id': 'https://example.org/iiif/context.json#renders', '@type': '@id' } },
      });
    });
  });

  describe('when something is not there', () => {
    it.each([
      ['/iiif/documents/nowhere/manifest', 404, 'document-not-found'],
      ['/iiif/documents/%00/manifest', 404, 'document-not-found'],
      ['/iiif/documents/..%2F..%2Fetc/manifest', 404, 'document-not-found'],
      [`/iiif/documents/${'a'.repeat(4000)}/manifest`, 404, 'document-not-found'],
      ['/iiif/documents/telegram/canvases/999', 404, 'page-not-found'],
      ['/iiif/documents/telegram/canvases/707/painting', 404, 'image-not-found'],
      ['/iiif/documents/telegram/canvases/707/painting/scan', 404, 'image-not-found'],
      ['/iiif/documents/telegram/ranges/9', 404, 'route-not-found'],
      ['/iiif/documents/telegram/ranges/__proto__', 404, 'route-not-found'],
      ['/iiif/documents/telegram/texts/fr', 404, 'text-not-found'],
      ['/iiif/documents/telegram/texts/constructor/unplaced', 404, 'text-not-found'],
      ['/iiif/documents/telegram/texts/ru/pages/999', 404, 'page-not-found'],
      ['/iiif/documents/telegram/texts/ru/annotations/s99', 404, 'segment-not-found'],
      ['/iiif/documents/telegram/texts/ru/annotations/s1.1', 404, 'segment-not-found'],
      ['/iiif/documents/telegram/texts/ru/annotations/s1.2', 404, 'segment-not-found'],
      ['/iiif/documents/telegram/texts/ru/annotations/s2.02', 404, 'segment-not-found'],
      ['/iiif/documents/telegram/texts/ru/annotations/s2.99999999999999999999', 404, 'segment-not-found'],
      ['/iiif/documents/telegram/texts/ru/annotations/%00', 404, 'segment-not-found'],
      ['/iiif/collections/nowhere', 404, 'collection-not-found'],
      ['/iiif/collections/TOP', 404, 'collection-not-found'],
    ])('answers %s with %i %s', async (path, status, error) => {
      const response = await client.get(path);
      expect(response.status).toBe(status);
      expect(json(response)).toMatchObject({ error });
    });

    it('takes no other spelling of a URL for the same thing', async () => {
      await client.get('/iiif/documents/telegram/manifest/').expect(404);
      await client.get('/IIIF/documents/telegram/manifest').expect(404);
    });

    it('answers 410 for a document that was taken away', async () => {
      await store.retireDocument('telegram');
      for (const path of ['manifest', 'canvases/705', 'texts/ru/annotations/s1']) {
        const response = await client.get(`/iiif/documents/telegram/${path}`).expect(410);
        expect(json(response)).toMatchObject({ error: 'document-gone' });
      }
      const response = await client.get('/iiif/collections/cold-war').expect(200);
      expect(json(response)).toMatchObject({ items: [{ type: 'Collection' }] });
    });

    it('answers 410 for a page that was taken away', async () => {
      await store.putDocument({ ...telegram(), pages: telegram().pages.slice(0, 3) });
      const response = await client.get('/iiif/documents/telegram/canvases/708').expect(410);
      expect(json(response)).toMatchObject({ error: 'page-gone' });
    });

    it('sends former ids on to where the thing is now', async () => {
      await store.renameDocument('telegram', 'telegram-1950');
      const now = 'https://example.org/iiif/documents/telegram-1950';
      const moved = await client.get('/iiif/documents/telegram/texts/ru/annotations/s2.2').expect(308);
      expect(moved.headers.location).toBe(`${now}/texts/ru/annotations/s2.2`);
      const fixed = await client.get('/iiif/3/documents/telegram/manifest').expect(308);
      expect(fixed.headers.location).toBe('https://example.org/iiif/3/documents/telegram-1950/manifest');
      await client.get('/iiif/documents/telegram/canvases/999').expect(404);
    });
  });
});

function json(response: supertest.Response): object {
  const value: unknown = JSON.parse(response.text);
  if (typeof value !== 'object' || value === null) throw new Error('the response is no JSON object');
  return value;
}

function typeOf(resource: object): string {
  return 'type' in resource && typeof resource.type === 'string' ? resource.type : 'nothing';
}

/** All IIIF resources of ours that a description names, images and fragments aside. */
function iiifUrls(value: unknown): string[] {
  if (typeof value === 'string') {
    const [url = ''] = value.split('#');
    return /^https:\/\/example\.org\/iiif\/(documents|collections)\//.test(url) ? [url] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(iiifUrls);
}
