import type { Activity } from '../store.ts';
import type { Database, Statement } from './driver.ts';

type Row = {
  sequence: number;
  time: string;
  type: Activity['type'];
  object_type: Activity['object']['type'];
  object: string;
};

/** What changed, in order. Every change writes its activity in its own transaction. */
export class ActivityTable {
  readonly #insert: Statement<never>;
  readonly #after: Statement<Row>;
  readonly #last: Statement<{ last: number | null }>;

  constructor(database: Database) {
    this.#insert = database.prepare(
      'insert into activities (time, type, object_type, object) values (?, ?, ?, ?)',
    );
    this.#after = database.prepare('select * from activities where sequence > ? order by sequence limit ?');
    this.#last = database.prepare('select max(sequence) as last from activities');
  }

  add(time: string, type: Activity['type'], object: Activity['object']): void {
    this.#insert.run(time, type, object.type, object.id);
  }

  after(sequence: number, limit: number): Activity[] {
    return this.#after.all(sequence, limit).map((row) => ({
      sequence: row.sequence,
      time: row.time,
      type: row.type,
      object: { type: row.object_type, id: row.object },
    }));
  }

  last(): number {
    return this.#last.get()?.last ?? 0;
  }
}
