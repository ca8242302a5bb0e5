import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { rm, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../../server/store/sqlite/driver.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { ARCHIVE_VERSION, LINES_OF_A_DOCUMENT, type MadeUpArchive } from './made-up-archive.ts';

/** How a store came to be. */
export type Filling = {
  documents: number;
  lines: number;
  /** Absent if it was kept from an earlier run. */
  seconds?: number;
  /** Bytes of the file, and of what is only there to be searched, table by table. */
  bytes: number;
  index: readonly { table: string; bytes: number }[];
};

/**
 * A store of so many made-up lines, written as ingest writes it: a transaction for each document.
 * @param folder gets `store.sqlite`; what a run of the same version left there is taken as it is.
 */
export async function fillSearchStore(
  folder: string,
  lines: number,
  archive: MadeUpArchive,
  say: (message: string) => void,
): Promise<Filling> {
  const file = storeFile(folder);
  const whole = join(folder, 'filled');
  const documents = Math.max(1, Math.round(lines / LINES_OF_A_DOCUMENT));
  if (existsSync(whole)) {
    say(`search: ${lines} lines are in ${folder} already`);
    await indexAnew(file, say);
    return { documents, lines: documents * LINES_OF_A_DOCUMENT, ...sizes(file) };
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const store = openSqliteStore(file);
  await store.putCollections(archive.collections());
  let milliseconds = 0;
  for (let number = 0; number < documents; number += 1) {
    if (number % 1000 === 0) say(`search: ${number} of ${documents} documents are written`);
    const document = archive.document(number);
    const started = performance.now();
    await store.putDocument(document);
    milliseconds += performance.now() - started;
  }
  await store.close();
  await writeFile(whole, '');
  return {
    documents,
    lines: documents * LINES_OF_A_DOCUMENT,
    seconds: milliseconds / 1000,
    ...sizes(file),
  };
}

export function storeFile(folder: string): string {
  return join(folder, 'store.sqlite');
}

/** Where a store of so many lines is kept within a folder. */
export function searchFolder(folder: string, lines: number): string {
  // As it is written today: a store of another schema is of no use, or is not what would be written now.
  const schema = createHash('sha256').update(readFileSync(SCHEMA)).digest('hex').slice(0, 8);
  return join(folder, `search-${lines}-${ARCHIVE_VERSION}-${schema}`);
}

const SCHEMA = join(import.meta.dirname, '../../../server/store/sqlite/schema.ts');

/** What another version of the index wrote is of no use. */
async function indexAnew(file: string, say: (message: string) => void): Promise<void> {
  const store = openSqliteStore(file);
  const documents = await store.documentsToIndex({ all: false });
  if (documents.length > 0) say(`search: ${documents.length} documents of it are indexed anew`);
  for (const document of documents) await store.indexDocument(document);
  await store.close();
}

/** From SQLite's own accounts of its pages. */
function sizes(file: string): Pick<Filling, 'bytes' | 'index'> {
  const database = openDatabase(file);
  database.exec('pragma wal_checkpoint(truncate)');
  // The shadow tables of a full-text table begin with its name.
  const index = database
    .prepare<{ table: string; bytes: number }>(
      `select coalesce(m.tbl_name, s.name) as "table", sum(s.pgsize) as bytes
       from dbstat s left join sqlite_schema m on m.name = s.name
       where coalesce(m.tbl_name, s.name) like 'search\\_%' escape '\\' group by 1 order by 2 desc`,
    )
    .all();
  database.close();
  return { bytes: statSync(file).size, index };
}
