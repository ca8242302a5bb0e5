import { beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';
import {
  json,
  ORIGIN,
  presentationClient,
  type PresentationClient,
} from '../../../support/presentation-client.ts';

const path = '/iiif/documents/telegram';
const base = ORIGIN + path;
const profiled = (profile: string) => `application/ld+json;profile="${profile}"`;
const WEB_ANNOTATION = profiled('http://www.w3.org/ns/anno.jsonld');
const PRESENTATION = profiled('http://iiif.io/api/presentation/3/context.json');
const prefer = (...included: string[]) => `return=representation;include="${included.join(' ')}"`;
const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';

let store: PresentationClient['store'];
let client: PresentationClient['client'];

beforeEach(async () => {
  ({ store, client } = await presentationClient());
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

it('sends nobody on to what is not there either', async () => {
  await store.renameDocument('telegram', 'telegram-1950');
  await client.get('/iiif/documents/telegram/texts/ru/annotations/s99').expect(404);
  await client.get('/iiif/documents/telegram/texts/ru/annotations/?page=99').expect(404);
  await client.get('/iiif/documents/telegram/texts/fr/annotations/').expect(404);
  await client.get('/iiif/documents/telegram/texts/en-a/pages/705/words').expect(404);
});

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
