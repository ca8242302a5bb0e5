import type { PublicUrls, SearchScope } from '../../../http/public-urls.ts';
import type { TermsAnswer } from '../../../search/search.ts';
import { SEARCH_1 } from '../../context.ts';
import { parametersOf, type SearchRequest } from '../request.ts';

export type TermList = {
  '@context': typeof SEARCH_1;
  '@id': string;
  '@type': 'search:TermList';
  ignored?: readonly string[];
  terms: { match: string; url: string; count?: number }[];
};

/** Words to search for: Content Search 1.0 §4.3. */
export function termList(
  { terms }: TermsAnswer,
  request: Pick<SearchRequest, 'q' | 'motivations' | 'ignored'>,
  { scope, urls }: { scope: SearchScope; urls: PublicUrls },
): TermList {
  return {
    '@context': SEARCH_1,
    '@id': urls.autocomplete(1, scope, parametersOf(request)),
    '@type': 'search:TermList',
    ...(request.ignored.length === 0 ? {} : { ignored: request.ignored }),
    terms: terms.map(({ term, documents }) => ({
      match: term,
      url: urls.search(1, scope, parametersOf({ ...request, q: term })),
      // In one document that is 1, and says nothing of how often the word stands there.
      ...(documents === undefined || scope.kind === 'document' ? {} : { count: documents }),
    })),
  };
}
