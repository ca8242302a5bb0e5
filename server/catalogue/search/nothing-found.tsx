import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Facet } from '../../search/search.ts';
import { labelled, withoutDates, withoutFilters } from './chosen-filters.tsx';
import { plainFacetWords, type CollectionPaths } from './facet-words.tsx';
import { searchParameters, withFilterToggled, type SearchRequest } from './search-request.ts';
import { useMessages } from '../interface.tsx';
import type { Messages } from '../messages/messages.ts';

const FILTERS_AT_MOST = 6;

/** Every way on from a search that found nothing, each a link that tries it. */
export function NothingFound({
  request,
  facets,
  paths,
  urls,
}: {
  request: SearchRequest;
  facets: readonly Facet[];
  paths: CollectionPaths;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const { search } = messages;
  return (
    <div className="nothing">
      <p>{search.nothingHow}</p>
      <ul>
        {waysOn(request, facets, paths, messages).map(([words, next]) => (
          <li key={words}>
            <a href={urls.searchPage(searchParameters({ ...next, page: 1 }))} rel="nofollow">
              {words}
            </a>
          </li>
        ))}
        <li>
          <a href={urls.searchPage()}>{search.browse}</a>
        </li>
      </ul>
    </div>
  );
}

function waysOn(
  request: SearchRequest,
  facets: readonly Facet[],
  paths: CollectionPaths,
  messages: Messages,
): (readonly [string, SearchRequest])[] {
  const { search } = messages;
  const { q, exact, filters, from, to } = request;
  const plain = q.split(/\s+/).filter((word) => /^[\p{L}\p{N}]+$/u.test(word) && !OPERATORS.has(word));
  const isPlain = q !== '' && plain.join(' ') === q.replace(/\s+/g, ' ');
  const isDated = from !== undefined || to !== undefined;
  return [
    ...filters.slice(0, FILTERS_AT_MOST).map((filter) => {
      const words = plainFacetWords(filter.facet, labelled(filter, facets), paths, messages);
      return [search.without(search.facet[filter.facet], words), withFilterToggled(request, filter)] as const;
    }),
    ...(isDated ? [[search.withoutDates, withoutDates(request)] as const] : []),
    ...(filters.length + (isDated ? 1 : 0) > 1
      ? [[search.withoutAny, withoutFilters(request)] as const]
      : []),
    ...(exact ? [[search.withOtherForms, { ...request, exact: false }] as const] : []),
    ...(isPlain && plain.length > 1
      ? [[search.anyOfThem(plain.join(' OR ')), { ...request, q: plain.join(' OR ') }] as const]
      : []),
    ...(isPlain && plain.length === 1 && q.length > SHORTEST
      ? [[search.asBeginning(beginning(q)), { ...request, q: beginning(q) }] as const]
      : []),
  ];
}

const OPERATORS = new Set(['AND', 'OR', 'NOT']);
const SHORTEST = 4;

/** Without the last letters, in which the forms of a word differ. */
function beginning(word: string): string {
  const letters = Array.from(word);
  return `${letters.slice(0, Math.max(SHORTEST, letters.length - 3)).join('')}*`;
}
