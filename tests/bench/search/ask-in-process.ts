import { openSearch } from '../../../server/search/open-search.ts';
import type { Asker } from './readers.ts';

/** Asks as the server does, with no network between. */
export async function inProcessAsker(file: string): Promise<{ ask: Asker; close: () => Promise<void> }> {
  const search = await openSearch({ file });
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
        size: 20,
      });
    },
    close: () => search.close(),
  };
}
