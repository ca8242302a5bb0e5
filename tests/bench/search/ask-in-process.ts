import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as OpenSearch from '../../../server/open-search.ts';
import type { Asker } from './readers.ts';

/** What `npm start` would run: threads start from what was built. */
const BUILT = join(import.meta.dirname, '../../../dist/server/open-search.js');

/** Asks as the server does, with no network between. */
export async function inProcessAsker(
  file: string,
  threads: number,
): Promise<{ ask: Asker; close: () => Promise<void> }> {
  const pool: unknown = await import(pathToFileURL(BUILT).href);
  if (!opensSearch(pool)) throw new Error(`${BUILT} is not what it was`);
  const search = pool.openSearch({ file, threads });
  return {
    ask: ({ kind, q, document, filters, from, to, sort }) => {
      if (kind === 'autocomplete') return search.terms({ q, scope: { kind: 'archive' }, limit: 10 });
      if (kind === 'in a document' && document !== undefined)
        return search.hits({ q, exact: false, scope: { kind: 'document', id: document }, page: 1 });
      if (kind === 'hits everywhere')
        return search.hits({ q, exact: false, scope: { kind: 'archive' }, page: 1 });
      return search.documents({
        q,
        exact: false,
        filters,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        sort,
        page: 1,
        // As the search page does.
        size: 10,
      });
    },
    close: () => search.close(),
  };
}

function opensSearch(value: unknown): value is typeof OpenSearch {
  return typeof value === 'object' && value !== null && 'openSearch' in value;
}
