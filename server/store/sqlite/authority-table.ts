import type { Authority, AuthorityKind } from '../../model/authority.ts';
import type { AuthoritySummary } from '../store.ts';
import { decode, encode, UNLIMITED, type Database, type Json, type Statement } from './driver.ts';

type Row = { id: string; position: number; record: Json<Authority> };

/** People and places as the archive's authority files describe them, in the order in which they were put. */
export class AuthorityTable {
  readonly #one: Statement<Row>;
  readonly #after: Statement<Row>;
  readonly #summaries: Statement<Row & { document_count: number }>;
  readonly #count: Statement<{ count: number }>;
  readonly #put: Statement<never>;
  readonly #drop: Statement<never>;
  readonly #note: Statement<never>;
  readonly #changes: Statement<{ count: number | null }>;

  constructor(database: Database) {
    this.#one = database.prepare('select id, position, record from authorities where kind = ? and id = ?');
    const after = 'from authorities a where a.kind = ? and a.position > ? order by a.position limit ?';
    this.#after = database.prepare(`select a.id, a.position, a.record ${after}`);
    this.#summaries = database.prepare(
      `select a.id, a.position, a.record,
         (select count(*) from mentions m where m.kind = a.kind and m.authority = a.id) as document_count
       ${after}`,
    );
    this.#count = database.prepare('select count(*) as count from authorities where kind = ?');
    this.#put = database.prepare(
      'insert or replace into authorities (kind, id, position, record) values (?, ?, ?, ?)',
    );
    this.#note = database.prepare(
      `insert into authority_changes (kind, count) values (?, 1)
       on conflict (kind) do update set count = count + 1`,
    );
    this.#changes = database.prepare('select sum(count) as count from authority_changes');
    this.#drop = database.prepare('delete from authorities where kind = ? and id = ?');
  }

  one(kind: AuthorityKind, id: string): Authority | undefined {
    const row = this.#one.get(kind, id);
    return row === undefined ? undefined : decode(row.record);
  }

  all(kind: AuthorityKind): Authority[] {
    return this.#after.all(kind, -1, UNLIMITED).map(({ record }) => decode(record));
  }

  summaries(kind: AuthorityKind, after: number, limit: number): AuthoritySummary[] {
    return this.#summaries.all(kind, after, limit).map(({ record, position, document_count }) => ({
      authority: decode(record),
      position,
      documentCount: document_count,
    }));
  }

  count(kind: AuthorityKind): number {
    return this.#count.get(kind)?.count ?? 0;
  }

  changes(): number {
    return this.#changes.get()?.count ?? 0;
  }

  /** Replaces all of a kind and answers whether anything differs. Call it inside a transaction. */
  replace(kind: AuthorityKind, authorities: readonly Authority[]): boolean {
    const before = new Map(this.#after.all(kind, -1, UNLIMITED).map((row) => [row.id, row]));
    let changed = false;
    for (const [position, authority] of authorities.entries()) {
      const row = before.get(authority.id);
      before.delete(authority.id);
      const text = encode(authority);
      if (row?.record === text && row.position === position) continue;
      this.#put.run(kind, authority.id, position, text);
      changed = true;
    }
    for (const id of before.keys()) this.#drop.run(kind, id);
    if (!changed && before.size === 0) return false;
    this.#note.run(kind);
    return true;
  }
}
