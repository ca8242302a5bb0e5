import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import { searchParameters, USUAL_SIZE, type SearchRequest } from './search-request.ts';
import { useMessages } from '../interface.tsx';

/** Before and after the page that is shown; the first and the last are always there. */
const AROUND = 2;

export function SearchPager({
  request,
  total,
  urls,
}: {
  request: SearchRequest;
  total: number;
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
  const pages = Math.ceil(total / USUAL_SIZE);
  const { page } = request;
  if (pages < 2) return null;
  const to = (number: number) => urls.searchPage(searchParameters({ ...request, page: number }));
  return (
    <nav className="pager search-pager" aria-label={messages.search.pages}>
      {page === 1 ? null : (
        <a href={to(Math.min(page - 1, pages))} rel="prev">
          {messages.previous}
        </a>
      )}
      <ol>
        {numbers(page, pages).map((number) => (
          <li
            key={number}
            className={
              number < page - AROUND ? 'pager-first' : number > page + AROUND ? 'pager-last' : undefined
            }
          >
            <a
              href={to(number)}
              aria-label={messages.search.page(number)}
              {...(number === page ? { 'aria-current': 'page' as const } : {})}
            >
              {messages.number(number)}
            </a>
          </li>
        ))}
      </ol>
      {page >= pages ? null : (
        <a href={to(page + 1)} rel="next">
          {messages.next}
        </a>
      )}
    </nav>
  );
}

export function numbers(page: number, pages: number): number[] {
  const near = Array.from({ length: 2 * AROUND + 1 }, (_, index) => page - AROUND + index);
  return [...new Set([1, ...near.filter((number) => number > 0 && number <= pages), pages])].sort(
    (a, b) => a - b,
  );
}
