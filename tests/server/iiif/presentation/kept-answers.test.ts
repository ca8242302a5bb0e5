import { beforeEach, describe, expect, it } from 'vitest';
import { ingestedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';
import { collections } from '../../../support/telegram.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../../server/store/store.ts';
import { presentationClient, type PresentationClient } from '../../../support/presentation-client.ts';

let store: PresentationClient['store'];
let client: PresentationClient['client'];
let file: PresentationClient['file'];

beforeEach(async () => {
  ({ store, client, file } = await presentationClient());
});

describe('keeps what it sends', () => {
  const paths = [
    '/iiif/documents/telegram/manifest',
    '/iiif/2/documents/telegram/manifest',
    '/iiif/3/documents/telegram/manifest',
    '/iiif/documents/telegram/canvases/705',
    '/iiif/documents/telegram/texts/ru/pages/705',
    '/iiif/2/documents/telegram/texts/ru/pages/705',
    '/iiif/documents/telegram/texts/ru/pages/705/words',
    '/iiif/documents/telegram/texts/ru/pages/705/outlines',
    '/iiif/commenting/documents/telegram/manifest',
    '/iiif/commenting/documents/telegram/texts/ru/pages/705',
    '/iiif/collections/cold-war',
    '/iiif/2/collections/cold-war',
  ];
  const bodies = async () => {
    const found: string[] = [];
    for (const path of paths) found.push((await client.get(path)).text);
    return found;
  };

  /** What an ingest in another process does. */
  async function elsewhere(change: (store: Store) => Promise<unknown>): Promise<void> {
    const other = openSqliteStore(file);
    await change(other);
    await other.close();
  }

  it('without reading anything again, for as long as nothing changes', async () => {
    const first = await bodies();
    let read = 0;
    const reading = Object.getOwnPropertyNames(Object.getPrototypeOf(store)).filter((name) =>
      /^(document|documentsIn|segmentsOn|collection|collectionsIn|path)$/.test(name),
    );
    expect(reading).toHaveLength(6);
    for (const name of reading) {
      Object.defineProperty(store, name, { value: () => (read += 1) });
    }
    expect(await bodies()).toEqual(first);
    expect(read).toBe(0);
  });

  it('until another process changes the document', async () => {
    await bodies();
    const changed = { ...telegram(), record: { ...telegram().record, title: { en: ['Another title'] } } };
    await elsewhere((other) => other.putDocument(changed));
    const after = await bodies();
    const titled = after.map((body) => body.includes('Another title'));
    // Annotation pages do not name their document.
    expect(titled.map(Number).join('')).toBe('111100001011');
  });

  it('until another process changes a text', async () => {
    await bodies();
    const changed = {
      ...telegram(),
      texts: telegram().texts.map((text) => ({
        ...text,
        segments: text.segments.map((segment) => ({ ...segment, value: `Changed: ${segment.value}` })),
      })),
    };
    await elsewhere((other) => other.putDocument(changed));
    const after = await bodies();
    expect(after.filter((body) => body.includes('Changed: '))).toHaveLength(4);
  });

  it('until a collection above is called otherwise', async () => {
    await bodies();
    const renamed = collections().map((one) =>
      one.id === 'cold-war' ? { ...one, record: { ...one.record, title: { en: ['Warm peace'] } } } : one,
    );
    await elsewhere((other) => other.putCollections(renamed));
    const after = await bodies();
    const named = after.map((body) => body.includes('Warm peace'));
    // 2.1 names what a manifest is in by its address alone.
    expect(named.map(Number).join('')).toBe('101000001011');
  });

  it('until a collection further above has another holder', async () => {
    await store.putDocument(ingestedDocument({ id: 'letter', collection: 'annexes' }));
    const path = '/iiif/documents/letter/manifest';
    expect((await client.get(path)).text).toContain('"Specimen Archive"');
    const moved = collections().map((one) =>
      one.id === 'cold-war'
        ? { ...one, record: { ...one.record, repository: { en: ['New Archive'] } } }
        : one,
    );
    await elsewhere((other) => other.putCollections(moved));
    expect((await client.get(path)).text).toContain('"New Archive"');
  });

  it('until the collection that the document is in is there at all', async () => {
    await store.putCollections(collections().slice(0, 1));
    const path = '/iiif/documents/telegram/manifest';
    expect((await client.get(path)).text).not.toContain('"Cold War"');
    await elsewhere((other) => other.putCollections(collections()));
    expect((await client.get(path)).text).toContain('"Cold War"');
  });

  it('until the order of a collection changes', async () => {
    await store.putDocument(ingestedDocument({ id: 'letter', position: 1 }));
    const order = async () =>
      [
        ...(await client.get('/iiif/collections/cold-war')).text.matchAll(/documents\/([a-z]+)\/manifest/g),
      ].map(([, id]) => id);
    const letters = collections().map((one) =>
      one.id === 'cold-war' ? { ...one, record: { ...one.record, order: [] } } : one,
    );
    await store.putCollections(letters);
    expect(await order()).toEqual(['telegram', 'letter']);
    await elsewhere((other) => other.arrange([{ document: 'telegram', position: 2 }]));
    expect(await order()).toEqual(['letter', 'telegram']);
  });

  it('until another process withdraws the document', async () => {
    await bodies();
    await elsewhere((other) => other.retireDocument('telegram'));
    for (const path of paths.slice(0, 10)) await client.get(path).expect(410);
    for (const path of paths.slice(10)) {
      expect((await client.get(path).expect(200)).text).not.toContain('telegram');
    }
  });

  it('until the document gets another id, and comes back to its own', async () => {
    const [first] = await bodies();
    await elsewhere((other) => other.renameDocument('telegram', 'telegram-1950'));
    await client.get('/iiif/documents/telegram/manifest').expect(308);
    expect((await client.get('/iiif/collections/cold-war')).text).toContain('telegram-1950');
    await elsewhere((other) => other.renameDocument('telegram-1950', 'telegram'));
    expect((await client.get('/iiif/documents/telegram/manifest').expect(200)).text).toBe(first);
  });
});
