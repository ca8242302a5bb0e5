import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Facet, FacetCount } from '../../search/search.ts';
import { FacetWords, levelsAbove, type CollectionPaths } from './facet-words.tsx';
import { searchParameters, withFilterToggled, type SearchRequest } from './search-request.ts';
import { useMessages } from '../interface.tsx';

/** So many values are seen at once; years and people may be hundreds. */
const SHOWN = 8;

/** What the results can be narrowed to: a column of links where there is room, else folded away under one heading. */
export function FacetList({
  facets,
  total,
  ...context
}: {
  facets: readonly Facet[];
  /** Documents found. */
  total: number;
  request: SearchRequest;
  paths: CollectionPaths;
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
  // One value that all have narrows nothing.
  const telling = facets.filter(
    ({ values: [first, ...others] }) =>
      others.length > 0 || (first !== undefined && (first.chosen || first.count < total)),
  );
  if (telling.length === 0) return null;
  return (
    <nav className="facets" aria-label={messages.search.narrow}>
      <details>
        <summary>{messages.search.narrow}</summary>
        <div className="facet-columns">
          {telling.map((facet) => (
            <OneFacet key={facet.facet} facet={facet} {...context} />
          ))}
        </div>
      </details>
    </nav>
  );
}

type Context = { request: SearchRequest; paths: CollectionPaths; urls: PublicUrls };

function OneFacet({ facet, ...context }: Context & { facet: Facet }): ReactElement {
  const messages = useMessages();
  const { values, more } = facet;
  const rest = values.slice(SHOWN);
  const list = (part: readonly FacetCount[]) => (
    <ul>
      {part.map((value) => (
        <FacetLink key={value.value} facet={facet.facet} value={value} {...context} />
      ))}
    </ul>
  );
  return (
    <div className="facet">
      <h2>{messages.search.facet[facet.facet]}</h2>
      {list(values.slice(0, SHOWN))}
      {rest.length === 0 ? null : (
        <details open={rest.some(({ chosen }) => chosen)}>
          <summary>{messages.search.moreValues(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
      {more === 0 ? null : <p className="facet-further">{messages.search.furtherValues(more)}</p>}
    </div>
  );
}

/** Adds a value or takes it away again. Crawlers would follow every combination, so they are asked not to. */
function FacetLink({
  facet,
  value,
  request,
  paths,
  urls,
}: Context & { facet: Facet['facet']; value: FacetCount }): ReactElement {
  const messages = useMessages();
  const above = facet === 'collection' ? levelsAbove(value.value, paths, messages) : '';
  const href = urls.searchPage(searchParameters(withFilterToggled(request, { facet, value: value.value })));
  return (
    <li>
      <a href={href} rel="nofollow" {...(value.chosen ? { 'aria-current': 'true' as const } : {})}>
        <span className="facet-value">
          <FacetWords facet={facet} value={value} paths={paths} />
          {above === '' ? null : <span className="facet-above">{above}</span>}
        </span>{' '}
        <span className="facet-count">{messages.number(value.count)}</span>
      </a>
    </li>
  );
}
