import { DatabaseSync } from '@photostructure/sqlite';
import { Failure } from '../../model/failure.ts';

export type Value = string | number | null | Uint8Array;

/** A prepared statement; `Row` is declared beside the SQL that it describes. */
export interface Statement<Row> {
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
  run(...values: Value[]): unknown;
}

/**
 * Node's own `node:sqlite` has this shape too, so the day the driver changes, this file is all that does.
 * The rows' types are a promise of the SQL: this interface is the one seam where they are taken on trust.
 */
export interface Database {
  prepare<Row>(sql: string): Statement<Row>;
  exec(sql: string): void;
  close(): void;
}

/** What SQL's `limit` takes for none. */
export const UNLIMITED = -1;

/** Text in a column that this store wrote with `encode`. */
export type Json<T> = string & { readonly holds?: T };

export const decode: <T>(text: Json<T>) => T = JSON.parse;

export function encode<T>(value: T): Json<T> {
  return JSON.stringify(value);
}

/**
 * WAL, so that readers in several processes go on while one writes; FULL, so that what was acknowledged
 * survives a power cut.
 *
 * @throws Failure `store-unusable`
 */
export function openDatabase(file: string): Database {
  return translated(`The store ${file} cannot be opened`, 'store-unusable', () => {
    const database: Database = new DatabaseSync(file, { timeout: 10_000 });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
    return database;
  });
}

/**
 * For one who reads much and here and there: its pages are those of the operating system, up to a gigabyte of
 * addresses, and some megabytes of what is asked for again and again.
 */
export function readAtLarge(database: Database): void {
  database.exec('pragma cache_size = -32000; pragma mmap_size = 1000000000');
}

/** Runs the work in one transaction that takes the write lock at once, so that it cannot fail half-way for want of it. */
export function transaction<T>(database: Database, work: () => T): T {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** A full disk or a lock held too long is nobody's bug: it becomes a `Failure` that says what to do. */
export function translated<T>(doing: string, code: 'store-unusable' | 'write-failed', work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure || !isEngineError(error)) throw error;
    throw new Failure(code, `${doing}: ${error.message}${advice(error.message)}`, { cause: error });
  }
}

/** After a full disk SQLite may have rolled back by itself; the first error is the one to tell. */
function rollBack(database: Database): void {
  try {
    database.exec('rollback');
  } catch {
    // nothing to roll back
  }
}

function isEngineError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /SQLITE|^E[A-Z]+$/.test(String(error.code));
}

function advice(message: string): string {
  if (/full/i.test(message)) return '. Free some space on the disk and run it again; nothing is lost.';
  if (/locked|busy/i.test(message)) return '. Another program is writing; try again.';
  return '';
}
