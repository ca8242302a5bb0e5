import express, { type NextFunction, type Request, type Response } from 'express';
import supertest from 'supertest';
import { onTestFinished, describe, expect, it } from 'vitest';
import { failureBody, statusOf } from '../../../../server/http/failure-response.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { searchRouter } from '../../../../server/iiif/search/router.ts';
import { lint } from '../../../../server/lint/lint.ts';
import { Failure } from '../../../../server/model/failure.ts';
import type { HitsAnswer } from '../../../../server/search/search.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import { fakeSearch, hit } from '../../../support/fake-search.ts';
import { json } from '../../../support/presentation-client.ts';
import { collections, telegram } from '../../../support/telegram.ts';

async function searchClient(answer: Partial<HitsAnswer> = { hits: [hit()] }, terms: readonly string[] = []) {
  const store = openSqliteStore(':memory:');
  onTestFinished(() => store.close());
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const { search, asked } = fakeSearch(answer, terms);
  const app = express();
  app.use(searchRouter({ store, search, urls: new PublicUrls('https://example.org') }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof Failure) response.status(statusOf(error)).json(failureBody(error));
    else next(error);
  });
  return { client: supertest(app), store, asked };
}

describe('the Content Search services', () => {
  it.each([
    ['', { kind: 'archive' }],
    ['/documents/telegram', { kind: 'document', id: 'telegram' }],
    ['/collections/cold-war', { kind: 'collection', id: 'cold-war' }],
    ['/collections/top', { kind: 'archive' }],
  ])('search in what their path says: %s', async (path, scope) => {
    const { client, asked } = await searchClient();
    for (const version of [1, 2]) {
      await client.get(`/iiif/search/${version}${path}?q=word&language=ru&exact=1&page=1`).expect(200);
      await client.get(`/iiif/search/${version}${path}/autocomplete?q=wo`).expect(200);
    }
    const hits = { q: 'word', exact: true, language: 'ru', scope, page: 1 };
    const terms = { q: 'wo', scope, limit: 20 };
    expect(asked).toEqual([hits, terms, hits, terms]);
  });

  it.each([
    ['documents/nowhere', 404, 'document-not-found'],
    ['documents/%2e%2e', 404, 'document-not-found'],
    ['collections/nowhere', 404, 'collection-not-found'],
    ['documents/gone', 410, 'document-gone'],
  ])('answer %s with %i %s', async (path, status, error) => {
    const { client, store } = await searchClient();
    await store.putDocument({ ...telegram(), id: 'gone', folder: 'manifests/cold-war/gone' });
    await store.retireDocument('gone');
    for (const service of [`1/${path}`, `2/${path}`, `2/${path}/autocomplete`]) {
      const response = await client.get(`/iiif/search/${service}?q=a`).expect(status);
      expect(json(response)).toMatchObject({ error });
    }
  });

  it('send former ids of documents on, with all that was asked', async () => {
    const { client, store } = await searchClient();
    await store.renameDocument('telegram', 'telegram-1950');
    const moved = await client.get('/iiif/search/2/documents/telegram?q=%D0%B0&page=2').expect(308);
    expect(moved.headers.location).toBe(
      'https://example.org/iiif/search/2/documents/telegram-1950?q=%D0%B0&page=2',
    );
    const terms = await client.get('/iiif/search/1/documents/telegram/autocomplete?q=a').expect(308);
    expect(terms.headers.location).toBe(
      'https://example.org/iiif/search/1/documents/telegram-1950/autocomplete?q=a',
    );
  });

  it('send 2.0 as JSON-LD unless plain JSON is wanted, 1.0 the reverse', async () => {
    const { client } = await searchClient();
    const typeOf = async (version: 1 | 2, accept: string) => {
      const { headers } = await client.get(`/iiif/search/${version}?q=a`).set('Accept', accept).expect(200);
      expect(headers.vary).toContain('Accept');
      return headers['content-type'];
    };
    const profile = (version: 1 | 2) =>
      `application/ld+json;profile="http://iiif.io/api/search/${version}/context.json"`;
    for (const accept of ['*/*', 'application/ld+json', profile(2)])
      expect(await typeOf(2, accept)).toBe(profile(2));
    expect(await typeOf(2, 'application/json')).toBe('application/json');
    for (const accept of ['*/*', 'application/json'])
      expect(await typeOf(1, accept)).toBe('application/json');
    for (const accept of ['application/ld+json', profile(1)])
      expect(await typeOf(1, accept)).toBe(profile(1));
  });

  it('have answers checked again each time, and send nothing to who has them', async () => {
    const { client } = await searchClient();
    const { headers } = await client.get('/iiif/search/2?q=a').expect(200);
    expect(headers['cache-control']).toBe('no-cache');
    await client
      .get('/iiif/search/2?q=a')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    const head = await client.head('/iiif/search/2?q=a').expect(200);
    expect(head.headers.etag).toBe(headers.etag);
  });

  it('compress answers', async () => {
    const { client } = await searchClient({ hits: Array.from({ length: 20 }, () => hit()) });
    const response = await client.get('/iiif/search/2?q=a').set('Accept-Encoding', 'gzip').expect(200);
    expect(response.headers['content-encoding']).toBe('gzip');
  });

  it('answer no question with nothing, and ask nobody', async () => {
    const { client, asked } = await searchClient();
    for (const query of ['', '?q=', '?q=%20%20', '?q=a&motivation=tagging', '?motivation=supplementing']) {
      expect(json(await client.get(`/iiif/search/2${query}`).expect(200))).toMatchObject({ items: [] });
      expect(json(await client.get(`/iiif/search/1${query}`).expect(200))).toMatchObject({
        resources: [],
        within: { total: 0 },
      });
    }
    for (const query of ['', '?q=', '?q=%20'])
      expect(json(await client.get(`/iiif/search/2/autocomplete${query}`).expect(200))).toMatchObject({
        items: [],
      });
    expect(asked).toEqual([]);
  });

  it('refuse pages that are not there', async () => {
    const { client } = await searchClient({ hits: [], lastPage: 3 });
    for (const query of ['q=a&page=4', 'q=a&page=0', 'q=a&page=-1', 'q=a&page=1e9', 'q=&page=2']) {
      const response = await client.get(`/iiif/search/2?${query}`).expect(400);
      expect(json(response)).toMatchObject({ error: 'search-invalid' });
    }
  });

  it('tell only hits of the motivation that is asked for, and count them only if that is known', async () => {
    const hits = [hit(), hit({ role: 'translation', text: 'en-a' }), hit({ role: 'notes', text: 'notes' })];
    const { client, asked } = await searchClient({ hits, total: 3, startIndex: 0 });
    const list = json(await client.get('/iiif/search/1?q=a&motivation=oa:commenting').expect(200));
    expect(list).toHaveProperty('resources.length', 2);
    expect(list).not.toHaveProperty('within.total');
    expect(asked[0]).not.toHaveProperty('role');
  });

  it('complete words in the order of their letters, each with the search for it', async () => {
    const { client } = await searchClient({}, ['ёж', 'еда', 'Ели']);
    const list: unknown = json(
      await client.get('/iiif/search/1/documents/telegram/autocomplete?q=%D0%B5&min=3').expect(200),
    );
    const url = (q: string) =>
      `https://example.org/iiif/search/1/documents/telegram?q=${encodeURIComponent(q)}`;
    expect(list).toEqual({
      '@context': 'http://iiif.io/api/search/1/context.json',
      '@id': 'https://example.org/iiif/search/1/documents/telegram/autocomplete?q=%D0%B5',
      '@type': 'search:TermList',
      ignored: ['min'],
      terms: ['еда', 'ёж', 'Ели'].map((match) => ({ match, url: url(match) })),
    });
    const wide = json(await client.get('/iiif/search/1/autocomplete?q=%D0%B5').expect(200));
    expect(wide).toMatchObject({ terms: [{ count: 2 }, { count: 2 }, { count: 2 }] });
    const page: unknown = json(await client.get('/iiif/search/2/autocomplete?q=%D0%B5').expect(200));
    expect(page).toEqual({
      '@context': 'http://iiif.io/api/search/2/context.json',
      id: 'https://example.org/iiif/search/2/autocomplete?q=%D0%B5',
      type: 'TermPage',
      items: [{ value: 'еда' }, { value: 'ёж' }, { value: 'Ели' }],
    });
    for (const told of [list, page]) expect(lint(told).findings).toEqual([]);
  });
});
