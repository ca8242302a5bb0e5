import { describe, expect, it } from 'vitest';
import { altoPage, picture, writeArchive } from '../support/archive.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testApp } from '../support/test-app.ts';

/** One line that rises to the right, with its outline and its words. */
const SLANTING = altoPage(600, 800, [['l1', 'Первая строка']]).replace(
  /<String.*\/>/,
  `<Shape><Polygon POINTS="100,125 500,100 500,115 100,140"/></Shape>
<String CONTENT="Первая" HPOS="100" VPOS="110" WIDTH="180" HEIGHT="30"/><SP/>
<String CONTENT="строка" HPOS="300" VPOS="100" WIDTH="200" HEIGHT="30"/>`,
);

async function letter(): Promise<string> {
  return writeArchive(temporaryFolder(), {
    'manifests/fond/letter/document.yaml': 'title: { en: Letter <b>one</b>, ru: Письмо }\nformerly: [note]',
    'manifests/fond/letter/transcription.ru.xml': SLANTING,
    'manifests/fond/letter/translation.en.html': '<p data-renders="l1">The first line.</p>',
    'images/fond/letter/1.jpg': await picture(600, 800),
  });
}

async function served() {
  const app = await testApp(await letter());
  await app.ingest();
  return app;
}

describe('the site', () => {
  it('shows the words of both texts in the first response', async () => {
    const { agent } = await served();
    for (const path of ['/documents/letter', '/read/letter']) {
      const { status, text, headers } = await agent.get(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(text).toContain('Первая строка');
      expect(text).toContain('The first line.');
      expect(text).not.toContain('<b>one</b>');
    }
  });

  it.each(['/iiif/documents/letter/manifest', '/iiif/2/documents/letter/manifest'])(
    'publishes a manifest whose every link leads somewhere: %s',
    async (path) => {
      const { agent, base } = await served();
      const { body } = await agent.get(path).expect(200);
      const links = linksIn(body).filter((url) => url.startsWith(base));
      expect(links.length).toBeGreaterThan(8);
      for (const link of links) {
        const { status } = await agent.get(link.slice(base.length)).redirects(1);
        expect([link, status]).toEqual([link, 200]);
      }
    },
  );

  it('leads viewers of Presentation API 2.1 to its Image API 2, and to no other', async () => {
    const { agent, base } = await served();
    const { body } = await agent.get('/iiif/2/documents/letter/manifest').expect(200);
    const images = linksIn(body).filter((url) => url.startsWith(`${base}/iiif/image/`));
    expect(images.length).toBeGreaterThan(2);
    expect(images.filter((url) => !url.startsWith(`${base}/iiif/image/2/letter_1`))).toEqual([]);
    const { headers } = await agent.get('/iiif/image/2/letter_1/full/full/0/default.jpg').expect(200);
    expect(headers['content-type']).toBe('image/jpeg');
  });

  it('answers everything that texts lead to: their words, outlines, annotations and containers, and comments', async () => {
    const { agent, base } = await served();
    const seen = new Set<string>();
    const waiting = ['documents', 'commenting/documents'].map(
      (path) => `${base}/iiif/${path}/letter/manifest`,
    );
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const { status, text, headers } = await agent.get(url.slice(base.length));
      expect([url, status]).toEqual([url, 200]);
      const texts = `${text} ${headers.link ?? ''}`.matchAll(
        /[^"<>#\s]+\/iiif\/[^"<>#\s]*\/texts\/[^"<>#\s]*/g,
      );
      waiting.push(...[...texts].map(([link]) => link));
    }
    for (const path of [
      'documents/letter/texts/transcription-ru/pages/1/words',
      'documents/letter/texts/transcription-ru/pages/1/outlines',
      'documents/letter/texts/transcription-ru/annotations/s1.w2',
      'documents/letter/texts/transcription-ru/annotations/',
      'documents/letter/texts/transcription-ru/annotations/?iris=0&page=0',
      'commenting/documents/letter/texts/translation-en/annotations/s1',
    ]) {
      expect(seen).toContain(`${base}/iiif/${path}`);
    }
  });

  it('says to OPTIONS what may be done with an annotation and with its container', async () => {
    const { agent } = await served();
    for (const path of ['s1', '']) {
      const { status, headers } = await agent.options(
        `/iiif/documents/letter/texts/transcription-ru/annotations/${path}`,
      );
      expect([status, headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
      expect(headers['access-control-allow-origin']).toBe('*');
    }
  });

  it('answers 304 to whoever has it already, and HEAD as GET', async () => {
    const { agent } = await served();
    for (const path of [
      '/iiif/documents/letter/manifest',
      '/documents/letter',
      '/iiif/image/3/letter_1/full/100,/0/default.jpg',
    ]) {
      const first = await agent.get(path).expect(200);
      await agent
        .get(path)
        .set('If-None-Match', first.headers.etag ?? '')
        .expect(304);
      // A browser accepts compression for both; what sends these accepts it for GET alone.
      const head = await agent.head(path).set('Accept-Encoding', 'gzip').expect(200);
      expect(head.headers.etag).toBe(first.headers.etag);
    }
  });

  it('lets every other site read what is IIIF', async () => {
    const { agent } = await served();
    for (const path of [
      '/iiif/documents/letter/manifest',
      '/iiif/collections/top',
      '/iiif/image/3/letter_1/info.json',
      '/iiif/documents/none/manifest',
    ]) {
      const { headers } = await agent.get(path).set('Origin', 'https://elsewhere.example');
      expect([path, headers['access-control-allow-origin']]).toEqual([path, '*']);
    }
  });

  it('builds every id from the public address, never from the Host header', async () => {
    const app = await testApp(await letter(), { publicUrl: 'https://archive.example/diptych/' });
    await app.ingest();
    const manifest = await app.agent
      .get('/iiif/documents/letter/manifest')
      .set('Host', 'evil.example')
      .expect(200);
    expect(manifest.body).toMatchObject({
      id: 'https://archive.example/diptych/iiif/documents/letter/manifest',
    });
    expect(manifest.text).not.toContain('evil.example');
    const page = await app.agent.get('/documents/letter').set('X-Forwarded-Host', 'evil.example').expect(200);
    expect(page.text).not.toContain('evil.example');
  });

  it('answers with and without the path that the public address carries', async () => {
    const app = await testApp(await letter(), { publicUrl: 'https://archive.example/diptych' });
    await app.ingest();
    for (const path of [
      '/diptych/',
      '/diptych',
      '/',
      '/diptych/documents/letter',
      '/diptych/iiif/image/3/letter_1/info.json',
    ]) {
      await app.agent.get(path).expect(200);
    }
    await app.agent.get('/diptychon').expect(404);
  });

  it.each(['/iiif/documents/letter/manifest', '/documents/letter'])('compresses %s', async (path) => {
    const { agent } = await served();
    const { headers } = await agent.get(path).set('Accept-Encoding', 'gzip');
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toMatch(/Accept-Encoding/);
  });

  it('compresses no description in another way than its tag says', async () => {
    const { agent } = await served();
    const { headers } = await agent
      .get('/iiif/documents/letter/manifest')
      .set('Accept-Encoding', 'br, deflate');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.etag).not.toMatch(/gzip/);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('sends on whoever asks by a former id', async () => {
    const { agent, base } = await served();
    const page = await agent.get('/documents/note').expect(308);
    expect(page.headers.location).toBe(`${base}/documents/letter`);
    const manifest = await agent.get('/iiif/documents/note/manifest').expect(308);
    expect(manifest.headers.location).toBe(`${base}/iiif/documents/letter/manifest`);
  });

  it('says gone of what was once there', async () => {
    const { agent, store } = await served();
    await store.retireDocument('letter');
    await agent.get('/documents/letter').expect(410);
    const { body } = await agent.get('/iiif/documents/letter/manifest').expect(410);
    expect(body).toMatchObject({ error: 'document-gone' });
  });
});

describe('bad requests', () => {
  const hostile = [
    '/iiif/documents/%E0%A4%A/manifest',
    '/documents/%00',
    '/documents/..%2f..%2fetc%2fpasswd',
    '/documents/letter%00',
    '/iiif/documents/letter/texts/x/pages/1',
    '/iiif/documents/letter/texts/transcription-ru/pages/%2e%2e',
    '/iiif/documents/letter/texts/transcription-ru/annotations/s1.99',
    '/iiif/documents/letter/texts/transcription-ru/annotations/s1.-1',
    '/iiif/documents/letter/texts/transcription-ru/annotations/s1.w0',
    '/iiif/documents/letter/texts/transcription-ru/annotations/s1.w99',
    '/iiif/documents/letter/texts/transcription-ru/annotations/?page=99',
    '/iiif/documents/letter/texts/transcription-ru/annotations/?page=-1',
    '/iiif/documents/letter/texts/transcription-ru/annotations/?iris[]=1&iris=x',
    '/iiif/documents/letter/texts/translation-en/pages/1/words',
    '/iiif/commenting/documents/none/manifest',
    '/iiif/commenting/documents/letter/texts/x/pages/1',
    '/iiif/documents/letter/canvases/none',
    '/iiif/collections/none',
    '/iiif/image/3/letter_1/full/max/0/default.exe',
    '/iiif/image/3/..%2f..%2fstate%2fstore.sqlite/info.json',
    '/iiif/image/3/letter_1/-1,0,10,10/max/0/default.jpg',
    '/iiif/image/3/letter_1/NaN,0,10,10/max/0/default.jpg',
    '/iiif/image/3/letter_1/0,0,0,10/max/0/default.jpg',
    '/iiif/image/3/letter_1/full/99999999,/0/default.jpg',
    '/iiif/image/3/letter_1/full/max/%00/default.jpg',
    '/viewer?manifest=javascript:alert(1)',
    '/viewer?manifest=a&manifest=b',
    '/collections/top?after=x',
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
    '/nowhere',
  ];

  it('are told what is wrong, and never a 500', async () => {
    const { agent } = await served();
    for (const path of hostile) {
      for (const accept of ['text/html', 'application/json']) {
        const { status, text } = await agent.get(path).set('Accept', accept);
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
        expect(text.length).toBeGreaterThan(20);
        expect(text).not.toMatch(/node_modules|at .*\.ts:\d/);
      }
    }
    await agent.get('/documents/letter').expect(200);
  });

  it('are cut off when they are too long', async () => {
    const { agent } = await served();
    const { body } = await agent
      .get(`/iiif/image/3/letter_1/${'9'.repeat(8000)}/max/0/default.jpg`)
      .expect(414);
    expect(body).toMatchObject({ error: 'url-too-long' });
  });

  it('may not change anything', async () => {
    const { agent } = await served();
    const { headers } = await agent.post('/documents/letter').expect(405);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    await agent.delete('/iiif/documents/letter/manifest').expect(405);
  });
});

/** Every `id` that can be fetched: those of annotations inside pages are fetched with their page. */
function linksIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^@?id$/.test(key) && typeof inner === 'string' && /^https?:/.test(inner) ? [inner] : linksIn(inner),
  );
}
