import type { ReactElement } from 'react';
import type { DocumentsAnswer, SearchNote } from '../../search/search.ts';
import type { Site } from '../assets.ts';
import { Layout } from '../layout.tsx';
import { ChosenFilters } from './chosen-filters.tsx';
import { FacetList } from './facet-list.tsx';
import type { CollectionPaths } from './facet-words.tsx';
import { FoundDocument } from './found-document.tsx';
import { NothingFound } from './nothing-found.tsx';
import { SearchForm } from './search-form.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchPager } from './search-pager.tsx';
import { isEmpty, searchParameters, type SearchRequest } from './search-request.ts';
import { WidenedNames } from './widened-names.tsx';
import { useMessages } from '../interface.tsx';
import type { Messages } from '../messages/messages.ts';

/** Original and translation at once, with the hit on the paper: a page whose whole state is its address. */
export function SearchPage({
  site,
  request,
  answer,
  paths,
}: {
  site: Site;
  request: SearchRequest;
  answer: DocumentsAnswer;
  paths: CollectionPaths;
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  const { search } = messages;
  const { results, facets, names, notes, total } = answer;
  const context = { request, facets, paths, urls };
  return (
    <Layout
      site={site}
      title={search.titleOf(request.q, request.page)}
      hasOwnSearch
      // A search is made by who wants it: engines that index results would index every combination.
      head={isEmpty(request) && request.page === 1 ? null : <meta name="robots" content="noindex" />}
    >
      <div className="search">
        <SearchForm request={request} urls={urls} />
        <SearchHelp urls={urls} open={isEmpty(request) && request.page === 1} />
        <div className="search-outcome">
          <Heading request={request} total={total} />
          <ChosenFilters {...context} />
          <Notes notes={notes} />
          {request.q === '' ? null : <WidenedNames names={names} request={request} urls={urls} />}
        </div>
        <div className="search-body">
          <FacetList {...context} total={total} />
          <div className="search-results">
            {results.length > 0 ? (
              <ol className="found-list" aria-label={search.results}>
                {results.map((result) => (
                  <FoundDocument key={result.document} {...{ result, request, urls }} />
                ))}
              </ol>
            ) : total === 0 ? (
              <NothingFound {...context} />
            ) : (
              <p className="nothing">
                {search.noSuchPage(request.page)}{' '}
                <a href={urls.searchPage(searchParameters({ ...request, page: 1 }))}>{search.firstPage}</a>
              </p>
            )}
            <SearchPager request={request} total={total} urls={urls} />
            <p className="search-programs">
              {search.forPrograms}{' '}
              <a href={urls.searchPage(searchParameters(request), '.json')} rel="nofollow">
                {search.json}
              </a>
              ,{' '}
              <a href={urls.searchPage(searchParameters(request), '.csv')} rel="nofollow">
                {search.csv}
              </a>
            </p>
          </div>
        </div>
      </div>
    </Layout>
  );
}

/** How many, and for what: the first thing that is read out. */
function Heading({ request, total }: { request: SearchRequest; total: number }): ReactElement {
  const messages = useMessages();
  const { search } = messages;
  if (request.q === '') {
    return <h1>{isEmpty(request) && total > 0 ? search.allDocuments(total) : search.documents(total)}</h1>;
  }
  return (
    <h1>
      {total === 0 ? search.nothingFor : search.documents(total)} {search.resultsFor}{' '}
      <q>
        <bdi>{request.q}</bdi>
      </q>
    </h1>
  );
}

function Notes({ notes }: { notes: readonly SearchNote[] }): ReactElement | null {
  const messages = useMessages();
  if (notes.length === 0) return null;
  return (
    <ul className="search-notes">
      {notes.map((note, index) => (
        <li key={index}>{noteWords(note, messages)}</li>
      ))}
    </ul>
  );
}

function noteWords(note: SearchNote, messages: Messages): string {
  const about = 'field' in note ? note.field : 'text' in note ? note.text : '';
  return messages.search.note[note.kind](about);
}
