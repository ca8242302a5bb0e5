import type { Institution } from '../../model/institution.ts';
import { decode, encode, type Database, type Json, type Statement } from './driver.ts';

/** Who publishes the archive, with the bytes of its logo: what was looked at at ingest is what is sent. */
export class InstitutionTable {
  readonly #one: Statement<{ record: Json<Institution> }>;
  readonly #logo: Statement<{ logo: Uint8Array | null }>;
  readonly #put: Statement<never>;
  readonly #drop: Statement<never>;

  constructor(database: Database) {
    this.#one = database.prepare('select record from institution');
    this.#logo = database.prepare('select logo from institution');
    this.#put = database.prepare('insert or replace into institution (only, record, logo) values (1, ?, ?)');
    this.#drop = database.prepare('delete from institution');
  }

  one(): Institution | undefined {
    const row = this.#one.get();
    return row === undefined ? undefined : decode(row.record);
  }

  logo(): Uint8Array | undefined {
    return this.#logo.get()?.logo ?? undefined;
  }

  /** Answers whether anything differs; the record names its logo's hash. Call it inside a transaction. */
  replace(institution: Institution | undefined, logo: Uint8Array | undefined): boolean {
    const before = this.#one.get()?.record;
    if (institution === undefined) {
      if (before === undefined) return false;
      this.#drop.run();
      return true;
    }
    const record = encode(institution);
    if (record === before) return false;
    this.#put.run(record, logo ?? null);
    return true;
  }
}
