import { beforeEach, describe, expect, it } from 'vitest';
import { ingestedDocument } from '../../../../support/stored-document.ts';
import {
  json,
  presentationClient,
  type PresentationClient,
} from '../../../../support/presentation-client.ts';

const base = 'https://example.org/iiif/documents/telegram';
const PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';
const OLD_PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"';

let store: PresentationClient['store'];
let client: PresentationClient['client'];

beforeEach(async () => {
  ({ store, client } = await presentationClient());
});

describe('in the words of 2.1', () => {
  const old = 'https://example.org/iiif/2';

  it('serves a manifest at its own address, and at its identity to who asks for it', async () => {
    const fixed = await client.get('/iiif/2/documents/telegram/manifest').expect(200);
    expect(fixed.headers['content-type']).toBe('application/json');
    const identity = await client.get('/iiif/documents/telegram/manifest').set('Accept', OLD_PROFILED);
    expect(identity.headers['content-type']).toBe(OLD_PROFILED);
    expect(json(fixed)).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/2/context.json',
      '@id': `${old}/documents/telegram/manifest`,
      within: `${old}/collections/cold-war`,
    });
    expect(Object.keys(json(fixed))[0]).toBe('@context');
    expect(json(identity)).toEqual({ ...json(fixed), '@id': `${base}/manifest` });
  });

  it('is another description at the same address than that of 3.0, however often either is asked for', async () => {
    const path = '/iiif/documents/telegram/canvases/705';
    for (let round = 0; round < 2; round += 1) {
      expect(json(await client.get(path))).toMatchObject({ id: `${base}/canvases/705` });
      expect(json(await client.get(path).set('Accept', OLD_PROFILED))).toMatchObject({
        '@context': 'http://iiif.io/api/presentation/2/context.json',
        '@id': `${base}/canvases/705`,
        within: `${old}/documents/telegram/manifest`,
      });
    }
  });

  it('answers every id that its descriptions hold with a resource of that id', async () => {
    const seen = new Map<string, object>();
    const waiting = [`${old}/collections/top`];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      const asked = client.get(url.slice('https://example.org'.length));
      const response = await (url.startsWith(`${old}/`) ? asked : asked.set('Accept', OLD_PROFILED));
      expect(response.status, url).toBe(200);
      expect(json(response), url).toMatchObject({ '@id': url });
      seen.set(url, json(response));
      waiting.push(...iiifUrls(json(response)));
    }
    const count = (type: string) =>
      [...seen.values()].filter((one) => '@type' in one && one['@type'] === type).length;
    expect({
      collections: count('sc:Collection'),
      manifests: count('sc:Manifest'),
      canvases: count('sc:Canvas'),
      ranges: count('sc:Range'),
      layers: count('sc:Layer'),
      // ru 705, 706, unplaced; en-a 705, unplaced; en-mt 705, 707; notes 708
      lists: count('sc:AnnotationList'),
      // 3 scans; ru 4, en-a 2, en-mt 2, notes 1
      annotations: count('oa:Annotation'),
    }).toEqual({
      collections: 3,
      manifests: 1,
      canvases: 4,
      ranges: 5,
      layers: 4,
      lists: 8,
      annotations: 12,
    });
  });

  it.each([
    ['/iiif/2/documents/telegram/ranges/1-2', 'sc:Range'],
    ['/iiif/2/documents/telegram/texts/en-a', 'sc:Layer'],
    ['/iiif/2/documents/telegram/texts/en-a/pages/705', 'sc:AnnotationList'],
    ['/iiif/2/collections/cold-war', 'sc:Collection'],
  ])('serves %s with its context first, and the same at its identity', async (path, type) => {
    const fixed = await client.get(path).expect(200);
    expect(json(fixed)).toMatchObject({ '@id': `https://example.org${path}`, '@type': type });
    expect(Object.keys(json(fixed)).slice(0, 2)).toEqual(['@context', '@id']);
    const identity = path.replace('/iiif/2/', '/iiif/');
    const negotiated = await client.get(identity).set('Accept', OLD_PROFILED).expect(200);
    expect(json(negotiated)).toEqual({ ...json(fixed), '@id': `https://example.org${identity}` });
  });

  it('is not what addresses of 3.0 tell, nor the other way round', async () => {
    const newer = await client.get('/iiif/3/collections/top').set('Accept', OLD_PROFILED).expect(200);
    expect(json(newer)).toMatchObject({
      id: 'https://example.org/iiif/3/collections/top',
      type: 'Collection',
    });
    const older = await client.get('/iiif/2/collections/top').set('Accept', PROFILED).expect(200);
    expect(json(older)).toMatchObject({ '@id': `${old}/collections/top` });
  });

  it.each([
    ['/iiif/2/documents/nowhere/manifest', 404],
    ['/iiif/2/documents/telegram/canvases/705', 404],
    ['/iiif/2/documents/telegram/ranges/9', 404],
    ['/iiif/2/documents/telegram/texts/fr/pages/705', 404],
    ['/iiif/2/collections/nowhere', 404],
    ['/iiif/4/documents/telegram/manifest', 404],
    ['/iiif/documents/telegram/ranges/top', 404],
  ])('answers %s with %i', async (path, status) => {
    await client.get(path).expect(status);
  });

  it('has no topmost range where there are no contents', async () => {
    await store.putDocument(ingestedDocument({ id: 'plain' }));
    await client.get('/iiif/2/documents/plain/ranges/top').expect(404);
  });

  it.each(['manifest', 'ranges/top', 'ranges/1-2', 'texts/ru', 'texts/ru/pages/706', 'texts/ru/unplaced'])(
    'sends former ids on within the version, and withdraws with the document: %s',
    async (path) => {
      await store.renameDocument('telegram', 'telegram-1950');
      const moved = await client.get(`/iiif/2/documents/telegram/${path}`).expect(308);
      expect(moved.headers.location).toBe(`${old}/documents/telegram-1950/${path}`);
      await client.get(`/iiif/2/documents/telegram-1950/${path}`).expect(200);
      await store.retireDocument('telegram-1950');
      await client.get(`/iiif/2/documents/telegram-1950/${path}`).expect(410);
    },
  );
});

/** All IIIF resources of ours that a description names, images and fragments aside. */
function iiifUrls(value: unknown): string[] {
  if (typeof value === 'string') {
    const [url = ''] = value.split('#');
    return /^https:\/\/example\.org\/iiif\/(2\/)?(documents|collections)\//.test(url) ? [url] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(iiifUrls);
}
