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
import { putLetters } from '../../../support/many-documents.ts';
import { ingestedDocument } from '../../../support/stored-document.ts';
import { collections, telegram } from '../../../support/telegram.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const base = 'https://example.org/iiif/documents/telegram';
const urls = new PublicUrls('https://example.org');
const PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';
const OLD_PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"';

let file: string;
let store: Store;
let client: ReturnType<typeof supertest>;

beforeEach(async () => {
  file = join(temporaryFolder(), 'store.sqlite');
  store = openSqliteStore(file);
  onTestFinished(() => store.close());
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const app = express();
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

  describe('a collection of very many documents', () => {
    const annexes = 'https://example.org/iiif/collections/annexes';
    const put = (id: string, position: number) =>
      store.putDocument(ingestedDocument({ id, collection: 'annexes', position, pages: [] }));

    beforeEach(() => putLetters(file, 'annexes', 1000));

    it('is one list as long as that is no longer than a thousand', async () => {
      const whole = json(await client.get('/iiif/collections/annexes').expect(200));
      expect(whole).toHaveProperty('items.length', 1000);
      expect(whole).not.toHaveProperty('metadata');
      // In the order of the archive.
      expect(whole).toHaveProperty('items.0.id', 'https://example.org/iiif/documents/letter-1000/manifest');
      const part = json(await client.get('/iiif/collections/annexes/parts/letter-99').expect(200));
      expect(part).toMatchObject({ partOf: [{ id: annexes }] });
      expect(part).toHaveProperty('items.length', 11);
    });

    it('is published in parts by the beginnings of ids, in both versions', async () => {
      await put('letter', 1001);
      const whole = json(await client.get('/iiif/collections/annexes').expect(200));
      expect(whole).toMatchObject({
        metadata: [{ label: { en: ['Documents'] }, value: { en: ['1,001'], ru: ['1\u00A0001'] } }],
        items: [
          { id: `${annexes}/parts/letter-`, type: 'Collection', label: { en: ['Documents “letter-…”'] } },
          { id: 'https://example.org/iiif/documents/letter/manifest', type: 'Manifest' },
        ],
      });
      expect(whole).toHaveProperty('items.length', 2);

      const part = json(await client.get('/iiif/collections/annexes/parts/letter-').expect(200));
      expect(part).toMatchObject({
        id: `${annexes}/parts/letter-`,
        label: { en: ['Documents “letter-…”'], ru: ['Документы «letter-…»'] },
        provider: [{ label: { en: ['Specimen Archive'] } }],
        partOf: [{ id: annexes, type: 'Collection', label: { en: ['Annexes'] } }],
        homepage: [{ id: 'https://example.org/collections/annexes' }],
      });
      expect(part).toHaveProperty('items.length', 1000);

      const old = json(await client.get('/iiif/2/collections/annexes').expect(200));
      expect(old).toMatchObject({
        collections: [
          {
            '@id': 'https://example.org/iiif/2/collections/annexes/parts/letter-',
            '@type': 'sc:Collection',
          },
        ],
        manifests: [{ '@id': 'https://example.org/iiif/2/documents/letter/manifest' }],
      });
      const oldPart = json(await client.get('/iiif/2/collections/annexes/parts/letter-').expect(200));
      expect(oldPart).toMatchObject({
        '@id': 'https://example.org/iiif/2/collections/annexes/parts/letter-',
        within: 'https://example.org/iiif/2/collections/annexes',
      });
      expect(oldPart).toHaveProperty('manifests.length', 1000);
      const newer = await client.get('/iiif/3/collections/annexes/parts/letter-').expect(200);
      expect(json(newer)).toHaveProperty(
        'id',
        'https://example.org/iiif/3/collections/annexes/parts/letter-',
      );
    });

    it('lists the parts of a part that has grown, whose address stays', async () => {
      await put('letter', 1001);
      await put('letter-1001', 1002);
      const part = json(await client.get('/iiif/collections/annexes/parts/letter-').expect(200));
      expect(part).toHaveProperty('items.length', 9);
      expect(part).toHaveProperty('items.0.id', `${annexes}/parts/letter-1`);
      const below = json(await client.get('/iiif/collections/annexes/parts/letter-9').expect(200));
      expect(below).toMatchObject({ partOf: [{ id: `${annexes}/parts/letter-` }] });
      expect(below).toHaveProperty('items.length', 111);
    });

    it('says which parts are not there, and which are no longer', async () => {
      for (const key of ['memo', 'letter-0', 'Letter', '-', 'letter-%7B', '%00', 'a'.repeat(200)]) {
        const response = await client.get(`/iiif/collections/annexes/parts/${key}`).expect(404);
        expect(json(response)).toEqual({ error: 'collection-not-found' });
      }
      await client.get('/iiif/collections/nowhere/parts/letter-').expect(404);
      await client.get('/iiif/collections/annexes/parts/letter-1000').expect(200);
      await store.retireDocument('letter-1000');
      const gone = await client.get('/iiif/collections/annexes/parts/letter-1000').expect(410);
      expect(json(gone)).toEqual({ error: 'collection-gone' });
    });
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
      expect(first.headers.vary).toMatch(/\bAccept-Encoding\b/);
      const etag = first.headers.etag ?? '';
      expect(etag).toMatch(/^"[\w-]+"$/);
      const again = await client.get(path).set('If-None-Match', etag).expect(304);
      expect(again.text).toBe('');
      expect(again.headers).toMatchObject({ etag, vary: first.headers.vary });
      const [pageOne] = telegram().pages;
      await store.putDocument({ ...telegram(), pages: pageOne === undefined ? [] : [pageOne] });
      await client.get(path).set('If-None-Match', etag).expect(200);
    });

    it('gives every form and every coding of a description a tag of its own, and its length', async () => {
      const path = '/iiif/documents/telegram/manifest';
      const tags = new Set<unknown>();
      for (const accept of ['application/json', PROFILED, OLD_PROFILED]) {
        for (const coding of ['gzip', 'identity']) {
          const head = await client.head(path).set({ Accept: accept, 'Accept-Encoding': coding }).expect(200);
          const got = await client.get(path).set({ Accept: accept, 'Accept-Encoding': coding }).expect(200);
          expect(got.headers.etag).toBe(head.headers.etag);
          expect(got.headers['content-length']).toBe(head.headers['content-length']);
          expect(head.headers['content-encoding']).toBe(coding === 'gzip' ? 'gzip' : undefined);
          if (coding === 'identity') {
            expect(Number(got.headers['content-length'])).toBe(Buffer.byteLength(got.text));
          }
          tags.add(got.headers.etag);
        }
      }
      expect(tags.size).toBe(6);
    });

    it('answers HEAD with the headers alone', async () => {
      const path = '/iiif/documents/telegram/texts/ru/pages/705';
      const head = await client.head(path).expect(200);
      expect(head.headers['content-type']).toBe(PROFILED);
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

  describe('keeps what it sends', () => {
    const paths = [
      '/iiif/documents/telegram/manifest',
      '/iiif/2/documents/telegram/manifest',
      '/iiif/3/documents/telegram/manifest',
      '/iiif/documents/telegram/canvases/705',
      '/iiif/documents/telegram/texts/ru/pages/705',
      '/iiif/2/documents/telegram/texts/ru/pages/705',
      '/iiif/collections/cold-war',
      '/iiif/2/collections/cold-war',
    ];
    const bodies = async () => {
      const found: string[] = [];
      for (const path of paths) found.push((await client.get(path)).text);
      return found;
    };

    /** What an ingest in another process does. */
    async function elsewhere(change: (store: Store) => Promise<unknown>): Promise<void> {
      const other = openSqliteStore(file);
      await change(other);
      await other.close();
    }

    it('without reading anything again, for as long as nothing changes', async () => {
      const first = await bodies();
      let read = 0;
      const reading = Object.getOwnPropertyNames(Object.getPrototypeOf(store)).filter((name) =>
        /^(document|documentsIn|segmentsOn|collection|collectionsIn|path)$/.test(name),
      );
      expect(reading).toHaveLength(6);
      for (const name of reading) {
        Object.defineProperty(store, name, { value: () => (read += 1) });
      }
      expect(await bodies()).toEqual(first);
      expect(read).toBe(0);
    });

    it('until another process changes the document', async () => {
      await bodies();
      const changed = { ...telegram(), record: { ...telegram().record, title: { en: ['Another title'] } } };
      await elsewhere((other) => other.putDocument(changed));
      const after = await bodies();
      const titled = after.map((body) => body.includes('Another title'));
      // Annotation pages do not name their document.
      expect(titled).toEqual([true, true, true, true, false, false, true, true]);
    });

    it('until another process changes a text', async () => {
      await bodies();
      const changed = {
        ...telegram(),
        texts: telegram().texts.map((text) => ({
          ...text,
          segments: text.segments.map((segment) => ({ ...segment, value: `Changed: ${segment.value}` })),
        })),
      };
      await elsewhere((other) => other.putDocument(changed));
      const after = await bodies();
      expect(after.filter((body) => body.includes('Changed: '))).toHaveLength(2);
    });

    it('until a collection above is called otherwise', async () => {
      await bodies();
      const renamed = collections().map((one) =>
        one.id === 'cold-war' ? { ...one, record: { ...one.record, title: { en: ['Warm peace'] } } } : one,
      );
      await elsewhere((other) => other.putCollections(renamed));
      const after = await bodies();
      const named = after.map((body) => body.includes('Warm peace'));
      // 2.1 names what a manifest is in by its address alone.
      expect(named).toEqual([true, false, true, false, false, false, true, true]);
    });

    it('until a collection further above has another holder', async () => {
      await store.putDocument(ingestedDocument({ id: 'letter', collection: 'annexes' }));
      const path = '/iiif/documents/letter/manifest';
      expect((await client.get(path)).text).toContain('"Specimen Archive"');
      const moved = collections().map((one) =>
        one.id === 'cold-war'
          ? { ...one, record: { ...one.record, repository: { en: ['New Archive'] } } }
          : one,
      );
      await elsewhere((other) => other.putCollections(moved));
      expect((await client.get(path)).text).toContain('"New Archive"');
    });

    it('until the collection that the document is in is there at all', async () => {
      await store.putCollections(collections().slice(0, 1));
      const path = '/iiif/documents/telegram/manifest';
      expect((await client.get(path)).text).not.toContain('"Cold War"');
      await elsewhere((other) => other.putCollections(collections()));
      expect((await client.get(path)).text).toContain('"Cold War"');
    });

    it('until the order of a collection changes', async () => {
      await store.putDocument(ingestedDocument({ id: 'letter', position: 1 }));
      const order = async () =>
        [
          ...(await client.get('/iiif/collections/cold-war')).text.matchAll(/documents\/([a-z]+)\/manifest/g),
        ].map(([, id]) => id);
      const letters = collections().map((one) =>
        one.id === 'cold-war' ? { ...one, record: { ...one.record, order: [] } } : one,
      );
      await store.putCollections(letters);
      expect(await order()).toEqual(['telegram', 'letter']);
      await elsewhere((other) => other.arrange([{ document: 'telegram', position: 2 }]));
      expect(await order()).toEqual(['letter', 'telegram']);
    });

    it('until another process withdraws the document', async () => {
      await bodies();
      await elsewhere((other) => other.retireDocument('telegram'));
      for (const path of paths.slice(0, 6)) await client.get(path).expect(410);
      for (const path of paths.slice(6)) {
        expect((await client.get(path).expect(200)).text).not.toContain('telegram');
      }
    });

    it('until the document gets another id, and comes back to its own', async () => {
      const [first] = await bodies();
      await elsewhere((other) => other.renameDocument('telegram', 'telegram-1950'));
      await client.get('/iiif/documents/telegram/manifest').expect(308);
      expect((await client.get('/iiif/collections/cold-war')).text).toContain('telegram-1950');
      await elsewhere((other) => other.renameDocument('telegram-1950', 'telegram'));
      expect((await client.get('/iiif/documents/telegram/manifest').expect(200)).text).toBe(first);
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
    return /^https:\/\/example\.org\/iiif\/(2\/)?(documents|collections)\//.test(url) ? [url] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(iiifUrls);
}
