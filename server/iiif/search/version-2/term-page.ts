import type { PublicUrls, SearchScope } from '../../../http/public-urls.ts';
import type { TermsAnswer } from '../../../search/search.ts';
import { SEARCH_2 } from '../../context.ts';
import { parametersOf, type SearchRequest } from '../request.ts';

export type TermPage = {
  '@context': typeof SEARCH_2;
  id: string;
  type: 'TermPage';
  ignored?: readonly string[];
  items: { value: string }[];
};

/**
 * Words to search for: Content Search 2.0 §5.2. Without `total`, which is how often a word occurs; we know in how many
 * documents it does.
 */
export function termPage(
  { terms }: TermsAnswer,
  request: Pick<SearchRequest, 'q' | 'motivations' | 'ignored'>,
  { scope, urls }: { scope: SearchScope; urls: PublicUrls },
): TermPage {
  return {
    '@context': SEARCH_2,
    id: urls.autocomplete(2, scope, parametersOf(request)),
    type: 'TermPage',
    ...(request.ignored.length === 0 ? {} : { ignored: request.ignored }),
    items: terms.map(({ term }) => ({ value: term })),
  };
}
