import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { downloadsOf } from '../../../server/http/downloads.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import { openSearch } from '../../../server/open-search.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { isRecord, recordsOf } from '../../../viewer/iiif/json.ts';
import { collections, telegram } from '../../support/telegram.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const base = 'https://example.org/archive';
const urls = new PublicUrls(base);

let store: Store;
let client: ReturnType<typeof supertest>;

beforeEach(async () => {
  const file = join(temporaryFolder(), 'store.sqlite');
  store = openSqliteStore(file);
  const search = openSearch({ file, threads: 1 });
  onTestFinished(async () => {
    await search.close();
    await store.close();
  });
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const assets = {
    stylesheets: (entry: string) => [`${entry}.css`],
    script: () => undefined,
    preloads: () => [],
  };
  const log = pino({ level: 'silent' });
  client = supertest(createApp({ store, search, log, urls, assets, assetFolder: temporaryFolder() }));
});

describe('a text as plain words', () => {
  it('is sent with its pages marked, in its language, under a name to be saved by', async () => {
    const { text, headers } = await client.get('/documents/telegram/texts/ru.txt').expect(200);
    expect(text).toBe('без места\n\n(p. 705 verso)\nТоварищу Филиппову\nвторая & третья\n');
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-language': 'ru',
      'content-disposition': 'inline; filename="telegram-ru.txt"',
    });
  });
});

describe('the lines of a page as ALTO', () => {
  it('are told by their canvas and in no manifest twice, and sent as they are told', async () => {
    const { body } = await client.get('/iiif/documents/telegram/manifest').expect(200);
    const seeAlso = recordsOf(isRecord(body) ? body.items : []).flatMap((canvas) =>
      recordsOf(canvas.seeAlso),
    );
    expect(seeAlso.map(({ id }) => id)).toEqual([
      `${base}/documents/telegram/texts/ru/pages/705.alto.xml`,
      `${base}/documents/telegram/texts/ru/pages/706.alto.xml`,
    ]);
    expect(seeAlso[0]).toMatchObject({
      type: 'Dataset',
      label: { en: ['Transcription, Russian, reviewed, ALTO'] },
      profile: 'http://www.loc.gov/standards/alto/ns-v4#',
    });
    for (const { id, format } of seeAlso) {
      const path = String(id).slice(base.length);
      const { headers, text } = await client.get(path).expect(200);
      expect(headers['content-type']).toBe(`${String(format)}; charset=utf-8`);
      expect(text).toContain('<TextLine ID="s2" HPOS="1900"');
    }
  });

  it('are told to viewers of version 2.1 too', async () => {
    const two = await client
      .get('/iiif/documents/telegram/canvases/705')
      .set('Accept', 'application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"')
      .expect(200);
    expect(two.body).toMatchObject({
      seeAlso: {
        '@id': `${base}/documents/telegram/texts/ru/pages/705.alto.xml`,
        format: 'application/xml',
        profile: 'http://www.loc.gov/standards/alto/ns-v4#',
      },
    });
  });
});

describe('a record in Dublin Core', () => {
  it('is JSON-LD that says what the record does, each value in its language', async () => {
    const { headers, body } = await client
      .get('/documents/telegram.dc.jsonld')
      .responseType('text')
      .expect(200);
    // Its media type has no charset.
    expect(headers['content-type']).toBe('application/ld+json');
    const record: unknown = JSON.parse(String(body));
    expect(record).toMatchObject({
      '@context': { dcterms: 'http://purl.org/dc/terms/' },
      '@id': `${base}/documents/telegram`,
      'dcterms:title': [
        { '@value': 'Telegram from the Legation', '@language': 'en' },
        { '@value': 'Телеграмма миссии', '@language': 'ru' },
      ],
      'dcterms:type': ['telegram'],
      'dcterms:date': ['1950-10-07', '1950-10~', '195X'],
      'dcterms:language': ['ru', 'zh-Hant'],
      'dcterms:identifier': [`${base}/documents/telegram`, 'ark:/12345/x1'],
      'dcterms:source': ['Specimen Archive, fond 5, opis 918795, delo 121, listi 705-708, Korob 9'],
      'dcterms:rights': [{ '@id': 'https://rightsstatements.org/vocab/NKC/1.0/' }],
      'dcterms:isPartOf': [{ '@id': `${base}/collections/cold-war` }],
      'dcterms:isReferencedBy': [{ '@id': `${base}/iiif/documents/telegram/manifest` }],
    });
    expect(record).toHaveProperty(['dcterms:subject', 3], { '@value': 'Ким', '@language': 'ru' });
    expect(record).not.toHaveProperty(['dcterms:description', 1]);
  });
});

describe('whatever can be saved', () => {
  const paths = [
    '/documents/telegram.dc.jsonld',
    '/documents/telegram.tei.xml',
    '/documents/telegram/texts/ru.txt',
    '/documents/telegram/texts/ru/pages/705.alto.xml',
  ];

  it('is all that the list of it says', async () => {
    const document = await store.document('telegram');
    if (document === undefined) throw new Error('no telegram');
    const downloads = downloadsOf(document, urls);
    expect(downloads.length).toBeGreaterThan(3);
    expect(new Set(downloads.map(({ url }) => url)).size).toBe(downloads.length);
    for (const { url, format } of downloads) {
      const { headers } = await client.get(url.slice(base.length)).expect(200);
      expect(headers['content-type']?.split(';')[0]).toBe(format);
    }
  });

  it('stands in the manifest and on the document’s page alike', async () => {
    const document = await store.document('telegram');
    if (document === undefined) throw new Error('no telegram');
    const manifest = await client.get('/iiif/documents/telegram/manifest').expect(200);
    const page = await client.get('/documents/telegram').set('Accept', 'text/html').expect(200);
    for (const { url } of downloadsOf(document, urls)) {
      expect(JSON.stringify(manifest.body)).toContain(`"id":"${url}"`);
      expect(page.text).toContain(`href="${url}"`);
    }
  });

  it.each(paths)('may be read from any site and run nowhere: %s', async (path) => {
    const { headers } = await client.get(path).set('Origin', 'https://elsewhere.example').expect(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("script-src 'none'");
    const preflight = await client.options(path).set('Origin', 'https://elsewhere.example').expect(204);
    expect(preflight.headers['access-control-allow-methods']).toBe('GET,HEAD,OPTIONS');
  });

  it.each(paths)('is not sent again to who has it, nor to HEAD: %s', async (path) => {
    const { headers } = await client.get(path).expect(200);
    const head = await client.head(path).expect(200);
    expect(head.headers.etag).toBe(headers.etag);
    expect(head.text).toBeUndefined();
    await client
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
  });

  it.each(paths)('moves with its document and goes with it: %s', async (path) => {
    const moved = await client.get(path.replace('telegram', 'old-telegram')).expect(308);
    expect(moved.headers.location).toBe(base + path);
    await store.retireDocument('telegram');
    const gone = await client.get(path).set('Origin', 'https://elsewhere.example').expect(410);
    expect(gone.headers['access-control-allow-origin']).toBe('*');
  });

  it.each([
    ['/documents/nothing/texts/ru.txt', 'document-not-found'],
    ['/documents/nothing.tei.xml', 'document-not-found'],
    ['/documents/nothing.dc.jsonld', 'document-not-found'],
    ['/documents/telegram/texts/nothing.txt', 'text-not-found'],
    ['/documents/telegram/texts/ru.TXT', 'route-not-found'],
    ['/documents/telegram/texts/nothing/pages/705.alto.xml', 'text-not-found'],
    ['/documents/telegram/texts/ru/pages/9.alto.xml', 'page-not-found'],
    ['/documents/telegram/texts/notes/pages/708.alto.xml', 'segment-not-found'],
  ])('is not there at %s', async (path, error) => {
    const { body } = await client.get(path).set('Accept', 'application/json').expect(404);
    expect(body).toMatchObject({ error });
  });
});
