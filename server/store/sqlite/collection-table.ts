import type { CollectionRecord } from '../../model/collection.ts';
import type { IngestedCollection, StoredCollection } from '../store.ts';
import { decode, encode, UNLIMITED, type Database, type Json, type Statement } from './driver.ts';

type Row = {
  id: string;
  parent: string | null;
  record: Json<CollectionRecord>;
  document_count: number;
  collection_count: number;
};

type Difference = { created: string[]; updated: string[]; deleted: string[] };

const COLUMNS = `
  c.id, c.parent, c.record,
  (select count(*) from documents d where d.collection = c.id and d.state = 'present') as document_count,
  (select count(*) from collections k where k.parent = c.id) as collection_count`;

/** The tree of arrangement. The root `top` is there even in an empty store. */
export class CollectionTable {
  readonly #database: Database;
  readonly #one: Statement<Row>;
  readonly #children: Statement<Row>;
  readonly #topDocuments: Statement<{ count: number }>;

  constructor(database: Database) {
    this.#database = database;
    this.#one = database.prepare(`select ${COLUMNS} from collections c where c.id = ?`);
    this.#children = database.prepare(
      `select ${COLUMNS} from collections c where c.parent = ? order by c.position limit ?`,
    );
    this.#topDocuments = database.prepare(
      "select count(*) as count from documents where collection = 'top' and state = 'present'",
    );
  }

  one(id: string): StoredCollection | undefined {
    const row = this.#one.get(id);
    if (row !== undefined) return collectionOf(row);
    if (id !== 'top') return undefined;
    return {
      id,
      record: { title: { en: ['Archive'], ru: ['Архив'] }, order: [] },
      documentCount: this.#topDocuments.get()?.count ?? 0,
      collectionCount: 0,
    };
  }

  children(id: string, limit = UNLIMITED): StoredCollection[] {
    return this.#children.all(id, limit).map(collectionOf);
  }

  path(id: string): StoredCollection[] {
    const path: StoredCollection[] = [];
    for (let next: string | undefined = id; next !== undefined;) {
      const collection = this.one(next);
      if (collection === undefined || path.some(({ id }) => id === collection.id)) break;
      path.unshift(collection);
      next = collection.parent;
    }
    return path;
  }

  /** Replaces the whole tree and answers what differs. Call it inside a transaction. */
  replace(collections: readonly IngestedCollection[]): Difference {
    const before = new Map(
      this.#database
        .prepare<IngestedRow>('select id, parent, folder, position, record from collections')
        .all()
        .map((row) => [row.id, row]),
    );
    const difference: Difference = { created: [], updated: [], deleted: [] };
    const put = this.#database.prepare<never>(
      'insert or replace into collections (id, parent, folder, position, record) values (?, ?, ?, ?, ?)',
    );
    for (const { id, parent, folder, position, record } of collections) {
      const row = before.get(id);
      before.delete(id);
      const text = encode(record);
      put.run(id, parent ?? null, folder, position, text);
      if (row === undefined) difference.created.push(id);
      else if (row.parent !== (parent ?? null) || row.record !== text || row.position !== position) {
        difference.updated.push(id);
      }
    }
    const drop = this.#database.prepare<never>('delete from collections where id = ?');
    for (const id of before.keys()) {
      drop.run(id);
      difference.deleted.push(id);
    }
    return difference;
  }
}

type IngestedRow = {
  id: string;
  parent: string | null;
  folder: string;
  position: number;
  record: Json<CollectionRecord>;
};

function collectionOf(row: Row): StoredCollection {
  return {
    id: row.id,
    ...(row.parent === null ? {} : { parent: row.parent }),
    record: decode(row.record),
    documentCount: row.document_count,
    collectionCount: row.collection_count,
  };
}
