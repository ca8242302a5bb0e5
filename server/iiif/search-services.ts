import type { PublicUrls, SearchScope } from '../http/public-urls.ts';
import { ROOT } from './find-collection.ts';

/** Content Search 2.0 §3. */
type SearchService2 = {
  id: string;
  type: 'SearchService2';
  service: [{ id: string; type: 'AutoCompleteService2' }];
};

/** Content Search 1.0 §3.1 and §4.1, as Presentation API 3.0 has services of earlier APIs. */
type SearchService1 = {
  '@id': string;
  '@type': 'SearchService1';
  profile: 'http://iiif.io/api/search/1/search';
  service: [
    { '@id': string; '@type': 'AutoCompleteService1'; profile: 'http://iiif.io/api/search/1/autocomplete' },
  ];
};

export type SearchServices = [SearchService2, SearchService1];

/**
 * Where a document, a collection or all is searched. Mirador 4.0 asks version 1 only, other viewers version 2 only;
 * Clover takes the first. The contexts of both belong to the answers: one inside `service` breaks parsers, and the
 * official schema takes neither a label that is no language map nor an inner service that is no list.
 */
export function searchServices(scope: SearchScope, urls: PublicUrls): SearchServices {
  return [
    {
      id: urls.search(2, scope),
      type: 'SearchService2',
      service: [{ id: urls.autocomplete(2, scope), type: 'AutoCompleteService2' }],
    },
    {
      '@id': urls.search(1, scope),
      '@type': 'SearchService1',
      profile: 'http://iiif.io/api/search/1/search',
      service: [
        {
          '@id': urls.autocomplete(1, scope),
          '@type': 'AutoCompleteService1',
          profile: 'http://iiif.io/api/search/1/autocomplete',
        },
      ],
    },
  ];
}

/** What lies in the collection that holds all others is all. */
export function collectionScope(id: string): SearchScope {
  return id === ROOT ? { kind: 'archive' } : { kind: 'collection', id };
}
