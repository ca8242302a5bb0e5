import type { ReactElement, ReactNode } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Facet } from '../../search/search.ts';
import { FacetWords, plainFacetWords, type CollectionPaths } from './facet-words.tsx';
import { searchParameters, withFilterToggled, type Filter, type SearchRequest } from './search-request.ts';
import { useMessages } from '../interface.tsx';
import type { Messages } from '../messages/messages.ts';

/** What the results are narrowed to, each with a way out of it. */
export function ChosenFilters({
  request,
  facets,
  paths,
  urls,
}: {
  request: SearchRequest;
  facets: readonly Facet[];
  paths: CollectionPaths;
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
  const { search } = messages;
  const { filters, from, to } = request;
  const count = filters.length + (from === undefined && to === undefined ? 0 : 1);
  if (count === 0) return null;
  const dates = datesOf(request, messages);
  return (
    <div className="chosen">
      <span className="chosen-label" id="chosen">
        {search.filters}
      </span>
      <ul aria-labelledby="chosen">
        {filters.map((filter) => {
          const { facet } = filter;
          const value = labelled(filter, facets);
          return (
            <Chosen
              key={`${facet} ${filter.value}`}
              label={search.removeFilter(search.facet[facet], plainFacetWords(facet, value, paths, messages))}
              href={urls.searchPage(searchParameters(withFilterToggled(request, filter)))}
            >
              {search.facet[facet]}: <FacetWords facet={facet} value={value} paths={paths} />
            </Chosen>
          );
        })}
        {dates === '' ? null : (
          <Chosen
            label={search.removeFilter(search.dated, dates)}
            href={urls.searchPage(searchParameters(withoutDates(request)))}
          >
            {search.dated}: {dates}
          </Chosen>
        )}
      </ul>
      {count > 1 ? (
        <a
          className="chosen-none"
          href={urls.searchPage(searchParameters(withoutFilters(request)))}
          rel="nofollow"
        >
          {search.removeAll}
        </a>
      ) : null}
    </div>
  );
}

function Chosen({
  href,
  label,
  children,
}: {
  href: string;
  label: string;
  children: ReactNode;
}): ReactElement {
  const messages = useMessages();
  return (
    <li>
      <a href={href} rel="nofollow" title={label}>
        {children} <span aria-hidden="true">×</span>
        <span className="unseen"> ({messages.search.remove})</span>
      </a>
    </li>
  );
}

export function withoutDates({ q, exact, filters, sort }: SearchRequest): SearchRequest {
  return { q, exact, filters, sort, page: 1 };
}

export function withoutFilters({ q, exact, sort }: SearchRequest): SearchRequest {
  return { q, exact, filters: [], sort, page: 1 };
}

/** A filter with the label that its facet gives it. */
export function labelled(
  filter: Filter,
  facets: readonly Facet[],
): Pick<Facet['values'][number], 'value' | 'label'> {
  const values = facets.find(({ facet }) => facet === filter.facet)?.values ?? [];
  return values.find(({ value }) => value === filter.value) ?? { value: filter.value };
}

function datesOf({ from, to }: SearchRequest, messages: Messages): string {
  const { search } = messages;
  return [
    ...(from === undefined ? [] : [search.datedFrom(from)]),
    ...(to === undefined ? [] : [search.datedTo(to)]),
  ].join(' ');
}
