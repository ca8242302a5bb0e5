import type { Published, PublishedKind } from '../store.ts';
import type { Database, Statement } from './driver.ts';

const TABLES = {
  document: { columns: 'id, updated', from: "documents where state = 'present' and id > ?" },
  collection: { columns: 'id, null as updated', from: 'collections where id > ?' },
} as const;

type Row = { id: string; updated: string | null };
type Statements = { after: Statement<Row>; beyond: Statement<{ id: string }> };

/** Lists of all that is published, in the order of ids: nothing of what it is is read. */
export class PublishedTable {
  readonly #of: Record<PublishedKind, Statements>;
  readonly #dated: Statement<{ id: string }>;

  constructor(database: Database) {
    const statements = (kind: PublishedKind): Statements => {
      const { columns, from } = TABLES[kind];
      return {
        after: database.prepare(`select ${columns} from ${from} order by id limit ?`),
        beyond: database.prepare(`select id from ${from} order by id limit 1 offset ?`),
      };
    };
    this.#of = { document: statements('document'), collection: statements('collection') };
    this.#dated = database.prepare(
      "select id from documents where state = 'present' and record ->> '$.dates[0].edtf' is not null limit 1",
    );
  }

  after(kind: PublishedKind, after: string, limit: number): Published[] {
    return this.#of[kind].after
      .all(after, limit)
      .map(({ id, updated }) => ({ id, ...(updated === null ? {} : { updated }) }));
  }

  beyond(kind: PublishedKind, after: string, places: number): string | undefined {
    return this.#of[kind].beyond.get(after, places - 1)?.id;
  }

  hasDated(): boolean {
    return this.#dated.get() !== undefined;
  }
}
