import { describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../../../server/catalogue/citation/citation-styles.ts';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { collections, telegram } from '../../support/telegram.ts';

describe('/about', () => {
  it('says what the root collection says, with what must be shown and the rights', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections([
      {
        ...{ id: 'top', parent: undefined, folder: 'manifests', position: 0 },
        record: {
          title: { en: ['Specimens <b>'] },
          summary: { en: ['First & foremost.', 'Secondly.'] },
          repository: { ru: ['Хранилище'] },
          requiredStatement: { label: { en: ['Source'] }, value: { en: ['<script>alert(1)</script>'] } },
          rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
          order: [],
        },
      },
    ]);
    const { text } = await client.get('/about').expect(200);
    for (const words of [
      '<title>About this archive · Specimens &lt;b&gt;</title>',
      '<h1>Specimens &lt;b&gt;</h1>',
      '<p class="lead">First &amp; foremost.</p><p class="lead">Secondly.</p>',
      '<p class="reference" lang="ru" dir="ltr">Хранилище</p>',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      'CC0 1.0, public domain',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('leads to every interface for machines, and each answers', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    await store.putDocument(telegram());
    const { text } = await client.get('/about').expect(200);
    const addresses = [...text.matchAll(/class="address" href="([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.map((address) => address.slice(base.length))).toEqual([
      '/iiif/collections/top',
      '/iiif/search/2',
      '/search.json',
      '/opensearch.xml',
      '/feed.atom',
      '/sitemap.xml',
    ]);
    for (const address of addresses) {
      const query = address.endsWith('/search/2') ? '?q=telegram' : '';
      await client.get(address.slice(base.length) + query).expect(200);
    }
  });

  it('says how to cite in the words of the documents’ pages, and leads to one', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    const bare = await client.get('/about').expect(200);
    expect(bare.text).not.toContain('For example');
    await store.putDocument(telegram());
    const { text } = await client.get('/about').expect(200);
    expect(CITATION_STYLES).toHaveLength(7);
    expect(text).toContain('seven styles');
    for (const { name } of CITATION_STYLES) expect(text).toContain(name.split(',')[0]);
    expect(text).toContain(`<a href="${base}/documents/telegram#cite">`);
    const document = await client.get('/documents/telegram').expect(200);
    for (const heading of ['Cite', 'To save', 'Share', 'Texts']) {
      expect(text).toContain(`“${heading}”`);
      expect(document.text).toMatch(new RegExp(`<h2 id="[^"]+">${heading}</h2>`));
    }
  });

  it('is linked below every page, and says nothing of rights that nobody has stated', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    expect((await client.get('/')).text).toContain(`<a href="${base}/about">About</a>`);
    expect((await client.get('/about').expect(200)).text).not.toContain('Source and rights');
  });
});
