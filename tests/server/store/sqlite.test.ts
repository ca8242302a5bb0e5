import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../server/model/failure.ts';
import { migrate } from '../../../server/store/sqlite/schema.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { ingestedDocument, record } from '../../support/stored-document.ts';
import { telegram } from '../../support/telegram.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'diptych-store-'));
let count = 0;
const newFile = () => join(folder, `${(count += 1)}`, 'store.sqlite');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('SQLite store', () => openSqliteStore(newFile()));

const SEARCH_TABLES = [
  'search_words',
  'search_forms',
  'search_units',
  'search_documents',
  'search_terms',
  'search_languages',
];

describe('SQLite store on disk', () => {
  it('is found again by the next process', async () => {
    const file = newFile();
    const first = openSqliteStore(file);
    await first.putFileStamps([{ path: 'a', size: 1, modified: 1, changed: 1, hash: 'h' }]);
    await first.close();
    const second = openSqliteStore(file);
    expect((await second.fileStamps()).size).toBe(1);
    await second.close();
  });

  it('lets another connection read while one writes', async () => {
    const file = newFile();
    const writer = openSqliteStore(file);
    const reader = openSqliteStore(file);
    await writer.putFileStamps([{ path: 'a', size: 1, modified: 1, changed: 1, hash: 'h' }]);
    expect((await reader.fileStamps()).get('a')?.hash).toBe('h');
    await writer.close();
    await reader.close();
  });

  it('refuses a store that a newer version wrote', () => {
    const file = newFile();
    void openSqliteStore(file).close();
    const raw = new DatabaseSync(file);
    raw.exec('pragma user_version = 999');
    raw.close();
    expect(() => openSqliteStore(file)).toThrow(/newer version/);
  });

  it('takes over a store from before the resolution of scans was kept', async () => {
    const file = newFile();
    const document = ingestedDocument();
    const before = openSqliteStore(file);
    await before.putDocument(document);
    await before.close();
    const raw = new DatabaseSync(file);
    raw.exec(`
      alter table images drop column resolution;
      alter table images drop column created;
      alter table revisions drop column changes;
      drop index documents_undated;
      drop table linkages;
      alter table text_pages drop column word_count;
      drop index documents_by_id;
      drop index documents_published;
      drop index documents_dated;
      alter table text_pages drop column boxed_count;
      ${SEARCH_TABLES.map((table) => `drop table ${table};`).join('')}
      drop table authorities;
      drop table mentions;
      drop table authority_changes;
      drop table institution;
      pragma user_version = 1;
    `);
    raw.close();
    const after = openSqliteStore(file);
    expect((await after.document(document.id))?.pages).toEqual(document.pages);
    expect(await after.image('telegram_705')).not.toHaveProperty('resolution');
    expect(await after.putDocument(document)).toBe('unchanged');
    // When these scans came nobody noted, and this was not the time.
    expect(await after.imagesCreated(document.id)).toEqual(new Map());
    // What search knows was not kept then: it is told what to index.
    expect(await after.documentsToIndex({ all: false })).toEqual([document.id]);
    await after.indexDocument(document.id);
    expect(await after.documentsToIndex({ all: false })).toEqual([]);
    await after.close();
  });

  it('finds out how texts are linked that were stored before that was kept', async () => {
    const file = newFile();
    const document = telegram();
    const before = openSqliteStore(file);
    await before.putDocument(document);
    const kept = await before.linkages(document.id);
    expect([...kept.keys()]).toEqual(['en-a']);
    await before.close();
    const raw = new DatabaseSync(file);
    raw.exec('delete from linkages');
    raw.close();
    const after = openSqliteStore(file);
    expect(await after.linkages(document.id)).toEqual(kept);
    await after.close();
  });

  it('counts the words of texts that were stored before words were counted', async () => {
    const file = newFile();
    mkdirSync(dirname(file), { recursive: true });
    const raw = new DatabaseSync(file);
    migrate(raw, 1);
    const line = (words: number, pages: string[]) =>
      JSON.stringify({
        places: pages.map((page) => ({ page })),
        words: Array.from({ length: words }, () => 0),
      });
    raw.exec(`
      insert into documents values ('d', 'top', 'd', 0, 'present', '{}', '', '[]', '', '');
      insert into pages values ('d', '1', 0, '1', 9, 9, null, 0), ('d', '2', 1, '2', 9, 9, null, 0);
      insert into texts values ('d', 'ru', 0, '{}', 1, '', 3, 3, 0, 0);
      insert into segments values ('d', 'ru', 's1', 0, '${line(2, ['1', '2'])}'),
        ('d', 'ru', 's2', 1, '${line(3, ['1'])}'), ('d', 'ru', 's3', 2, '${line(0, [])}');
      insert into places values ('d', 'ru', '1', 0, 's1'), ('d', 'ru', '1', 1, 's2'),
        ('d', 'ru', '2', 0, 's1'), ('d', 'ru', '', 2, 's3');
      insert into text_pages values ('d', 'ru', '1', 2), ('d', 'ru', '2', 1), ('d', 'ru', '', 1);
    `);
    raw.close();
    const store = openSqliteStore(file);
    expect(await store.textExtent('d', 'ru')).toEqual({
      placeCount: 4,
      wordPages: [{ page: '1', count: 5 }],
    });
    await store.close();
  });

  it('finds the pages with boxes of lines in texts that were stored before those were counted', async () => {
    const file = newFile();
    mkdirSync(dirname(file), { recursive: true });
    const raw = new DatabaseSync(file);
    migrate(raw, 3);
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const unit = (granularity: string, places: object[]) =>
      JSON.stringify({ granularity, places, words: [] });
    raw.exec(`
      insert into documents values ('d', 'top', 'd', 0, 'present', '{}', '', '[]', '', '');
      insert into pages values ('d', '1', 0, '1', 9, 9, null, 0), ('d', '2', 1, '2', 9, 9, null, 0);
      insert into texts values ('d', 'ru', 0, '{}', 1, '', 2, 2, 0, 0);
      insert into segments values ('d', 'ru', 's1', 0, '${unit('line', [{ page: '1' }, { page: '2', box }])}'),
        ('d', 'ru', 's2', 1, '${unit('paragraph', [{ page: '1', box }])}');
      insert into places values ('d', 'ru', '1', 0, 's1'), ('d', 'ru', '2', 0, 's1'), ('d', 'ru', '1', 1, 's2');
      insert into text_pages values ('d', 'ru', '1', 2, 0), ('d', 'ru', '2', 1, 0);
    `);
    raw.close();
    const store = openSqliteStore(file);
    expect((await store.document('d'))?.texts).toMatchObject([{ pages: ['1', '2'], boxedPages: ['2'] }]);
    await store.close();
  });

  it('finds who is named by documents that were stored before that was kept', async () => {
    const file = newFile();
    mkdirSync(dirname(file), { recursive: true });
    const raw = new DatabaseSync(file);
    migrate(raw, 5);
    const own = record({
      dates: [{ edtf: '1950', calendar: 'gregorian' }],
      creators: [{ name: { none: ["O'"] }, id: 'o' }, { name: { none: ['N.'] } }],
      people: [{ name: { none: ["O'"] }, id: 'o' }],
      places: [{ name: { none: ['Solmok'] }, id: 'solmok' }],
    });
    const put = raw.prepare("insert into documents values (?, 'top', ?, 0, ?, ?, '', '[]', '', '')");
    put.run('d', 'd', 'present', JSON.stringify(own));
    put.run('early', 'e', 'present', JSON.stringify({ ...own, dates: [{ edtf: '1949', calendar: 'x' }] }));
    put.run('gone', 'g', 'gone', JSON.stringify(own));
    put.run('bare', 'b', 'present', '{}');
    raw.close();
    const store = openSqliteStore(file);
    const named = await store.documentsNaming('person', 'o', { limit: 9 });
    expect(named.map(({ id }) => id)).toEqual(['early', 'd']);
    expect(await store.unknownMentions('place')).toEqual([
      { document: 'd', id: 'solmok' },
      { document: 'early', id: 'solmok' },
    ]);
    await store.close();
  });

  it('says which file is no store', async () => {
    const { writeFileSync } = await import('node:fs');
    const file = join(folder, 'not-a-store', 'store.sqlite');
    mkdirSync(join(folder, 'not-a-store'));
    writeFileSync(file, 'this is no database, and it is long enough to be read as one'.repeat(20));
    expect(() => openSqliteStore(file)).toThrow(Failure);
    expect(() => openSqliteStore(file)).toThrow(/store\.sqlite/);
  });
});
