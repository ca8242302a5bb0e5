import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import { openSearch } from '../../../server/open-search.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { encodeContentState } from '../../../viewer/iiif/content-state-encoding.ts';
import { collections, telegram } from '../../support/telegram.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const base = 'https://example.org/archive';
const urls = new PublicUrls(base);
const manifest = urls.manifest('telegram');
const partOf = [{ id: manifest, type: 'Manifest' }];
const elsewhere = 'https://other.example/manifest';

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
  const log = pino({ level: 'silent' });
  const assets = {
    stylesheets: (entry: string) => [`${entry}.css`],
    script: () => 'reading-room.js',
    preloads: () => [],
  };
  client = supertest(createApp({ store, search, log, urls, assets, assetFolder: temporaryFolder() }));
});

async function html(path: string, status = 200): Promise<string> {
  const response = await client.get(path).set('Accept', 'text/html').expect(status);
  return response.text;
}

const viewer = (content: string | object, rest = '') =>
  `/viewer?iiif-content=${encodeURIComponent(typeof content === 'string' ? content : encodeContentState(content))}${rest}`;

/** What the page tells the viewer, without what it tells it always. */
function mountOf(page: string): Record<string, string> {
  const element = /<div id="reading-room"[^>]*>/.exec(page)?.[0] ?? '';
  const mount: Record<string, string> = {};
  for (const [, name = '', value = ''] of element.matchAll(/ data-([\w-]+)="([^"]*)"/g)) {
    if (name !== 'viewer') mount[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  return mount;
}

const ofTelegram = {
  manifest,
  document: urls.documentPage('telegram'),
  read: urls.read('telegram'),
};
const words = (page: string) => ({
  first: page.includes('Товарищу Филиппову'),
  second: page.includes('третья'),
});

describe('a content state of our own document', () => {
  it('opens it with its words in the page, in every form', async () => {
    const whole = [
      manifest,
      { id: manifest, type: 'Manifest' },
      { type: 'Annotation', motivation: ['contentState'], target: { id: manifest, type: 'Manifest' } },
      urls.manifestOfVersion('telegram', 3),
    ];
    for (const content of whole) {
      const page = await html(viewer(content));
      expect(mountOf(page)).toEqual({ ...ofTelegram, canvas: urls.canvas('telegram', '705') });
      expect(page).toContain('<title>Telegram from the Legation');
      expect(page).toContain(`<link rel="canonical" href="${urls.read('telegram')}"/>`);
      expect(words(page).first).toBe(true);
    }
  });

  it('opens one of its pages, and a part of it', async () => {
    const canvas = urls.canvas('telegram', '706');
    for (const content of [canvas, { id: canvas, type: 'Canvas', partOf }]) {
      const page = await html(viewer(content));
      expect(mountOf(page)).toEqual({ ...ofTelegram, canvas });
      expect(words(page)).toEqual({ first: false, second: true });
    }
    const part = { id: `${canvas}#xywh=10,20,300,400`, type: 'Canvas', partOf };
    expect(mountOf(await html(viewer(part)))).toEqual({ ...ofTelegram, canvas, xywh: '10,20,300,400' });
    const share = {
      source: { id: canvas, type: 'Canvas', partOf },
      selector: { value: 'xywh=percent:0,0,50,50' },
    };
    expect(mountOf(await html(viewer(share)))).toMatchObject({ xywh: 'percent:0,0,50,50' });
  });

  it('opens one of its lines, marked in the page, on the leaf where it stands', async () => {
    const annotation = urls.annotation('telegram', 'ru', 's1');
    const target = { id: `${urls.canvas('telegram', '705')}#xywh=100,200,901,51`, type: 'Canvas', partOf };
    const states = [
      annotation,
      { id: annotation, type: 'Annotation', motivation: ['contentState'], target },
      { id: annotation, type: 'Annotation', motivation: ['supplementing'], target: target.id },
      { type: 'Annotation', motivation: ['contentState'], target: { id: annotation, type: 'Annotation' } },
    ];
    for (const state of states) {
      const page = await html(viewer(state));
      expect(mountOf(page)).toMatchObject({
        ...ofTelegram,
        canvas: urls.canvas('telegram', '705'),
        annotation,
      });
      const marked = page.match(/<tr role="row"[^>]* aria-current="location".*?<\/tr>/gs) ?? [];
      expect(marked).toHaveLength(1);
      expect(marked[0]).toContain('Товарищу Филиппову');
    }
  });

  it('opens a chapter where it begins', async () => {
    const range = (number: string) => ({ id: urls.range('telegram', number), type: 'Range', partOf });
    const [second, inner] = [await html(viewer(range('2'))), await html(viewer(range('1-2')))];
    expect(mountOf(second)).toMatchObject({ canvas: urls.canvas('telegram', '707') });
    expect(mountOf(inner)).toMatchObject({ canvas: urls.canvas('telegram', '706') });
    const unknown = await html(viewer(range('9')));
    expect(mountOf(unknown)).toMatchObject({
      canvas: urls.canvas('telegram', '705'),
      notes: 'range-unknown',
    });
    expect(unknown).toContain('a chapter that this document does not have');
  });

  it('follows a document to the id that it has now', async () => {
    const page = await html(viewer(urls.manifest('old-telegram')));
    expect(mountOf(page)).toMatchObject({ manifest });
    const canvas = {
      id: urls.canvas('old-telegram', '706'),
      type: 'Canvas',
      partOf: urls.manifest('old-telegram'),
    };
    expect(mountOf(await html(viewer(canvas)))).toMatchObject({ canvas: urls.canvas('telegram', '706') });
  });

  it('is answered 404 or 410 where there is no such document or leaf, and opened where there is no such line', async () => {
    expect(await html(viewer(urls.manifest('nowhere')), 404)).toContain('The archive has no such document');
    const leaf = { id: urls.canvas('telegram', '9'), type: 'Canvas', partOf };
    expect(await html(viewer(leaf), 404)).toContain('The document has no such leaf');
    expect(mountOf(await html(viewer(urls.annotation('telegram', 'ru', 's9'))))).toMatchObject({
      ...{ manifest, notes: 'segment-unknown' },
    });
    await store.retireDocument('telegram');
    expect(await html(viewer(manifest), 410)).toContain('No longer published');
  });

  it('is not taken to be of a document that its canvas is not in', async () => {
    const stray = { id: 'https://other.example/canvas', type: 'Canvas', partOf };
    expect(mountOf(await html(viewer(stray)))).toEqual({ 'iiif-content': JSON.stringify(stray) });
    const other = { id: urls.canvas('letter', '705'), type: 'Canvas', partOf };
    expect(mountOf(await html(viewer(other)))).toEqual({ 'iiif-content': JSON.stringify(other) });
  });

  it('is the first of several, which is said', async () => {
    const page = await html(viewer([manifest, elsewhere].map((id) => ({ id, type: 'Manifest' }))));
    expect(mountOf(page)).toMatchObject({ manifest, notes: 'first-of-several' });
    expect(page).toContain('The link names several things');
  });
});

describe('a content state of another archive', () => {
  it('is handed to the viewer decoded, with the address that it is about in the page', async () => {
    const canvas = {
      id: 'https://other.example/c/1',
      type: 'Canvas',
      partOf: [{ id: elsewhere, type: 'Manifest' }],
    };
    const page = await html(viewer(canvas));
    expect(mountOf(page)).toEqual({ 'iiif-content': JSON.stringify(canvas) });
    expect(page).toContain(`<a href="${elsewhere}" rel="noreferrer">`);
    const fetched = await html(viewer('https://other.example/state/1'));
    expect(mountOf(fetched)).toEqual({ 'iiif-content': 'https://other.example/state/1' });
    expect(fetched).toContain('<a href="https://other.example/state/1" rel="noreferrer">');
    expect(fetched).not.toContain('data-document');
  });

  it('wins over a manifest that stands beside it', async () => {
    const page = await html(viewer(elsewhere, `&manifest=${encodeURIComponent('https://third.example/m')}`));
    expect(mountOf(page)).toEqual({ 'iiif-content': elsewhere });
    await html(viewer('javascript:alert(1)', `&manifest=${encodeURIComponent(elsewhere)}`), 400);
  });

  it('is escaped on its way into the page', async () => {
    const hostile = { id: elsewhere, type: 'Manifest', label: '"><script>alert(1)</script>' };
    const page = await html(viewer(hostile));
    expect(page).not.toContain('<script>alert');
    expect(mountOf(page)['iiif-content']).toContain('label');
    const address = await html(viewer('https://other.example/?a="><script>alert(1)</script>'));
    expect(address).not.toContain('<script>alert');
  });

  it('has the headers of the reading room', async () => {
    const { headers } = await client.get(viewer(elsewhere));
    expect(headers['content-security-policy']).toContain('connect-src http: https:');
    expect(headers['cache-control']).toBe('no-cache');
  });
});

describe('a link that cannot be opened', () => {
  it.each([
    ['javascript:alert(1)', 'by what is no address'],
    ['data:text/html,x', 'by what is no address'],
    ['!!!', 'cannot be decoded'],
    [Buffer.from('%ff').toString('base64url'), 'cannot be decoded'],
    [Buffer.from('hello').toString('base64url'), 'neither JSON nor an address'],
    [encodeContentState({ id: 'https://other.example/all', type: 'Collection' }), 'names a collection'],
    [encodeContentState({ id: 'urn:c', type: 'Canvas' }), 'not the manifest that it is in'],
    [encodeContentState({ type: 'Annotation', target: [{}] }), 'does not say what it is about (target[0])'],
    [encodeContentState([[[[[[[[[[[[]]]]]]]]]]]]), 'nested too deeply'],
    [encodeContentState({ type: 'Image', id: 'https://other.example/i' }), 'no document and no part of one'],
  ])('says why: %s', async (content, reason) => {
    const page = await html(viewer(content), 400);
    expect(page).toContain('This address cannot be understood');
    expect(page).toContain(reason);
    expect(page).toContain('a IIIF content state');
    expect(page).not.toContain('href="javascript:');
  });

  it('is refused where it is given twice', async () => {
    await html(`${viewer(elsewhere)}&iiif-content=x`, 400);
  });

  it('asks for an address where it is empty', async () => {
    expect(await html('/viewer?iiif-content=')).toContain('class="manifest-form"');
  });
});

describe('the address of a place in a document', () => {
  it('names a line by its text and its id, and finds the leaf', async () => {
    const page = await html('/read/telegram?segment=ru.s2');
    expect(mountOf(page)).toEqual({
      ...ofTelegram,
      canvas: urls.canvas('telegram', '705'),
      annotation: urls.annotation('telegram', 'ru', 's2'),
    });
    // Of another text's line of the same id nothing is said.
    expect(page.match(/aria-current="location"/g)).toHaveLength(1);
    const second = urls.annotation('telegram', 'ru', 's2', 2);
    for (const query of ['segment=ru.s2.2', 'page=706&segment=ru.s2', 'page=706&segment=ru.s2.2']) {
      const mount = mountOf(await html(`/read/telegram?${query}`));
      expect(mount, query).toMatchObject({ canvas: urls.canvas('telegram', '706'), annotation: second });
    }
    const far = mountOf(await html('/read/telegram?segment=ru.s2.9'));
    expect(far).toMatchObject({ annotation: urls.annotation('telegram', 'ru', 's2') });
  });

  it('shows the translation that the line is from', async () => {
    expect(await html('/read/telegram?segment=en-mt.s1')).toContain('Translated by machine');
    expect(await html('/read/telegram?segment=ru.s1')).not.toContain('Translated by machine');
  });

  it('of a line that stands nowhere is that of its document, or of the page named with it', async () => {
    const annotation = urls.annotation('telegram', 'ru', 's3');
    expect(mountOf(await html('/read/telegram?segment=ru.s3'))).toMatchObject({
      ...{ annotation, canvas: urls.canvas('telegram', '705') },
    });
    expect(mountOf(await html('/read/telegram?page=706&segment=ru.s3'))).toMatchObject({
      ...{ annotation, canvas: urls.canvas('telegram', '706') },
    });
  });

  it('leads to the page of a line that is gone, or to the first where it names none, and says so', async () => {
    const page = await html('/read/telegram?page=706&segment=ru.s99');
    expect(mountOf(page)).toEqual({
      ...ofTelegram,
      canvas: urls.canvas('telegram', '706'),
      notes: 'segment-gone',
    });
    expect(page).toContain('no longer part of this text');
    for (const name of ['ru.s99', 'fr.s1', 's1', 'ru.', 'ru.s1.0', '../x']) {
      const first = await html(`/read/telegram?segment=${encodeURIComponent(name)}`);
      expect(mountOf(first), name).toEqual({
        ...ofTelegram,
        canvas: urls.canvas('telegram', '705'),
        notes: 'segment-unknown',
      });
      expect(first).toContain('no line of the name');
    }
    expect(mountOf(await html('/read/telegram?page=706&segment=ru.'))).toMatchObject({
      ...{ canvas: urls.canvas('telegram', '706'), notes: 'segment-unknown' },
    });
    await html('/read/telegram?page=9&segment=ru.s99', 404);
  });

  it('names a part of a page', async () => {
    expect(mountOf(await html('/read/telegram?page=706&xywh=10,20,30,40'))).toMatchObject({
      xywh: '10,20,30,40',
    });
    expect(mountOf(await html('/read/telegram?xywh=percent:1,2,3.5,4'))).toMatchObject({
      xywh: 'percent:1,2,3.5,4',
    });
  });

  it('is refused where it is none', async () => {
    await html('/read/telegram?segment=ru.s1&segment=ru.s2', 400);
    for (const query of ['xywh=1,2,3', 'xywh=1,2,0,4', 'xywh=a', 'xywh=1,2,3,4&xywh=1,2,3,4']) {
      await html(`/read/telegram?${query}`, 400);
    }
    expect(await html('/read/telegram?xywh=a', 400)).toContain('four numbers');
  });

  it('is kept when the document has another id', async () => {
    await client
      .get('/read/old-telegram?page=706&segment=ru.s2')
      .expect(308)
      .expect('Location', `${base}/read/telegram?page=706&segment=ru.s2`);
  });
});
