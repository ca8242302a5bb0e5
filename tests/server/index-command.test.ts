import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { indexDocuments } from '../../server/index-command.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { ingestedDocument } from '../support/stored-document.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('indexes what is not indexed, or everything, and tells how many documents that were', async () => {
  const store = openSqliteStore(join(temporaryFolder(), 'store.sqlite'));
  onTestFinished(() => store.close());
  for (const id of ['a', 'b']) await store.putDocument({ ...ingestedDocument(), id });
  expect(await indexDocuments(store, { all: false, stream: process.stderr })).toBe(0);
  expect(await indexDocuments(store, { all: true, stream: process.stderr })).toBe(2);
  await store.retireDocument('a');
  expect(await indexDocuments(store, { all: true, stream: process.stderr })).toBe(1);
});
