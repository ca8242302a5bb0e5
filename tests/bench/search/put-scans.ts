import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { IngestedDocument, StoredDocument } from '../../../server/store/store.ts';
import { COLLECTIONS, collectionId } from './made-up-archive.ts';

const SCANS = 'scans';

/** Puts the document with the bench's scans, which another store knows, into this one too: a server then has tiles. */
export async function putScans(from: string, to: string): Promise<void> {
  const store = openSqliteStore(from);
  const document = await store.document(SCANS);
  await store.close();
  if (document === undefined) throw new Error(`${from} has no document ${SCANS}`);
  const target = openSqliteStore(to);
  await target.putDocument(ingested(document));
  await target.close();
}

function ingested({ id, record, pages }: StoredDocument): IngestedDocument {
  const collection = collectionId(COLLECTIONS - 1);
  return {
    id,
    collection,
    folder: `manifests/${id}`,
    position: 0,
    record,
    pages,
    texts: [],
    fingerprint: '',
    problems: [],
  };
}
