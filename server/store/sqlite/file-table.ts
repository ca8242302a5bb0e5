import type { FileStamp } from '../store.ts';
import type { Database, Statement } from './driver.ts';

/** The files that ingest read, so that the next run need not read what did not change. */
export class FileTable {
  readonly #all: Statement<FileStamp>;
  readonly #put: Statement<never>;

  constructor(database: Database) {
    this.#all = database.prepare('select path, size, modified, changed, hash from files');
    this.#put = database.prepare(
      'insert or replace into files (path, size, modified, changed, hash) values (?, ?, ?, ?, ?)',
    );
  }

  all(): Map<string, FileStamp> {
    return new Map(this.#all.all().map((stamp) => [stamp.path, stamp]));
  }

  put(stamp: FileStamp): void {
    this.#put.run(stamp.path, stamp.size, stamp.modified, stamp.changed, stamp.hash);
  }
}
