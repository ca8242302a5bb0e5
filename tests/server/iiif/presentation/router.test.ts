import { beforeEach, describe, expect, it } from 'vitest';
import { ingestedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';
import { json, presentationClient, type PresentationClient } from '../../../support/presentation-client.ts';

const base = 'https://example.org/iiif/documents/telegram';

let store: PresentationClient['store'];
let client: PresentationClient['client'];

beforeEach(async () => {
  ({ store, client } = await presentationClient());
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

  it('says where a collection is searched, and of the root that all is', async () => {
    const serviceOf = async (path: string) => {
      const collection = json(await client.get(path).expect(200));
      return 'service' in collection ? collection.service : undefined;
    };
    const root = 'https://example.org/iiif/search';
    expect(await serviceOf('/iiif/collections/cold-war')).toMatchObject([
      { id: `${root}/2/collections/cold-war` },
      { '@id': `${root}/1/collections/cold-war` },
    ]);
    expect(await serviceOf('/iiif/collections/top')).toMatchObject([
      { id: `${root}/2` },
      { '@id': `${root}/1` },
    ]);
    expect(await serviceOf('/iiif/2/collections/cold-war')).toEqual({
      '@context': 'http://iiif.io/api/search/1/context.json',
      '@id': `${root}/1/collections/cold-war`,
      profile: 'http://iiif.io/api/search/1/search',
      service: {
        '@id': `${root}/1/collections/cold-war/autocomplete`,
        profile: 'http://iiif.io/api/search/1/autocomplete',
      },
    });
    expect(await serviceOf('/iiif/commenting/documents/telegram/manifest')).toMatchObject([
      { id: `${root}/2/documents/telegram` },
      { '@id': `${root}/1/documents/telegram` },
    ]);
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

  it('shows a collection by its first scan, be it of a collection further down', async () => {
    const shown = { id: 'https://example.org/iiif/image/3/telegram_705/full/143,200/0/default.jpg' };
    const top = await client.get('/iiif/collections/top').expect(200);
    expect(json(top)).toMatchObject({ thumbnail: [shown], items: [{ thumbnail: [shown] }] });
    const old = await client.get('/iiif/2/collections/top').expect(200);
    expect(json(old)).toMatchObject({
      thumbnail: { '@id': shown.id.replace('/image/3/', '/image/2/') },
      collections: [{ thumbnail: { '@id': shown.id.replace('/image/3/', '/image/2/') } }],
    });

    await store.retireDocument('telegram');
    expect(json(await client.get('/iiif/collections/top'))).not.toHaveProperty('thumbnail');
    await store.putDocument(ingestedDocument({ id: 'letter', collection: 'annexes' }));
    expect(json(await client.get('/iiif/collections/top'))).toMatchObject({
      items: [{ id: 'https://example.org/iiif/collections/cold-war', thumbnail: [shown] }],
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

function typeOf(resource: object): string {
  return 'type' in resource && typeof resource.type === 'string' ? resource.type : 'nothing';
}

/** All IIIF resources of ours that a description names, images and fragments aside. */
function iiifUrls(value: unknown): string[] {
  if (typeof value === 'string') {
    const [url = ''] = value.split('#');
    return /^https:\/\/example\.org\/iiif\/(2\/)?(documents|collections)\//.test(url) ? [url] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(iiifUrls);
}
