import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import { openSearch } from '../../../server/open-search.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { ingestedDocument, lostPage, page, record, segment, text } from '../../support/stored-document.ts';
import { collections, telegram } from '../../support/telegram.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const base = 'https://example.org/archive';
const assets = {
  stylesheets: (entry: string) => [`${entry}.css`],
  script: () => 'reading-room.js',
  preloads: (_: string, language: string) => [`${language}.js`],
};

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
  const urls = new PublicUrls(base);
  client = supertest(createApp({ store, search, log, urls, assets, assetFolder: temporaryFolder() }));
});

async function html(path: string, status = 200): Promise<string> {
  const response = await client.get(path).set('Accept', 'text/html').expect(status);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  return response.text;
}

describe('the home page', () => {
  it('shows the archive, its collections and the documents that came last', async () => {
    const page = await html('/');
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    expect(page).toContain('<title>Specimens</title>');
    expect(page).toContain(`<a href="${base}/collections/cold-war"><span>Cold War</span></a>`);
    expect(page).toContain('Fond 5');
    expect(page).toContain('1 part, 1 document');
    expect(page).toContain(`href="${base}/documents/telegram"`);
    expect(page).toContain(`src="${base}/iiif/image/3/telegram_705/full/143,200/0/default.jpg"`);
    expect(page).toContain('Telegram, 7 October 1950');
    expect(page).not.toContain('<script');
  });

  it('says of an empty archive what would be here and how to put it there', async () => {
    await store.retireDocument('telegram');
    await store.putCollections(collections().slice(0, 1));
    expect(await html('/')).toContain('<code>npx diptych ingest</code>');
  });
});

describe('a collection’s page', () => {
  it('shows its level, reference, summary, parts and documents', async () => {
    const page = await html('/collections/cold-war');
    expect(page).toContain('<h1>Cold War</h1>');
    expect(page).toContain('<p class="level">Fond</p>');
    expect(page).toContain('Specimen Archive, fond 5');
    expect(page).toContain('Telegrams.');
    expect(page).toContain(`href="${base}/collections/annexes"`);
    expect(page).toContain('Telegram from the Legation');
    expect(page).toContain('No known copyright');
    expect(page).toContain(`href="${base}/iiif/collections/cold-war"`);
    expect(page).not.toContain('class="pager"');
  });

  it('turns the page after a hundred documents and shows each once', async () => {
    for (let number = 1; number <= 120; number += 1) {
      await store.putDocument(
        ingestedDocument({
          id: `letter-${number}`,
          collection: 'annexes',
          position: number,
          record: record({ title: { en: [`Letter no. ${number};`] } }),
        }),
      );
    }
    const first = await html('/collections/annexes');
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1] ?? '';
    expect(next).toBe(`${base}/collections/annexes?after=100`);
    const second = await html(next.slice(base.length));
    const titles = [...`${first}${second}`.matchAll(/Letter no\. (\d+);/g)].map(([, number]) =>
      Number(number),
    );
    expect(titles).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(second).not.toContain('rel="next"');
    expect(second).toContain('Back to the beginning');
  });

  it('refuses a place in the list that is none', async () => {
    expect(await html('/collections/cold-war?after=-1', 400)).toContain('The parameter after is not usable');
    await html('/collections/cold-war?after=1&after=2', 400);
    expect(await html('/collections/nowhere', 404)).toContain('The archive has no such collection');
  });
});

describe('a document’s page', () => {
  it('says everything in the record', async () => {
    const page = await html('/documents/telegram');
    for (const words of [
      '<h1>Telegram from the Legation</h1>',
      '<p class="other-title" lang="ru" dir="ltr">Телеграмма миссии</p>',
      'Pak Il-u to Filippov',
      'What the Legation asked for.',
      'Specimen Archive, fond 5, opis 918795, delo 121, listi 705-708, Korob 9',
      '<dt>Received</dt><dd><span>October 1950 (approximately)</span></dd>',
      '<span lang="ru" dir="ltr">Пак Ир У</span>',
      `<dt>Language</dt><dd><a href="${base}/search?language=ru">Russian</a></dd><dd><a href="${base}/search?language=zh">Traditional Chinese</a></dd>`,
      '<dt>Opis</dt><dd>918795</dd>',
      'ark: /12345/x1',
      'Top secret',
      'Made possible by the Specimen Fund',
      '&lt;Specimen&gt; &amp; Archive &lt;5&gt;',
      '<a href="https://rightsstatements.org/vocab/NKC/1.0/" rel="license">No known copyright</a>',
      'Leaf not held',
      'Not held: 707',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain(`<a class="button" href="${base}/read/telegram">Read beside the scan</a>`);
    expect(page).toContain(`href="${base}/iiif/documents/telegram/manifest"`);
    expect(page).toContain(`<link rel="canonical" href="${base}/documents/telegram"/>`);
    for (const [version, path] of [
      [3, '/iiif/documents/telegram/manifest'],
      [2, '/iiif/2/documents/telegram/manifest'],
    ] as const) {
      const profile = `profile=&quot;http://iiif.io/api/presentation/${version}/context.json&quot;`;
      expect(page).toContain(
        `<link rel="alternate" type="application/ld+json;${profile}" href="${base}${path}"/>`,
      );
    }
    expect(page).toMatch(/<nav class="breadcrumb".*Home.*Cold War.*<h1>/s);
  });

  it('says which manifest is for which viewers', async () => {
    const page = await html('/documents/telegram');
    const technical = page.slice(page.indexOf('<section class="technical"'));
    const [usual, comments] = ['iiif/documents', 'iiif/commenting/documents'].map((path) =>
      technical.indexOf(`href="${base}/${path}/telegram/manifest"`),
    );
    expect(usual).toBeGreaterThan(0);
    expect(comments).toBeGreaterThan(usual ?? 0);
    expect(technical.slice(0, usual)).not.toContain('Mirador');
    expect(technical.slice(usual, comments)).toContain('<dt>The same for Mirador 3 and 4.0</dt>');
    expect(technical.slice(comments)).toContain('marked as comments');
    await store.putDocument({ ...telegram(), texts: [] });
    const bare = await html('/documents/telegram');
    expect(bare).not.toContain('commenting');
    expect(bare).toContain('Paste this address into any IIIF viewer');
  });

  it('sets linked lines in one row, each with its language', async () => {
    const page = await html('/documents/telegram');
    const row = rows(page).find((candidate) => candidate.includes('Comrade Filippov!')) ?? '';
    expect(row).toContain(
      '<span id="ru.s1" class="segment line" lang="ru" dir="ltr">Товарищу Филиппову</span>',
    );
    expect(row).toContain('<b>вторая</b> &amp; третья');
    expect(row).toContain('<span id="en-a.s1" class="segment" lang="en" dir="ltr">Comrade Filippov!</span>');
    expect(row).toContain(`href="${base}/read/telegram?page=705"`);
    expect(rows(page).find((candidate) => candidate.includes('Nowhere in particular.'))).toContain(
      'без места',
    );
    expect(page.match(/третья/g)).toHaveLength(1);
    expect(page).not.toContain('Not linked yet');
  });

  it('offers the other texts as links and says of what nobody has joined or reviewed that it is so', async () => {
    const first = await html('/documents/telegram');
    const link = `href="${base}/documents/telegram?text=en-mt#text"`;
    expect(first).toContain(`<a ${link}>English, Draft by machine</a>`);
    const second = await html('/documents/telegram?text=en-mt');
    expect(second).toContain(`<a ${link} aria-current="true">`);
    expect(second).toContain('Not linked yet');
    expect(second).toContain('Translated by machine, not reviewed');
    expect(second).toContain('lang="en" dir="ltr"><br> not XML</span>');
    expect(second).toContain('>Notes, English</a>');
    expect(second).not.toContain('Comrade Filippov!');
    expect(await html('/documents/telegram?text=fr', 404)).toContain('The document has no such text');
  });

  it('shows a text alone where it has no counterpart, and leaves not held', async () => {
    const translation = text(
      'en',
      [segment('s1', 'All that is left.', ['12'], { granularity: 'paragraph' })],
      {
        role: 'translation',
        language: 'en',
      },
    );
    await store.putDocument(
      ingestedDocument({
        id: 'lost',
        position: 1,
        pages: [lostPage('12'), lostPage('13')],
        texts: [translation],
      }),
    );
    const page = await html('/documents/lost');
    expect(page).toContain('All that is left.');
    expect(page).toContain('parallel-text-single');
    expect(page).toContain('2 leaves · No scan is held');
    expect(page).toContain('Open in the reading room');
    expect(page).not.toContain('<img');
  });

  it('shows a long document fifty leaves at a time', async () => {
    const pages = Array.from({ length: 120 }, (_, index) => page(String(index + 1)));
    const lines = pages.map(({ id }) => segment(`s${id}`, `Line on ${id}.`, [id]));
    await store.putDocument(
      ingestedDocument({ id: 'register', position: 2, pages, texts: [text('ru', lines)] }),
    );
    const seen: string[] = [];
    for (let path: string | undefined = '/documents/register'; path !== undefined;) {
      const shown = await html(path);
      seen.push(...[...shown.matchAll(/Line on (\d+)\./g)].map(([, number = '']) => number));
      path = /href="[^"]*(\/documents\/register[^"#]*)#text" rel="next"/.exec(shown)?.[1];
    }
    expect(seen).toEqual(pages.map(({ id }) => id));
    await html('/documents/register?from=121', 404);
  });

  it('escapes hostile words wherever they stand', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const map = { en: [hostile] };
    await store.putDocument(
      ingestedDocument({
        id: 'hostile',
        position: 3,
        pages: [page('1', { folio: hostile })],
        record: record({
          title: map,
          kind: hostile,
          summary: map,
          dates: [{ role: hostile, edtf: hostile, calendar: hostile }],
          creators: [{ name: map, role: hostile }],
          reference: { repository: map, levels: [{ name: hostile, value: hostile }] },
          identifiers: [{ scheme: hostile, value: hostile }],
          rights: 'javascript:alert(1)',
          requiredStatement: { label: map, value: map },
          donors: [map],
          contents: [{ label: map, page: '1', children: [] }],
        }),
        texts: [text('ru', [segment('s1', hostile, ['1'])], { label: map, contributors: [{ name: map }] })],
      }),
    );
    for (const path of ['/documents/hostile', '/read/hostile', '/']) {
      const shown = await html(path);
      expect(shown).toContain('&lt;script&gt;alert(1)');
      expect(shown).not.toContain('<script>');
      expect(shown).not.toContain('<img src=x');
      expect(shown).not.toContain('href="javascript:');
    }
  });

  it('leads on from a former id, and keeps a tombstone for what is gone', async () => {
    await client.get('/documents/old-telegram').expect(308).expect('Location', `${base}/documents/telegram`);
    await client
      .get('/read/old-telegram?page=706')
      .expect(308)
      .expect('Location', `${base}/read/telegram?page=706`);
    await store.retireDocument('telegram');
    const page = await html('/documents/telegram', 410);
    expect(page).toContain('<h1>No longer published</h1>');
    expect(page).toContain('never given to anything else');
    expect(await html('/documents/never-was', 404)).toContain('The archive has no such document');
  });
});

describe('the reading room’s page', () => {
  it('tells the viewer what to open and holds the words of that leaf', async () => {
    const page = await html('/read/telegram?page=706');
    const mount = /<div id="reading-room"[^>]*>/.exec(page)?.[0];
    expect(mount).toContain('lang="en"');
    expect(mount).toContain(`data-manifest="${base}/iiif/documents/telegram/manifest"`);
    expect(mount).toContain(`data-canvas="${base}/iiif/documents/telegram/canvases/706"`);
    expect(mount).toContain(`data-document="${base}/documents/telegram"`);
    expect(page).toContain(`<script type="module" src="${base}/assets/reading-room.js"></script>`);
    expect(page).toContain(`<link rel="modulepreload" href="${base}/assets/en.js"/>`);
    expect(page).toContain(`href="${base}/assets/reading-room.css"`);
    expect(page).toContain('третья');
    expect(page).not.toContain('Товарищу Филиппову');
    expect(page).toContain('Leaf 706, 2 of 4');
    expect(await html('/read/telegram')).toContain('Товарищу Филиппову');
    expect(await html('/read/telegram?page=1', 404)).toContain('The document has no such leaf');
  });

  it('opens a manifest of any other archive, but only by a web address', async () => {
    const other = 'https://other.example/manifest.json?a=1&b="2"';
    const page = await html(`/viewer?manifest=${encodeURIComponent(other)}`);
    expect(page).toContain('data-manifest="https://other.example/manifest.json?a=1&amp;b=%222%22"');
    expect(page).not.toContain('data-document');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative', 'x']) {
      expect(await html(`/viewer?manifest=${encodeURIComponent(bad)}`, 400)).toContain(
        'http or https address',
      );
    }
    await html('/viewer?manifest=https://a.example&manifest=https://b.example', 400);
  });

  it('asks for an address when it was given none', async () => {
    expect(await html('/viewer')).toContain(
      `<form class="manifest-form" action="${base}/viewer" method="get">`,
    );
  });
});

describe('headers', () => {
  it('let a catalogue page load only what is ours, and run nothing', async () => {
    for (const path of ['/', '/documents/telegram', '/documents/never-was', '/no-such-page']) {
      const { headers } = await client.get(path).set('Accept', 'text/html');
      expect(policy(headers), path).toMatchObject({
        'default-src': "'self' https://example.org",
        'script-src': "'none'",
        'img-src': "'self' https://example.org data:",
      });
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('let the reading room fetch from anywhere, but run only our scripts', async () => {
    for (const path of ['/read/telegram', '/viewer?manifest=https://other.example/m.json']) {
      const { headers } = await client.get(path);
      expect(policy(headers)).toMatchObject({
        'script-src': "'self' https://example.org",
        'style-src': "'self' https://example.org 'unsafe-inline'",
        'connect-src': 'http: https:',
        'img-src': 'http: https: data: blob:',
      });
    }
  });
});

/** The directives of a Content-Security-Policy by name. */
function policy(headers: unknown): Record<string, string> {
  const value =
    typeof headers === 'object' && headers !== null && 'content-security-policy' in headers
      ? String(headers['content-security-policy'])
      : '';
  return Object.fromEntries(
    value.split(';').map((directive) => {
      const [name = '', ...rest] = directive.trim().split(' ');
      return [name, rest.join(' ')];
    }),
  );
}

function rows(page: string): string[] {
  return page.match(/<tr role="row".*?<\/tr>/gs) ?? [];
}

describe('two translations compared', () => {
  const sentence = (id: string, value: string, line: string) =>
    segment(id, value, ['705'], {
      granularity: 'sentence',
      renders: [line],
      link: { origin: 'machine', confidence: 0.9, parts: [{ segment: line, start: 0, end: 6 }] },
    });
  const translation = (id: string, words: readonly string[]) =>
    text(
      id,
      words.map((value, index) => sentence(`t${index + 1}`, value, `s${index + 1}`)),
      { role: 'translation', language: 'en', translationOf: 'ru' },
    );

  beforeEach(async () => {
    const ru = text('ru', [segment('s1', 'Первая', ['705']), segment('s2', 'Вторая', ['705'])]);
    const texts = [
      ru,
      translation('en-a', ['The first', 'The second']),
      translation('en-b', ['The first', 'A second <one>']),
    ];
    await store.putDocument(ingestedDocument({ texts }));
  });

  it('stand beside the original, with the words marked that differ', async () => {
    const page = await html('/documents/telegram/compare');
    expect(page).toContain('<mark class="differs">The</mark> second');
    expect(page).toContain('<mark class="differs">A</mark> second<mark class="differs"> &lt;one&gt;</mark>');
    expect(page).toContain('In the same words');
    expect(page).toContain(`href="${base}/read/telegram?page=705&amp;segment=ru.s1"`);
    expect(page).not.toContain('<script');
    expect(await html('/documents/telegram')).toContain(`href="${base}/documents/telegram/compare"`);
  });

  it('come where they differ most first, on request, and as JSON', async () => {
    const query = '?left=en-b&right=en-a&order=difference';
    const page = await html(`/documents/telegram/compare${query}`);
    expect(page.indexOf('id="row-2"')).toBeLessThan(page.indexOf('id="row-1"'));
    const { body, headers } = await client.get(`/documents/telegram/compare.json${query}`).expect(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(body).toMatchObject({
      left: { id: 'en-b' },
      order: 'difference',
      total: 2,
      rows: [
        {
          number: 2,
          original: [
            { value: 'Вторая', annotation: `${base}/iiif/documents/telegram/texts/ru/annotations/s2` },
          ],
          left: [{ value: 'A second <one>', linkedBy: 'machine', confidence: 0.9 }],
          changes: {
            right: [
              { text: 'The', differs: true },
              { text: ' second', differs: false },
            ],
          },
        },
        { number: 1, difference: 0 },
      ],
    });
  });

  it.each([
    ['?left=ru', 404],
    ['?left=none', 404],
    ['?order=up', 400],
    ['?page=-1', 400],
    ['?left=en-a&left=en-b', 400],
    ['?page=99', 200],
  ])('answers %s with %i', async (query, status) => {
    await html(`/documents/telegram/compare${query}`, status);
  });

  it('are not there of a document with one translation, which says so', async () => {
    const ru = text('ru', [segment('s1', 'Первая', ['705'])]);
    await store.putDocument(ingestedDocument({ texts: [ru, translation('en-a', ['The first'])] }));
    expect(await html('/documents/telegram/compare')).toContain('no two translations');
    await client.get('/documents/telegram/compare.json').expect(404);
    expect(await html('/documents/telegram')).not.toContain('/compare');
  });
});
