import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { ingestedDocument, record, text } from '../../support/stored-document.ts';
import { collections, telegram } from '../../support/telegram.ts';

/** Elements of the feed with their attributes and text, by an XML parser that forgives nothing. */
function elements(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += words;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

const texts = (xml: string, wanted: string) =>
  elements(xml)
    .filter(({ name }) => name === wanted)
    .map((element) => element.text);

const HOSTILE = 'A <b>bold</b> & "quoted" ]]> title\u0000\u0008\ud800\uffff <!-- ';

describe('/feed.atom', () => {
  it('has a document with its permanent address, its people, its page and its manifest', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    await store.putDocument(telegram());
    const { text: xml, headers } = await client.get('/feed.atom').buffer(true).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    const updated = (await store.document('telegram'))?.updated;
    expect(texts(xml, 'id')).toEqual([`${base}/feed.atom`, `${base}/documents/telegram`]);
    expect(texts(xml, 'updated')).toEqual([updated, updated]);
    expect(texts(xml, 'title')).toEqual(['Specimens', 'Telegram from the Legation']);
    expect(texts(xml, 'summary')).toEqual(['What the Legation asked for.']);
    // The archive is the author of the feed, and of what nobody is known to have written.
    expect(texts(xml, 'name')).toEqual(['Specimens', 'Pak Il-u', 'A. Specimen', 'B. Specimen']);
    expect(xml).toContain('<author><name>Pak Il-u</name></author>');
    const links = elements(xml).flatMap(({ name, attributes: { rel, type, href } }) =>
      name === 'link' ? [[rel, type, href]] : [],
    );
    expect(links).toEqual([
      ['self', 'application/atom+xml', `${base}/feed.atom`],
      ['alternate', 'text/html', `${base}/`],
      ['alternate', 'text/html', `${base}/documents/telegram`],
      [
        'alternate',
        'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
        `${base}/iiif/documents/telegram/manifest`,
      ],
    ]);
  });

  it('is XML whatever a record says', async () => {
    const { store, client } = catalogueApp();
    const agent = { name: { none: [HOSTILE] } };
    await store.putDocument(
      ingestedDocument({
        record: record({
          title: { 'x"><script>': [HOSTILE] },
          summary: { none: [HOSTILE] },
          kind: HOSTILE,
          rights: HOSTILE,
          creators: [agent, { name: { none: ['\u0000'] } }],
          contributors: [agent],
        }),
        texts: [text('ru', [], { contributors: [agent] })],
      }),
    );
    const { text: xml } = await client.get('/feed.atom').buffer(true).expect(200);
    const kept = 'A <b>bold</b> & "quoted" ]]> title <!-- ';
    expect(texts(xml, 'title')[1]).toBe(kept);
    expect(texts(xml, 'summary')).toEqual([kept]);
    expect(texts(xml, 'name')).toEqual(['Archive', kept.trim(), kept.trim()]);
    expect(elements(xml).find(({ name }) => name === 'category')?.attributes).toEqual({ term: kept });
  });

  it('says of a document without a summary what it is, and of an empty archive nothing', async () => {
    const { store, client } = catalogueApp();
    const empty = await client.get('/feed.atom').buffer(true).expect(200);
    expect(texts(empty.text, 'updated')).toEqual(['1970-01-01T00:00:00Z']);
    const dates = [{ edtf: '1950-10-07', calendar: 'gregorian' }];
    await store.putDocument(ingestedDocument({ record: record({ kind: 'telegram', dates }) }));
    const { text: xml } = await client.get('/feed.atom').buffer(true).expect(200);
    expect(texts(xml, 'summary')).toEqual(['Telegram, 7 October 1950, 1 leaf']);
  });

  it('has the newest fifty, newest first, and none that is gone', async () => {
    const { store, client } = catalogueApp();
    for (let number = 100; number < 153; number += 1) {
      await store.putDocument(ingestedDocument({ id: `d-${number}`, pages: [] }));
    }
    await store.retireDocument('d-152');
    const { text: xml } = await client.get('/feed.atom').buffer(true).expect(200);
    const updated = texts(xml, 'updated').slice(1);
    expect(updated).toHaveLength(50);
    expect(updated).toEqual(updated.toSorted().reverse());
    expect(xml).not.toContain('d-152');
  });

  it('is not sent again to who has it, until something changes', async () => {
    const { store, client } = catalogueApp();
    await store.putDocument(telegram());
    const { headers } = await client.get('/feed.atom').expect(200);
    const etag = String(headers.etag);
    await client.get('/feed.atom').set('If-None-Match', etag).expect(304);
    await store.putDocument({ ...telegram(), record: record({ title: { en: ['Another title'] } }) });
    await client.get('/feed.atom').set('If-None-Match', etag).expect(200);
  });

  it('is found from every page, the reading room and what is not there included', async () => {
    const { store, client } = catalogueApp();
    await store.putDocument(telegram());
    const link = `<link rel="alternate" type="application/atom+xml" title="Added or changed last" href="${base}/feed.atom"/>`;
    for (const path of ['/', '/documents/telegram', '/read/telegram', '/search', '/about', '/nowhere']) {
      const { text: page } = await client.get(path).set('Accept', 'text/html');
      expect(page).toContain(link);
    }
    expect((await client.get('/')).text).toContain(`<a href="${base}/feed.atom"`);
  });
});
