import compression from 'compression';
import { Router, type Request } from 'express';
import type { PublicUrls, SearchScope } from '../../http/public-urls.ts';
import type { Search } from '../../search/search.ts';
import type { Store } from '../../store/store.ts';
import { sendUnkept } from '../unkept-response.ts';
import { findHits } from './find-hits.ts';
import { findScope, movedTo, SCOPE_PATHS } from './find-scope.ts';
import { findTerms } from './find-terms.ts';
import { contentTypeFor } from './form.ts';
import { rolesOf1, rolesOf2 } from './motivated-roles.ts';
import { readSearchRequest, readTermsRequest } from './request.ts';
import { resultList } from './version-1/annotation-list.ts';
import { termList } from './version-1/term-list.ts';
import { resultPage } from './version-2/annotation-page.ts';
import { termPage } from './version-2/term-page.ts';

type Services = {
  store: Pick<Store, 'document' | 'currentDocumentId' | 'path'>;
  search: Pick<Search, 'hits' | 'terms'>;
  urls: PublicUrls;
};

const VERSIONS = {
  1: { rolesOf: rolesOf1, tellHits: resultList, tellTerms: termList },
  2: { rolesOf: rolesOf2, tellHits: resultPage, tellTerms: termPage },
} as const;

/**
 * Content Search 2.0 and 1.0, each with its autocomplete: below `/iiif/search/{version}` for the archive, for a document
 * and for a collection. Answers are not kept: hardly anyone asks the same twice.
 */
export function searchRouter({ store, search, urls }: Services): Router {
  const router = Router({ caseSensitive: true, strict: true });

  const offer = (
    version: 1 | 2,
    service: '' | '/autocomplete',
    answer: (query: Request['query'], scope: SearchScope) => Promise<object>,
  ) => {
    for (const path of SCOPE_PATHS) {
      router.get(`/iiif/search/${version}${path}${service}`, compression(), async (request, response) => {
        const scope = await findScope(store, request.params);
        const formerId = request.params.document;
        if (formerId !== undefined && scope.kind === 'document' && scope.id !== formerId) {
          const query = /\?.*/.exec(request.originalUrl)?.[0] ?? '';
          const autocomplete = service !== '';
          response.redirect(308, movedTo(scope, { version, autocomplete, query }, urls));
          return;
        }
        const told = await answer(request.query, scope);
        sendUnkept(response, told, contentTypeFor(request.headers.accept, version));
      });
    }
  };

  for (const version of [1, 2] as const) {
    const { rolesOf, tellHits, tellTerms } = VERSIONS[version];
    offer(version, '', async (query, scope) => {
      const request = readSearchRequest(query);
      const found = await findHits(search, request, scope, rolesOf(request.motivations));
      return tellHits(found, request, { scope, urls });
    });
    offer(version, '/autocomplete', async (query, scope) => {
      const request = readTermsRequest(query);
      const found = await findTerms(search, request.q, scope, rolesOf(request.motivations));
      return tellTerms(found, request, { scope, urls });
    });
  }
  return router;
}
