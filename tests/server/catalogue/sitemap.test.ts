import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import { robots } from '../../../server/catalogue/robots.ts';
import { sitemap } from '../../../server/catalogue/sitemap.ts';
import {
  authorityEntries,
  partAddresses,
  publishedEntries,
} from '../../../server/catalogue/sitemap-parts.ts';
import { person } from '../../support/authority.ts';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { putLetters } from '../../support/many-documents.ts';
import { ingestedDocument, record } from '../../support/stored-document.ts';
import { collections, telegram } from '../../support/telegram.ts';

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
const path = (address: string) => address.slice(base.length);

describe('/sitemap.xml', () => {
  it('leads to every page that there is, and to when its document changed', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    await store.putDocument(telegram());
    await store.putDocument(ingestedDocument({ id: 'gone' }));
    await store.retireDocument('gone');
    await store.putAuthorities('person', [person('pak-il-u')]);
    const index = await client.get('/sitemap.xml').expect(200);
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(index.text).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
    const parts = await Promise.all(
      locations(index.text).map((address) => client.get(path(address)).expect(200)),
    );
    const pages = parts.flatMap(({ text }) => locations(text));
    expect(pages).toEqual(
      [
        ...['/', '/about', '/people', '/dates', '/documents/telegram'],
        ...['/collections/annexes', '/collections/cold-war', '/collections/top', '/people/pak-il-u'],
      ].map((own) => base + own),
    );
    for (const page of pages) await client.get(path(page)).set('Accept', 'text/html').expect(200);
    const updated = (await store.document('telegram'))?.updated;
    expect(parts[1]?.text).toContain(
      `<url><loc>${base}/documents/telegram</loc><lastmod>${updated}</lastmod></url>`,
    );
    // An address may only stand in a sitemap that is no deeper than it is.
    expect(locations(index.text).every((address) => /^\/[^/]+$/.test(path(address)))).toBe(true);
  });

  it('names each of many documents in one part of ten thousand', async () => {
    const { client, file } = catalogueApp();
    await putLetters(file, 'top', 20_001);
    const index = locations((await client.get('/sitemap.xml').expect(200)).text);
    const parts = index.filter((address) => address.includes('documents'));
    expect(parts).toHaveLength(3);
    const pages = await Promise.all(
      parts.map(async (address) => locations((await client.get(path(address)).expect(200)).text)),
    );
    expect(pages.map(({ length }) => length)).toEqual([10_000, 10_000, 1]);
    expect(new Set(pages.flat()).size).toBe(20_001);
  });

  it.each([1, 2, 3])('loses nobody between parts of %i', async (size) => {
    const { store } = catalogueApp();
    const archive = { store, urls: new PublicUrls(base) };
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const id of ids) await store.putDocument(ingestedDocument({ id, pages: [] }));
    await store.putAuthorities(
      'place',
      ids.map((id) => person(id, { kind: 'place' })),
    );
    const found: string[] = [];
    for (const address of await partAddresses(archive, size)) {
      const { pathname, searchParams } = new URL(address);
      const after = searchParams.get('after') ?? undefined;
      const entries = pathname.endsWith('-documents.xml')
        ? await publishedEntries(archive, 'documents', {
            ...(after === undefined ? {} : { after }),
            limit: size,
          })
        : pathname.endsWith('-places.xml')
          ? await authorityEntries(archive, 'places', {
              ...(after === undefined ? {} : { after: Number(after) }),
              limit: size,
            })
          : [{ address: '' }];
      expect(entries.length).toBeGreaterThan(0);
      found.push(...entries.flatMap((entry) => (entry.address === '' ? [] : [entry.address])));
    }
    expect(found).toEqual([
      ...ids.map((id) => `${base}/documents/${id}`),
      ...ids.map((id) => `${base}/places/${id}`),
    ]);
  });

  it('escapes what an address may have, and refuses a place that is none', async () => {
    expect(sitemap([{ address: 'https://example.org/?a=1&b=<\u0000>' }])).toContain(
      '<loc>https://example.org/?a=1&#38;b=&#60;&#62;</loc>',
    );
    const { store, client } = catalogueApp();
    await store.putDocument(ingestedDocument({ record: record({ title: { en: ['<&>\u0000'] } }) }));
    await client.get('/sitemap-documents.xml?after=%3Cb%3E').expect(400);
    await client.get('/sitemap-people.xml?after=x').expect(400);
    await client.get('/sitemap-nothing.xml').expect(404);
  });

  it('is not sent again to who has it', async () => {
    const { client } = catalogueApp();
    const { headers } = await client.get('/sitemap.xml').expect(200);
    await client.get('/sitemap.xml').set('If-None-Match', String(headers.etag)).expect(304);
  });
});

describe('/robots.txt', () => {
  it('names the sitemap and keeps crawlers from searching', async () => {
    const { client } = catalogueApp();
    const { text, headers } = await client.get('/robots.txt').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text.split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /archive/search',
      'Disallow: /archive/iiif/search/',
      '',
      `Sitemap: ${base}/sitemap.xml`,
      '',
    ]);
    expect(robots(new PublicUrls('https://example.org'))).toContain('Disallow: /search\n');
  });
});
