import { describe, expect, it, vi } from 'vitest';
import type { Institution } from '../../../server/model/institution.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { collections, telegram } from '../../support/telegram.ts';

/** The providers that a description names, last the publisher. */
function providersIn(json: string): unknown[] {
  const described: unknown = JSON.parse(json);
  if (typeof described !== 'object' || described === null || !('provider' in described)) return [];
  return Array.isArray(described.provider) ? described.provider : [];
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 36"/>';

const INSTITUTION: Institution = {
  name: { en: ['Nordic <State> Archive'], ko: ['북방'] },
  logo: { type: 'image/svg+xml', width: 88, height: 72, hash: 'abc123' },
  link: 'https://archive.example/',
  accent: { light: '#005a9c', dark: '#7fb4e8' },
  footer: { en: [{ value: 'Open on weekdays.', html: 'Open on <b>weekdays</b>.' }] },
  imprint: { kind: 'page', words: { ko: [{ value: '누구인가' }] } },
  home: { en: [{ value: 'Welcome & enter.' }, { value: 'Twice.' }] },
};

async function published(changes: Partial<Institution> = {}) {
  const app = catalogueApp();
  await app.store.putCollections(collections());
  await app.store.putDocument(telegram());
  await app.store.putInstitution({ ...INSTITUTION, ...changes }, Buffer.from(SVG));
  return app;
}

describe('an institution', () => {
  it.each(['/', '/documents/telegram', '/search', '/people', '/viewer', '/about', '/read/telegram'])(
    'names %s in its title and lends it its colours after all others',
    async (path) => {
      const { client } = await published();
      const { text } = await client.get(path).expect(200);
      expect(/<title>([^<]*)<\/title>/.exec(text)?.[1]).toMatch(/(^|· )Nordic &lt;State&gt; Archive$/);
      const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
      expect(sheets.at(-1)).toMatch(/\/institution\/colours\.css\?v=[0-9a-f]{12}$/);
      expect(sheets.length).toBeGreaterThan(1);
    },
  );

  it('is above and below every page, with its logo, its words and its site', async () => {
    const { client } = await published();
    const { text } = await client.get('/people').expect(200);
    const [masthead = '', footer = ''] = [/<header class="masthead">.*?<\/a>/, /<footer.*<\/footer>/].map(
      (part) => part.exec(text)?.[0],
    );
    expect(masthead).toContain(
      `<img class="masthead-logo" src="${base}/institution/logo?v=abc123" alt="" width="44" height="36"/>`,
    );
    expect(masthead).toContain('Nordic &lt;State&gt; Archive');
    expect(footer).toContain('<p>Open on <b>weekdays</b>.</p>');
    expect(footer).toContain('Published by <a href="https://archive.example/">');
    expect(footer).toContain(`<a href="${base}/imprint">Imprint</a>`);
  });

  it('greets on the home page, above the collections', async () => {
    const { client } = await published();
    const { text } = await client.get('/').expect(200);
    const at = [text.indexOf('<p>Welcome &amp; enter.</p><p>Twice.</p>'), text.indexOf('id="collections"')];
    expect(at[0]).toBeGreaterThan(0);
    expect(at[0]).toBeLessThan(at[1] ?? 0);
  });

  it('is the site that links, feeds, searches and citations name', async () => {
    const { client } = await published();
    const name = 'Nordic &lt;State&gt; Archive';
    const inXml = 'Nordic &#60;State&#62;';
    const page = (await client.get('/documents/telegram')).text;
    expect(page).toContain(`<meta property="og:site_name" content="${name}"/>`);
    expect((await client.get('/feed.atom').buffer(true)).text).toContain(
      `<title xml:lang="en">${inXml} Archive</title>`,
    );
    expect((await client.get('/opensearch.xml').buffer(true)).text).toContain(`<ShortName>${inXml}`);
    const { text } = await client.get('/documents/telegram.citations.json').expect(200);
    expect(text).toContain('Nordic <State> Archive');
  });

  it('is a provider of manifests and collections, with its logo, also after a change elsewhere', async () => {
    const { client, file } = await published();
    const providers = async (path: string) => providersIn((await client.get(path).expect(200)).text);
    const logo = {
      id: `${base}/institution/logo`,
      type: 'Image',
      format: 'image/svg+xml',
      width: 88,
      height: 72,
    };
    for (const path of ['/iiif/documents/telegram/manifest', '/iiif/collections/top']) {
      expect((await providers(path)).at(-1)).toMatchObject({
        type: 'Agent',
        label: { en: ['Nordic <State> Archive'] },
        homepage: [{ id: 'https://archive.example/', type: 'Text', format: 'text/html' }],
        logo: [logo],
      });
    }
    const other = openSqliteStore(file);
    await other.putInstitution({ name: { en: ['Renamed'] } });
    await other.close();
    for (const path of ['/iiif/documents/telegram/manifest', '/iiif/collections/top']) {
      expect((await providers(path)).at(-1)).toMatchObject({ label: { en: ['Renamed'] } });
    }
    expect((await client.get('/')).text).toContain('<title>Renamed</title>');
  });

  it('is one with the holder of the same name', async () => {
    const { client } = await published({ name: { en: ['Specimen Archive'] } });
    const providers = providersIn((await client.get('/iiif/documents/telegram/manifest')).text);
    expect(providers).toEqual([expect.objectContaining({ logo: [expect.anything()] })]);
  });
});

describe('a logo', () => {
  it('is sent in a sandbox, as what it was found to be, to whoever shows it', async () => {
    const { client } = await published();
    const answer = await client.get('/institution/logo?v=abc123').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^image\/svg\+xml/),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(String(answer.body)).toBe(SVG);
    expect((await client.get('/institution/logo')).headers['cache-control']).toBe('no-cache');
    // An address of before, or of anybody's making, is not kept for ever.
    expect((await client.get('/institution/logo?v=old')).headers['cache-control']).toBe('no-cache');
  });
});

describe('colours', () => {
  it('hold on the screen, with more contrast for those who ask for it', async () => {
    const { client } = await published();
    const page = (await client.get('/')).text;
    const [, path = ''] = /href="([^"]*colours\.css[^"]*)"/.exec(page) ?? [];
    const { text, headers } = await client.get(path.slice(base.length)).expect(200);
    expect(headers['content-type']).toMatch(/^text\/css/);
    expect(headers['cache-control']).toContain('immutable');
    expect(text).toMatch(/^@media screen and \(forced-colors: none\)/);
    expect(text).toContain('--accent: #005a9c; --lit: rgb(0 90 156 / 0.22);');
    expect(text).toContain('--accent: #7fb4e8;');
  });
});

describe('an imprint', () => {
  it('is a page of its own, in the language that it is in', async () => {
    const { client } = await published();
    const { text } = await client.get('/imprint').expect(200);
    expect(text).toContain('<h1>Imprint</h1>');
    expect(text).toContain('<p lang="ko" dir="ltr">누구인가</p>');
    expect((await client.get('/sitemap-pages.xml')).text).toContain(`${base}/imprint`);
  });

  it('is in the language that is asked for where the institution has it, in the frame of that language', async () => {
    const { client } = await published({
      name: { en: ['Nordic'], ru: ['Северный архив'] },
      footer: { en: [{ value: 'Open on weekdays.' }], ru: [{ value: 'Открыто по будням.' }] },
      home: { en: [{ value: 'Welcome.' }], ru: [{ value: 'Добро пожаловать.' }] },
      imprint: {
        kind: 'page',
        words: { en: [{ value: 'Who we are' }], ru: [{ value: 'Кто мы', html: '<b>Кто</b> мы' }] },
      },
    });
    for (const [path, own, other] of [
      ['/imprint', '<p><b>Кто</b> мы</p>', '<p>Who we are</p>'],
      ['/', '<p>Добро пожаловать.</p>', '<p>Welcome.</p>'],
      ['/dates/undated', '<h1>Без даты</h1>', '<h1>Undated</h1>'],
    ] as const) {
      const english = await client.get(path).expect(200);
      const etag = String(english.headers.etag);
      const russian = await client
        .get(path)
        .set('If-None-Match', etag)
        .set('Accept-Language', 'ru')
        .expect(200);
      expect(russian.headers.etag).not.toBe(etag);
      expect(english.text).toContain(other);
      expect(russian.text).toContain(own);
      expect(russian.text).not.toContain(other);
      expect(russian.text).toContain('<html lang="ru">');
      expect(russian.text).toMatch(/<title>[^<]*Северный архив<\/title>/);
      expect(russian.text).toContain('<p>Открыто по будням.</p>');
      expect(russian.text).toContain('Издатель: <a href="https://archive.example/">');
      expect(russian.text).toContain(`<a href="${base}/imprint">Выходные данные</a>`);
      for (const { headers, text } of [english, russian]) {
        expect(headers.vary).toMatch(/Accept-Language, Cookie/);
        expect(text).toMatch(/<link rel="stylesheet" href="[^"]*\/institution\/colours\.css\?v=/);
        expect(text).toContain(`<img class="masthead-logo" src="${base}/institution/logo?v=abc123"`);
      }
    }
  });

  it('may stand elsewhere', async () => {
    const { client } = await published({ imprint: { kind: 'address', url: 'https://archive.example/i' } });
    expect((await client.get('/')).text).toContain('<a href="https://archive.example/i">Imprint</a>');
    await client.get('/imprint').expect(302).expect('Location', 'https://archive.example/i');
    expect((await client.get('/sitemap-pages.xml')).text).not.toContain('imprint');
  });
});

describe('an error page', () => {
  it('bears the institution’s name, logo and colours', async () => {
    const { client } = await published();
    for (const [path, status] of [
      ['/documents/nowhere', 404],
      ['/nowhere', 404],
      ['/search?from=yesterday', 400],
    ] as const) {
      const { text } = await client.get(path).set('Accept', 'text/html').expect(status);
      expect(text).toMatch(/<title>[^<]* · Nordic &lt;State&gt; Archive<\/title>/);
      expect(text).toMatch(
        /<link rel="stylesheet" href="[^"]*\/institution\/colours\.css\?v=[0-9a-f]{12}"\/>/,
      );
      expect(text).toContain('<img class="masthead-logo"');
      expect(text).toContain(`<a href="${base}/imprint">Imprint</a>`);
    }
  });

  it('does without them where the store itself fails', async () => {
    const { store, client } = await published();
    vi.spyOn(store, 'institution').mockRejectedValue(new Error('disk I/O error'));
    const { text } = await client.get('/').set('Accept', 'text/html').expect(500);
    expect(text).toContain('<h1>Something went wrong on our side</h1>');
    expect(text).toContain(' · Diptych</title>');
    expect(text).not.toContain('colours.css');
  });
});

describe('without an institution', () => {
  it('the catalogue bears the archive’s own name, in our colours', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    const { text } = await client.get('/').expect(200);
    expect(text).not.toMatch(/institution|imprint/i);
    for (const path of ['/imprint', '/institution/logo', '/institution/colours.css']) {
      await client.get(path).expect(404);
    }
  });
});
