import { Router, type Request } from 'express';
import { anyOrigin } from '../../http/any-origin.ts';
import type { DocumentsAnswer } from '../../search/search.ts';
import type { Store } from '../../store/store.ts';
import { siteOf, type CatalogueServices } from '../lookup.ts';
import { oneParameter } from '../parameters.ts';
import { sendPage } from '../send-page.ts';
import type { CollectionPaths } from './facet-words.tsx';
import { openSearch, OPEN_SEARCH_TYPE } from './open-search.ts';
import { searchCsv } from './search-csv.ts';
import { searchJson } from './search-json.ts';
import { SearchPage } from './search-page.tsx';
import {
  documentsRequest,
  parseSearchRequest,
  sizeParameter,
  USUAL_SIZE,
  type SearchRequest,
} from './search-request.ts';

/** `/search` for people, `/search.json` and `/search.csv` for programs, and `/opensearch.xml`, which tells of them. */
export function searchRouter(services: CatalogueServices): Router {
  const { store, search, urls } = services;
  const router = Router();

  router.get('/search', async (request, response) => {
    const asked = parseSearchRequest(request.query);
    const [site, answer] = await Promise.all([
      siteOf(services),
      search.documents(documentsRequest(asked, USUAL_SIZE)),
    ]);
    const paths = await pathsOf(answer, asked, store);
    sendPage(request, response, services, SearchPage, { site, request: asked, answer, paths });
  });

  const forPrograms = async (request: Request) => {
    const asked = parseSearchRequest(request.query);
    const size = sizeParameter(oneParameter(request.query.size, 'size'));
    return { asked, size, answer: await search.documents(documentsRequest(asked, size)) };
  };

  router.get('/search.json', anyOrigin, async (request, response) => {
    const { asked, size, answer } = await forPrograms(request);
    response.set('Cache-Control', 'no-cache').json(searchJson(asked, size, answer, urls));
  });

  router.get('/search.csv', anyOrigin, async (request, response) => {
    const { answer } = await forPrograms(request);
    response
      .set('Cache-Control', 'no-cache')
      .set('Content-Disposition', 'attachment; filename="search.csv"')
      .type('text/csv; charset=utf-8; header=present')
      .send(searchCsv(answer, urls));
  });

  router.get('/opensearch.xml', async (_request, response) => {
    const site = await siteOf(services);
    response
      .set('Cache-Control', 'no-cache')
      .type(`${OPEN_SEARCH_TYPE}; charset=utf-8`)
      .send(openSearch(site));
  });

  return router;
}

/** A collection is named with the levels above it. */
async function pathsOf(
  { facets }: DocumentsAnswer,
  { filters }: SearchRequest,
  store: Store,
): Promise<CollectionPaths> {
  const values = facets.find(({ facet }) => facet === 'collection')?.values ?? [];
  const ids = new Set([
    ...values.map(({ value }) => value),
    ...filters.filter(({ facet }) => facet === 'collection').map(({ value }) => value),
  ]);
  return new Map(await Promise.all([...ids].map(async (id) => [id, await store.path(id)] as const)));
}
