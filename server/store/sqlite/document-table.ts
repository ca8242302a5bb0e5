import type { AuthorityKind } from '../../model/authority.ts';
import type { DocumentRecord } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import type { DocumentSummary, IdSpan, IngestedDocument, IngestState, StoredDocument } from '../store.ts';
import { decode, encode, UNLIMITED, type Database, type Json, type Statement } from './driver.ts';
import type { MentionTable } from './mention-table.ts';
import type { PageTable } from './page-table.ts';
import type { TextTable } from './text-table.ts';

type Row = {
  id: string;
  collection: string;
  folder: string;
  position: number;
  state: StoredDocument['state'];
  record: Json<DocumentRecord>;
  fingerprint: string;
  problems: Json<readonly Problem[]>;
  created: string;
  updated: string;
};

/** Ids begin with a prefix from it up to this: no character of an id comes after `z`, which `{` does. */
const BEGINS = "id >= ?2 and id < ?2 || '{'";

const TABLES_BY_DOCUMENT = [
  'pages',
  'images',
  'texts',
  'revisions',
  'segments',
  'places',
  'linkages',
  'text_pages',
  'mentions',
] as const;

/** Descriptions of documents and where they stand in the archive; pages and texts have tables of their own. */
export class DocumentTable {
  readonly #database: Database;
  readonly #pages: PageTable;
  readonly #texts: TextTable;
  readonly #mentions: MentionTable;
  readonly #one: Statement<Row>;
  readonly #in: Statement<Row>;
  readonly #beginning: Statement<Row>;
  readonly #first: Statement<{ id: string }>;
  readonly #last: Statement<{ id: string }>;
  readonly #count: Statement<{ count: number }>;
  readonly #recent: Statement<Row>;
  readonly #undated: Statement<Row>;
  readonly #present: Statement<Row>;
  readonly #current: Statement<{ document: string }>;
  readonly #arrange: Statement<{ collection: string }>;

  constructor(database: Database, pages: PageTable, texts: TextTable, mentions: MentionTable) {
    this.#database = database;
    this.#pages = pages;
    this.#texts = texts;
    this.#mentions = mentions;
    this.#one = database.prepare('select * from documents where id = ?');
    this.#in = database.prepare(
      `select * from documents where collection = ? and state = 'present' and position > ?
       order by position limit ?`,
    );
    const among = `from documents where collection = ?1 and state = ?3 and ${BEGINS}`;
    this.#beginning = database.prepare(`select * ${among} and id > ?4 order by id limit ?5`);
    this.#first = database.prepare(`select id ${among} order by id limit 1`);
    this.#last = database.prepare(`select id ${among} order by id desc limit 1`);
    this.#count = database.prepare(`select count(*) as count from (select 1 ${among} limit ?4)`);
    this.#recent = database.prepare(
      "select * from documents where state = 'present' order by updated desc, id limit ?",
    );
    this.#undated = database.prepare(
      `select * from documents
       where state = 'present' and record ->> '$.dates[0].edtf' is null and id > ? order by id limit ?`,
    );
    this.#present = database.prepare("select * from documents where state = 'present'");
    this.#current = database.prepare('select document from former_ids where id = ?');
    this.#arrange = database.prepare(
      'update documents set position = ?2 where id = ?1 and position <> ?2 returning collection',
    );
  }

  one(id: string): StoredDocument | undefined {
    const row = this.#one.get(id);
    if (row === undefined) return undefined;
    const { pages, retired, order } = this.#pages.of(id);
    return {
      id,
      collection: row.collection,
      state: row.state,
      record: decode(row.record),
      pages,
      retiredPages: retired,
      texts: this.#texts.of(id, order),
      created: row.created,
      updated: row.updated,
    };
  }

  summary(id: string): DocumentSummary | undefined {
    const row = this.#one.get(id);
    return row?.state === 'present' ? this.#summary(row) : undefined;
  }

  /** Follows a chain of renamings; a circle ends where it began. */
  current(formerId: string): string | undefined {
    let current: string | undefined;
    const seen = new Set([formerId]);
    for (let row = this.#current.get(formerId); row !== undefined; row = this.#current.get(current)) {
      if (seen.has(row.document)) break;
      seen.add(row.document);
      current = row.document;
    }
    return current;
  }

  in(collection: string, after: number, limit: number): DocumentSummary[] {
    return this.#in.all(collection, after, limit).map((row) => this.#summary(row));
  }

  beginning(collection: string, prefix: string, after: string, limit: number): DocumentSummary[] {
    const rows = this.#beginning.all(collection, prefix, 'present', after, limit);
    return rows.map((row) => this.#summary(row));
  }

  span(collection: string, prefix: string): IdSpan | undefined {
    const first = this.#first.get(collection, prefix, 'present');
    const last = this.#last.get(collection, prefix, 'present');
    return first === undefined || last === undefined ? undefined : { first: first.id, last: last.id };
  }

  countBeginning(collection: string, prefix: string, atMost = UNLIMITED): number {
    return this.#count.get(collection, prefix, 'present', atMost)?.count ?? 0;
  }

  hadBeginning(collection: string, prefix: string): boolean {
    return this.#first.get(collection, prefix, 'gone') !== undefined;
  }

  recent(limit: number): DocumentSummary[] {
    return this.#recent.all(limit).map((row) => this.#summary(row));
  }

  undated(after: string, limit: number): DocumentSummary[] {
    return this.#undated.all(after, limit).map((row) => this.#summary(row));
  }

  naming(kind: AuthorityKind, id: string, after: string, limit: number): DocumentSummary[] {
    return this.#mentions.documents(kind, id, after, limit).flatMap((document) => {
      const row = this.#one.get(document);
      return row === undefined ? [] : [this.#summary(row)];
    });
  }

  ingestStates(): Map<string, IngestState> {
    return new Map(
      this.#present
        .all()
        .map(({ id, folder, fingerprint, problems }) => [
          id,
          { folder, fingerprint, problems: decode(problems) },
        ]),
    );
  }

  /** Writes the description. Call it inside a transaction. */
  put(document: IngestedDocument, updated: string): void {
    const created = this.#one.get(document.id)?.created ?? updated;
    this.#database
      .prepare<never>(
        `insert or replace into documents
           (id, collection, folder, position, state, record, fingerprint, problems, created, updated)
         values (?, ?, ?, ?, 'present', ?, ?, ?, ?, ?)`,
      )
      .run(
        document.id,
        document.collection,
        document.folder,
        document.position,
        encode(document.record),
        document.fingerprint,
        encode(document.problems),
        created,
        updated,
      );
    const former = this.#database.prepare<never>(
      'insert or replace into former_ids (id, document) values (?, ?)',
    );
    for (const id of document.record.formerly) former.run(id, document.id);
    this.#mentions.replace(document.id, document.record);
  }

  /** Its fingerprint is dropped, so that a folder which comes back is read again. */
  retire(id: string, now: string): boolean {
    const row = this.#one.get(id);
    if (row?.state !== 'present') return false;
    this.#database
      .prepare<never>("update documents set state = 'gone', fingerprint = '', updated = ? where id = ?")
      .run(now, id);
    this.#mentions.drop(id);
    return true;
  }

  /** Answers the collection whose order that changed, if it did. */
  arrange(document: string, position: number): string | undefined {
    return this.#arrange.get(document, position)?.collection;
  }

  /** Call it inside a transaction. */
  rename(from: string, to: string): void {
    for (const table of TABLES_BY_DOCUMENT) {
      this.#database.prepare<never>(`update ${table} set document = ? where document = ?`).run(to, from);
    }
    this.#database.prepare<never>('update documents set id = ? where id = ?').run(to, from);
    this.#database
      .prepare<never>('insert or replace into former_ids (id, document) values (?, ?)')
      .run(from, to);
    this.#database.prepare<never>('delete from former_ids where id = ?').run(to);
  }

  #summary(row: Row): DocumentSummary {
    const firstImage = this.#pages.firstWithImage(row.id);
    return {
      id: row.id,
      collection: row.collection,
      position: row.position,
      record: decode(row.record),
      pageCount: this.#pages.countOf(row.id),
      ...(firstImage === undefined ? {} : { firstImage }),
      texts: this.#texts.recordsOf(row.id),
      updated: row.updated,
    };
  }
}
