import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, transaction, type Database } from '../../server/store/sqlite/driver.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Segment } from '../../server/model/text.ts';
import type { IngestedDocument, IngestedText } from '../../server/store/store.ts';
import { ingestedDocument, page, record, segment, text } from '../support/stored-document.ts';

/** Documents of so many pages, each with a transcription and two translations, three lines a page. */
export const LONG = [300, 10_000] as const;

/** Members of a collection among the many documents. */
const IN_COLLECTION = 1000;

const SAMPLE = 'sample';

/** A store of made-up documents without scans, at the place where a server looks for it. */
export class ManifestStore {
  readonly var: string;
  readonly #database: Database;
  #copies = 0;

  private constructor(varFolder: string, database: Database) {
    this.var = varFolder;
    this.#database = database;
  }

  /** @param varFolder is emptied. */
  static async make(varFolder: string): Promise<ManifestStore> {
    await rm(varFolder, { recursive: true, force: true });
    const file = join(varFolder, 'state', 'store.sqlite');
    const store = openSqliteStore(file);
    await store.putCollections([
      {
        id: 'top',
        parent: undefined,
        folder: '',
        position: 0,
        record: { title: { en: ['Top'] }, order: [] },
      },
    ]);
    for (const pages of LONG) await store.putDocument(bookOf(pages));
    await store.putDocument(sheet());
    await store.close();
    return new ManifestStore(varFolder, openDatabase(file));
  }

  /** Copies of a document of two pages, a thousand in each collection, until there are so many. */
  grow(documents: number): void {
    const from = this.#copies;
    this.#copies = documents;
    transaction(this.#database, () => {
      this.#copyCollections(from, documents);
      for (const table of ['documents', 'pages', 'images', 'texts', 'segments', 'places', 'text_pages']) {
        this.#copy(table, from, documents);
      }
    });
  }

  /** As if an ingest had changed the document: whatever was made of it counts no more. */
  touch(document: string): void {
    this.#database
      .prepare<never>(
        "insert into activities (time, type, object_type, object) values ('2026-01-01T00:00:00Z', 'Update', 'document', ?)",
      )
      .run(document);
  }

  close(): void {
    this.#database.close();
  }

  #copyCollections(from: number, to: number): void {
    const put = this.#database.prepare<never>(
      "insert or ignore into collections (id, parent, folder, position, record) values (?, 'top', ?, ?, ?)",
    );
    for (let number = Math.floor(from / IN_COLLECTION); number * IN_COLLECTION < to; number += 1) {
      const title = JSON.stringify({ title: { en: [`Collection ${number}`] }, order: [] });
      put.run(`collection-${number}`, `collection-${number}`, number, title);
    }
  }

  /** Row by row as the store wrote those of the sample, whatever columns there are; ids are made new. */
  #copy(table: string, from: number, to: number): void {
    const columns = this.#database
      .prepare<{ name: string }>('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);
    const own = table === 'documents' ? 'id' : 'document';
    const values = columns.map((column) => COPIED[`${table}.${column}`] ?? (column === own ? COPY : column));
    this.#database
      .prepare<never>(
        `with recursive n(i) as (select ?1 union all select i + 1 from n where i + 1 < ?2)
         insert into ${table} (${columns.join(', ')})
         select ${values.join(', ')} from n join ${table} where ${own} = '${SAMPLE}'`,
      )
      .run(from, to);
  }
}

/** A copy's id: see `copyId`. */
const COPY = "'copy-' || i";

const COPIED: Record<string, string> = {
  'documents.collection': `'collection-' || (i / ${IN_COLLECTION})`,
  'documents.position': 'i',
  'pages.image': `${COPY} || '_' || id`,
  'images.id': `${COPY} || '_' || page`,
};

export function copyId(number: number): string {
  return `copy-${number}`;
}

export function bookId(pages: number): string {
  return `book-${pages}`;
}

function bookOf(count: number): IngestedDocument {
  const pages = Array.from({ length: count }, (_, index) => String(index + 1));
  const lines = linesOn(pages, 3);
  return madeUp(bookId(count), pages, [
    text('ru', lines),
    text('en', lines, { role: 'translation', language: 'en', translationOf: 'ru' }),
    text('fr', lines, { role: 'translation', language: 'fr', translationOf: 'ru' }),
  ]);
}

function sheet(): IngestedDocument {
  return madeUp(SAMPLE, ['1', '2'], [text('ru', linesOn(['1', '2'], 1))]);
}

function madeUp(id: string, pages: readonly string[], texts: readonly IngestedText[]): IngestedDocument {
  return ingestedDocument({
    id,
    collection: 'top',
    folder: `manifests/${id}`,
    record: record({
      title: { en: [`Book of ${pages.length} leaves`], ru: [`Книга в ${pages.length} листов`] },
      kind: 'register',
      contents: pages
        .filter((_, index) => index % 20 === 0)
        .map((on) => ({ label: { en: [`From leaf ${on}`] }, page: on, children: [] })),
    }),
    pages: pages.map((name) => {
      const made = page(name);
      return made.image === undefined ? made : { ...made, image: { ...made.image, id: `${id}_${name}` } };
    }),
    texts,
  });
}

function linesOn(pages: readonly string[], each: number): Segment[] {
  return pages.flatMap((on) =>
    Array.from({ length: each }, (_, index) =>
      segment(`${on}-${index + 1}`, `Line ${index + 1} of leaf ${on}`, [on], {
        box: { x: 200, y: 300 * (index + 1), width: 1600, height: 60 },
      }),
    ),
  );
}
