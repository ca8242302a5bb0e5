import type { AuthorityKind } from '../../model/authority.ts';
import type { DocumentRecord } from '../../model/document.ts';
import { namings } from '../../model/naming.ts';
import type { AuthorityReference, UnknownMention } from '../store.ts';
import type { Database, Statement } from './driver.ts';

/** Comes after every date. */
const UNDATED = '~';

/** Which documents name which people and places by an id: of documents that are present, and of no others. */
export class MentionTable {
  readonly #documents: Statement<{ document: string }>;
  readonly #count: Statement<{ count: number }>;
  readonly #known: Statement<AuthorityReference>;
  readonly #unknown: Statement<UnknownMention>;
  readonly #put: Statement<never>;
  readonly #drop: Statement<never>;

  constructor(database: Database) {
    // A document that names nobody any more still tells by its other mentions where the list goes on.
    this.#documents = database.prepare(
      `select document from mentions where kind = ?1 and authority = ?2 and (date, document) >
         (coalesce((select date from mentions where document = ?3
            order by kind = ?1 and authority = ?2 desc limit 1), ''), ?3)
       order by date, document limit ?4`,
    );
    this.#count = database.prepare('select count(*) as count from mentions where kind = ? and authority = ?');
    this.#known = database.prepare(
      `select m.kind, m.authority as id from mentions m
       join authorities a on a.kind = m.kind and a.id = m.authority where m.document = ?`,
    );
    this.#unknown = database.prepare(
      `select m.document, m.authority as id from mentions m
       left join authorities a on a.kind = m.kind and a.id = m.authority
       where m.kind = ? and a.id is null order by m.document, m.authority`,
    );
    this.#put = database.prepare(
      'insert or ignore into mentions (kind, authority, date, document) values (?, ?, ?, ?)',
    );
    this.#drop = database.prepare('delete from mentions where document = ?');
  }

  /** By their dates, those without one at the end. */
  documents(kind: AuthorityKind, id: string, after: string, limit: number): string[] {
    return this.#documents.all(kind, id, after, limit).map(({ document }) => document);
  }

  count(kind: AuthorityKind, id: string): number {
    return this.#count.get(kind, id)?.count ?? 0;
  }

  /** What a document names and an authority file describes. */
  known(document: string): AuthorityReference[] {
    return this.#known.all(document).map(({ kind, id }) => ({ kind, id }));
  }

  /** What documents name and no authority file describes. */
  unknown(kind: AuthorityKind): UnknownMention[] {
    return this.#unknown.all(kind).map(({ document, id }) => ({ document, id }));
  }

  /** Call it inside a transaction. */
  replace(document: string, record: DocumentRecord): void {
    this.#drop.run(document);
    const date = record.dates[0]?.edtf ?? UNDATED;
    for (const { kind, id } of namings(record)) this.#put.run(kind, id, date, document);
  }

  /** Call it inside a transaction. */
  drop(document: string): void {
    this.#drop.run(document);
  }
}
