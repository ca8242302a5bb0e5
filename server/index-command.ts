import { ProgressBar } from './progress-bar.ts';
import type { Store } from './store/store.ts';

/**
 * Writes anew what search knows, document by document, while others go on searching. If it is cut off, those that
 * are done are done.
 *
 * @param all also of those that search knows as they are.
 * @returns how many documents.
 */
export async function indexDocuments(
  store: Store,
  { all, stream }: { all: boolean; stream: NodeJS.WriteStream },
): Promise<number> {
  const ids = await store.documentsToIndex({ all });
  const bar = new ProgressBar(stream);
  bar.total(ids.length);
  try {
    for (const id of ids) {
      await store.indexDocument(id);
      bar.step(true);
    }
  } finally {
    bar.end();
  }
  return ids.length;
}
