import { beforeEach, describe, expect, it } from 'vitest';
import { KeptDocuments } from '../../../../server/iiif/presentation/kept-documents.ts';
import { StoreChanges } from '../../../../server/iiif/presentation/store-changes.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../../server/store/store.ts';
import { ingestedDocument, lostPage, record } from '../../../support/stored-document.ts';

let store: Store;
let read: string[];
let documents: KeptDocuments;

beforeEach(() => {
  store = openSqliteStore(':memory:');
  read = [];
  const counting = {
    document: (id: string) => {
      read.push(id);
      return store.document(id);
    },
    currentDocumentId: (id: string) => store.currentDocumentId(id),
  };
  documents = new KeptDocuments(counting, new StoreChanges(store));
});

const later = () => new Promise((resolve) => setImmediate(resolve));

const pages = (count: number) => Array.from({ length: count }, (_, index) => lostPage(`p${index}`));

describe('kept documents', () => {
  it('are read once for as long as they do not change', async () => {
    await store.putDocument(ingestedDocument());
    const first = await documents.document('telegram');
    expect(first?.id).toBe('telegram');
    expect(await documents.document('telegram')).toBe(first);
    await store.putDocument(ingestedDocument({ id: 'letter' }));
    await later();
    expect(await documents.document('telegram')).toBe(first);
    await store.putDocument(ingestedDocument({ record: record({ title: { en: ['New'] } }) }));
    await later();
    expect((await documents.document('telegram'))?.record.title).toEqual({ en: ['New'] });
    expect(read).toEqual(['telegram', 'telegram']);
  });

  it('are known to be gone', async () => {
    await store.putDocument(ingestedDocument());
    await documents.document('telegram');
    await store.retireDocument('telegram');
    await later();
    expect((await documents.document('telegram'))?.state).toBe('gone');
  });

  it('keep in mind no name of what is not there', async () => {
    expect(await documents.document('nowhere')).toBeUndefined();
    expect(await documents.document('nowhere')).toBeUndefined();
    expect(read).toEqual(['nowhere', 'nowhere']);
  });

  it('let go of those used longest ago when they have too many pages', async () => {
    for (const id of ['a', 'b', 'c']) {
      await store.putDocument(ingestedDocument({ id, pages: pages(12_000) }));
    }
    await store.putDocument(ingestedDocument({ id: 'huge', pages: pages(40_000) }));
    await later();
    for (const id of ['a', 'b', 'a', 'huge', 'c', 'a', 'b', 'huge']) await documents.document(id);
    expect(read).toEqual(['a', 'b', 'huge', 'c', 'b', 'huge']);
  });
});
