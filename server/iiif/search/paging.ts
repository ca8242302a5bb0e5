import type { PublicUrls, SearchScope } from '../../http/public-urls.ts';
import type { FoundHits } from './find-hits.ts';
import { parametersOf, type SearchRequest } from './request.ts';

/** Addresses of an answer and of its neighbours. */
export type Paging = {
  /** Of this page. */
  id: string;
  /** Of all pages together, which is none of them; absent where one page is all. */
  whole?: { id: string; first: string; last: string };
  prev?: string;
  next?: string;
};

export function pagingOf(
  { hasMore, lastPage }: Pick<FoundHits, 'hasMore' | 'lastPage'>,
  request: SearchRequest,
  { version, scope, urls }: { version: 1 | 2; scope: SearchScope; urls: PublicUrls },
): Paging {
  const parameters = parametersOf(request);
  const all = urls.search(version, scope, parameters);
  const { page } = request;
  if (page === 1 && !hasMore) return { id: all };
  const pageAt = (number: number) => urls.search(version, scope, { ...parameters, page: String(number) });
  return {
    id: pageAt(page),
    whole: { id: all, first: pageAt(1), last: pageAt(lastPage) },
    ...(page === 1 ? {} : { prev: pageAt(page - 1) }),
    ...(hasMore ? { next: pageAt(page + 1) } : {}),
  };
}
