import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { statusOf } from '../../../../server/http/failure-response.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { presentationRouter } from '../../../../server/iiif/presentation/router.ts';
import { Failure } from '../../../../server/model/failure.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../../server/store/store.ts';
import { collections, telegram } from '../../../support/telegram.ts';
import { text } from '../../../support/stored-document.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const ORIGIN = 'https://example.org';
const path = '/iiif/documents/telegram';
const base = ORIGIN + path;
const profiled = (profile: string) => `application/ld+json;profile="${profile}"`;
const WEB_ANNOTATION = profiled('http://www.w3.org/ns/anno.jsonld');
const PRESENTATION = profiled('http://iiif.io/api/presentation/3/context.json');
const prefer = (...included: string[]) => `return=representation;include="${included.join(' ')}"`;
const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';

let store: Store;
let client: ReturnType<typeof supertest>;

beforeEach(async () => {
  store = openSqliteStore(join(temporaryFolder(), 'store.sqlite'));
  onTestFinished(() => store.close());
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const app = express();
  app.use(presentationRouter({ store, urls: new PublicUrls(ORIGIN) }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof Failure) response.status(statusOf(error)).json({ error: error.code });
    else next(error);
  });
  client = supertest(app);
});

describe('words and outlines', () => {
  it('have pages of their own, whose annotations can be fetched one by one', async () => {
    const words = json(await client.get(`${path}/texts/ru/pages/705/words`).expect(200));
    expect(words).toMatchObject({ id: `${base}/texts/ru/pages/705/words` });
    const ids = itemIds(words);
    expect(ids).toEqual([`${base}/texts/ru/annotations/s1.w1`, `${base}/texts/ru/annotations/s1.w2`]);
    for (const id of ids) expect(json(await client.get(pathOf(id)).expect(200))).toMatchObject({ id });
    const outlines = json(await client.get(`${path}/texts/ru/pages/705/outlines`).expect(200));
    expect(itemIds(outlines)).toEqual([`${base}/texts/ru/annotations/s1`, `${base}/texts/ru/annotations/s2`]);
  });

  it.each([
    `${path}/texts/ru/pages/706/words`,
    `${path}/texts/ru/pages/706/outlines`,
    `${path}/texts/en-a/words`,
    `${path}/texts/en-a/pages/705/words`,
    `${path}/texts/ru/annotations/s1.w0`,
    `${path}/texts/ru/annotations/s1.w3`,
    `${path}/texts/ru/annotations/s1.w01`,
    `${path}/texts/ru/annotations/s1.w`,
    `${path}/texts/ru/annotations/s1.w-1`,
    `${path}/texts/ru/annotations/s1.w99999999`,
    `${path}/texts/ru/annotations/s1.W1`,
    `${path}/texts/ru/annotations/s1.2.w1`,
    `${path}/texts/ru/annotations/s2.w1`,
    `${path}/texts/ru/annotations/s99.w1`,
    `/iiif/commenting/documents/telegram/texts/ru/annotations/s1.w1`,
  ])('are not there at %s', async (url) => {
    expect(json(await client.get(url).expect(404))).toMatchObject({ error: 'segment-not-found' });
  });
});

describe('a single annotation over HTTP', () => {
  it('says by its headers what it is, what may be done with it and which container it is in', async () => {
    const url = `${path}/texts/ru/annotations/s1`;
    const { headers } = await client.get(url).expect(200);
    expect(headers.link).toBe(
      '<http://www.w3.org/ns/ldp#Resource>; rel="type", ' +
        `<${base}/texts/ru/annotations/>; rel="http://www.w3.org/ns/oa#annotationService"`,
    );
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(headers.vary).toMatch(/\bAccept\b(?!-)/);
    expect(headers.etag).toBeTruthy();
    await client
      .get(url)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    const head = await client.head(url).expect(200);
    expect(head.headers.etag).toBe(headers.etag);
  });

  it.each([
    [undefined, PRESENTATION],
    ['*/*', PRESENTATION],
    ['application/ld+json', PRESENTATION],
    [WEB_ANNOTATION, WEB_ANNOTATION],
    ['application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', WEB_ANNOTATION],
    ['application/json', 'application/json'],
    ['text/turtle', PRESENTATION],
  ])('answers Accept: %s with %s', async (accept, type) => {
    const asked = client.get(`${path}/texts/ru/annotations/s1`);
    const { headers } = await (accept === undefined ? asked.unset('Accept') : asked.set('Accept', accept));
    expect(headers['content-type']).toBe(type);
  });
});

describe('the container of a text’s annotations', () => {
  const container = `${path}/texts/ru/annotations/`;

  it('is what the Web Annotation Protocol says, with its first page in it', async () => {
    const response = await client.get(container).expect(200);
    expect(response.headers).toMatchObject({
      'content-type': WEB_ANNOTATION,
      'content-location': `${base}/texts/ru/annotations/?iris=0`,
      allow: 'GET, HEAD, OPTIONS',
      link:
        '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", ' +
        '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
    });
    expect(response.headers.vary).toMatch(/Accept.*Prefer/);
    expect(response.headers.etag).toBeTruthy();
    const body = json(response);
    expect(body).toMatchObject({
      '@context': expect.arrayContaining([
        'http://www.w3.org/ns/anno.jsonld',
        'http://www.w3.org/ns/ldp.jsonld',
      ]),
      id: `${base}/texts/ru/annotations/?iris=0`,
      type: ['BasicContainer', 'AnnotationCollection'],
      total: 4,
      modified: expect.stringMatching(/^\d{4}-.*Z$/),
      first: {
        id: `${base}/texts/ru/annotations/?iris=0&page=0`,
        type: 'AnnotationPage',
        next: `${base}/texts/ru/annotations/?iris=0&page=1`,
        items: [{ id: `${base}/texts/ru/annotations/s1` }, { id: `${base}/texts/ru/annotations/s2` }],
      },
      last: `${base}/texts/ru/annotations/?iris=0&page=2`,
    });
  });

  it('gives only IRIs, or only itself, to who prefers that', async () => {
    const iris = await client.get(container).set('Prefer', prefer(IRIS)).expect(200);
    expect(iris.headers['preference-applied']).toBe('return=representation');
    expect(json(iris)).toMatchObject({
      id: `${base}/texts/ru/annotations/?iris=1`,
      first: { items: [`${base}/texts/ru/annotations/s1`, `${base}/texts/ru/annotations/s2`] },
    });
    const minimal = await client.get(container).set('Prefer', prefer(MINIMAL, IRIS)).expect(200);
    expect(json(minimal)).toMatchObject({
      first: `${base}/texts/ru/annotations/?iris=1&page=0`,
      last: `${base}/texts/ru/annotations/?iris=1&page=2`,
    });
    expect(minimal.headers.etag).not.toBe(iris.headers.etag);
    const { headers } = await client.get(container).expect(200);
    expect(headers).not.toHaveProperty('preference-applied');
  });

  it.each([0, 1])('is read whole by following its pages, with iris=%i', async (iris) => {
    const found: string[] = [];
    let url: string | undefined = `${base}/texts/ru/annotations/?iris=${iris}&page=0`;
    let before: string | undefined;
    while (url !== undefined) {
      const page: object = json(await client.get(pathOf(url)).expect(200));
      expect(page).toMatchObject({
        ...{ id: url, type: 'AnnotationPage' },
        partOf: [{ id: `${base}/texts/ru/annotations/?iris=${iris}` }],
      });
      expect(property(page, 'prev')).toBe(before);
      found.push(...itemIds(page));
      before = url;
      url = property(page, 'next');
    }
    expect(found.map((id) => id.slice(id.lastIndexOf('/') + 1))).toEqual(['s1', 's2', 's2.2', 's3']);
    for (const id of found) await client.get(pathOf(id)).expect(200);
  });

  it('is empty for a text without words', async () => {
    await store.putDocument({ ...telegram(), texts: [text('ru', [])] });
    const body = json(await client.get(container).expect(200));
    expect(body).toMatchObject({ total: 0 });
    expect(body).not.toHaveProperty('first');
    expect(body).not.toHaveProperty('last');
  });

  it.each([
    ['?page=3', 404],
    ['?page=999999', 404],
    ['?page=x', 400],
    ['?iris=7', 400],
    ['?iris=0&iris=1', 400],
    ['?page=0&page=1', 400],
  ])('answers %s with %i', async (query, status) => {
    await client.get(container + query).expect(status);
  });

  it('has no other name', async () => {
    await client.get(`${path}/texts/ru/annotations`).expect(404);
    await client.get(`${path}/texts/none/annotations/`).expect(404);
  });
});

describe('a document with its texts as comments', () => {
  const commenting = `${ORIGIN}/iiif/commenting/documents/telegram`;

  it('has the canvases of the document and texts of its own, which are comments', async () => {
    const usual = json(await client.get(`${path}/manifest`).expect(200));
    const variant = json(await client.get('/iiif/commenting/documents/telegram/manifest').expect(200));
    const renamed: unknown = JSON.parse(
      JSON.stringify(usual)
        .replaceAll(`${base}/texts/`, `${commenting}/texts/`)
        .replaceAll(`${base}/manifest`, `${commenting}/manifest`),
    );
    expect(variant).toEqual(renamed);
    expect(JSON.stringify(variant)).toContain(`"${base}/canvases/705"`);
  });

  it('answers every id of its own, and names none of the others’ annotations', async () => {
    const seen = new Map<string, string>();
    const waiting = [`${commenting}/manifest`];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      const response = await client.get(pathOf(url));
      expect([url, response.status]).toEqual([url, 200]);
      expect(json(response)).toMatchObject({ id: url });
      seen.set(url, response.text);
      waiting.push(
        ...[...response.text.matchAll(/"(https:\/\/example\.org\/iiif\/commenting\/[^"#]*)/g)].map(
          ([, id = '']) => id,
        ),
      );
    }
    const all = [...seen.values()].join('');
    expect(all).not.toContain('supplementing');
    expect(all).not.toContain(`${base}/texts/`);
    // 1 manifest, 4 texts, 8 pages, 9 annotations
    expect(seen.size).toBe(22);
    expect(seen.get(`${commenting}/texts/en-a/pages/705`)).toContain(
      `${commenting}/texts/ru/annotations/s2.2`,
    );
  });
});

it('sends former ids on to where a thing is now, with their query', async () => {
  await store.renameDocument('telegram', 'telegram-1950');
  for (const [asked, now] of [
    [
      '/iiif/documents/telegram/texts/ru/annotations/?iris=1&page=0',
      '/iiif/documents/telegram-1950/texts/ru/annotations/?iris=1&page=0',
    ],
    [
      '/iiif/documents/telegram/texts/ru/pages/705/words',
      '/iiif/documents/telegram-1950/texts/ru/pages/705/words',
    ],
    ['/iiif/commenting/documents/telegram/manifest', '/iiif/commenting/documents/telegram-1950/manifest'],
  ] as const) {
    const { headers } = await client.get(asked).set('Host', 'evil.example').expect(308);
    expect(headers.location).toBe(ORIGIN + now);
    await client.get(now).expect(200);
  }
});

function json(response: supertest.Response): object {
  const value: unknown = JSON.parse(response.text);
  if (typeof value !== 'object' || value === null) throw new Error('the response is no JSON object');
  return value;
}

function pathOf(url: string): string {
  return url.slice(ORIGIN.length);
}

function property(resource: object, name: string): string | undefined {
  const value = Object.entries(resource).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function itemIds(page: object): string[] {
  const items: unknown = 'items' in page ? page.items : [];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
      ? [item.id]
      : [];
  });
}
