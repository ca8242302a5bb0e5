import { openDatabase } from '../../server/store/sqlite/driver.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { ingestedDocument } from './stored-document.ts';

/**
 * Puts documents without pages into a collection: `letter-1`, the archive's last, to `letter-{count}`, its first.
 * All but one are copied within the file of the store, which is much quicker than to put each.
 */
export async function putLetters(file: string, collection: string, count: number): Promise<void> {
  const store = openSqliteStore(file);
  await store.putDocument(ingestedDocument({ id: 'letter-1', collection, position: count - 1, pages: [] }));
  await store.close();
  const database = openDatabase(file);
  database
    .prepare<never>(
      `with recursive numbers(number) as (select 2 union all select number + 1 from numbers where number < ?1)
       insert into documents (id, collection, folder, position, state, record, fingerprint, problems, created, updated)
       select 'letter-' || number, collection, folder, ?1 - number, state, record, fingerprint, problems, created,
         updated
       from numbers join documents where id = 'letter-1'`,
    )
    .run(count);
  database.close();
}
