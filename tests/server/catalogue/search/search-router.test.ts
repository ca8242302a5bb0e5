import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { testApp, type TestApp } from '../../../support/test-app.ts';

let app: TestApp;
const endings: (() => unknown)[] = [];
beforeAll(async () => {
  app = await testApp(join(import.meta.dirname, '../../../..'), {}, { atEnd: (end) => endings.push(end) });
  await app.ingest();
});
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

async function html(path: string, status = 200): Promise<string> {
  const response = await app.agent.get(path).set('Accept', 'text/html').expect(status);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  return response.text;
}

describe('/search over the specimen archive', () => {
  it('shows all documents, the newest first, where nothing is asked', async () => {
    const page = await html('/search');
    expect(page).toContain('<h1>All 6 documents</h1>');
    expect(page).not.toContain('class="passage"');
  });

  it('finds a word of the original in its inflected forms, with the translation beside it', async () => {
    const page = await html(`/search?q=${encodeURIComponent('паром')}`);
    expect(page).toMatch(/<mark class="hit hit-(word|inflected)">/);
    expect(page).toContain('English, Adela Specimen (fictional)');
    expect(page).toContain(`href="${app.base}/read/telegram-1950-10-07?page=705&amp;segment=ru.`);
  });

  it('shows a piece of the scan that the image server has', async () => {
    const page = await html('/search?q=ferry');
    const [, address = ''] = /<img src="([^"]+)" srcSet/.exec(page) ?? [];
    const [, width, height] = /width="(\d+)" height="(\d+)" alt="Part of/.exec(page) ?? [];
    const picture = await app.agent.get(new URL(address).pathname).expect(200);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect(Number(width)).toBeGreaterThan(400);
    expect(Number(height)).toBeLessThanOrEqual(265);
  });

  it('narrows by a facet, and finds its way back', async () => {
    const page = await html('/search?q=ferry&kind=letter');
    expect(page).toContain('<h1>2 documents for');
    expect(page).toContain('Narrowed to');
    expect(page).toContain(`href="${app.base}/search?q=ferry" rel="nofollow" aria-current="true"`);
    expect(page).not.toContain('href="telegram-1950-10-07"');
  });

  it('narrows by dates that are years', async () => {
    expect(await html('/search?from=1938&to=1938')).toContain('report-1938');
    expect(await html('/search?from=1939&to=1949')).toContain('<h1>0 documents</h1>');
  });

  it('says what is wrong with a parameter', async () => {
    expect(await html('/search?from=yesterday', 400)).toContain('a year, a month or a day');
    expect(await html('/search?sort=best', 400)).toContain('relevance, oldest, newest, title');
    expect(await html(`/search?q=${'a'.repeat(1001)}`, 400)).toContain('1000 characters at most');
    const json = await app.agent.get('/search.json?page=x').set('Accept', 'application/json').expect(400);
    expect(json.body).toMatchObject({ error: 'url-malformed', received: 'x' });
  });

  it('answers 304 as long as nothing changes', async () => {
    const { headers } = await app.agent.get('/search?q=ferry').expect(200);
    await app.agent.get('/search?q=ferry').set('If-None-Match', String(headers.etag)).expect(304);
  });
});

describe('the same for programs', () => {
  it('is JSON that any site may read, its addresses those of what is published', async () => {
    const response = await app.agent
      .get('/search.json?q=ferry&size=2')
      .set('Origin', 'https://a.example')
      .expect(200);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.body).toMatchObject({
      page: 1,
      size: 2,
      next: `${app.base}/search.json?q=ferry&page=2&size=2`,
    });
    const addresses = [...response.text.matchAll(/"annotation":"([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) await app.agent.get(new URL(address).pathname).expect(200);
    const [, next = ''] = /"next":"([^"]+)"/.exec(response.text) ?? [];
    expect((await app.agent.get(next.slice(app.base.length)).expect(200)).body).toMatchObject({ page: 2 });
  });

  it('is a table to be saved', async () => {
    const response = await app.agent.get('/search.csv?q=ferry').expect(200);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers['content-disposition']).toBe('attachment; filename="search.csv"');
    expect(response.text).toMatch(/^\uFEFFdocument,manifest,/);
    expect(response.text).toContain('ferry');
  });

  it('is told of by every page', async () => {
    const home = await html('/');
    expect(home).toContain(
      `<link rel="search" type="application/opensearchdescription+xml" title="Specimen Archive" href="${app.base}/opensearch.xml"/>`,
    );
    expect(home).toContain(
      `<form class="search-box" role="search" action="${app.base}/search" method="get">`,
    );
    const description = await app.agent.get('/opensearch.xml').expect(200);
    expect(description.headers['content-type']).toContain('application/opensearchdescription+xml');
  });
});
