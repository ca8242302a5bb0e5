import { Router } from 'express';
import type { AuthorityKind } from '../model/authority.ts';
import { AuthorityListPage } from './authority-list-page.tsx';
import { AuthorityPage } from './authority-page.tsx';
import { renderPage } from './layout.tsx';
import { authorityOf, siteOf, type CatalogueServices } from './lookup.ts';
import { identifierParameter, oneParameter, positionParameter } from './parameters.ts';
import { sendPage } from './send-page.ts';

const AUTHORITIES_AT_ONCE = 200;
const DOCUMENTS_AT_ONCE = 48;

/** The pages of people and places: `/people`, `/people/{p}`, `/places`, `/places/{p}`. */
export function authorityRouter(services: CatalogueServices): Router {
  const router = Router();
  addRoutes(router, 'person', 'people', services);
  addRoutes(router, 'place', 'places', services);
  return router;
}

function addRoutes(
  router: Router,
  kind: AuthorityKind,
  path: 'people' | 'places',
  services: CatalogueServices,
): void {
  const { store, urls } = services;

  router.get(`/${path}`, async (request, response) => {
    const after = positionParameter(oneParameter(request.query.after, 'after'));
    const first = after === undefined;
    const [site, counts, found] = await Promise.all([
      siteOf(services),
      store.authorityCounts(),
      store.authoritySummaries(kind, { ...(first ? {} : { after }), limit: AUTHORITIES_AT_ONCE + 1 }),
    ]);
    const authorities = found.slice(0, AUTHORITIES_AT_ONCE);
    const last = found.length > authorities.length ? authorities.at(-1) : undefined;
    const next = last === undefined ? undefined : `${urls.authorityList(kind)}?after=${last.position}`;
    const page = { site, kind, count: counts[kind], authorities, next, first };
    sendPage(response, renderPage(AuthorityListPage(page)));
  });

  router.get(`/${path}/:id`, async (request, response) => {
    const after = identifierParameter(oneParameter(request.query.after, 'after'), 'after');
    const authority = await authorityOf(store, kind, request.params.id);
    const first = after === undefined;
    const [site, count, found] = await Promise.all([
      siteOf(services),
      store.countNaming(kind, authority.id),
      store.documentsNaming(kind, authority.id, {
        ...(first ? {} : { after }),
        limit: DOCUMENTS_AT_ONCE + 1,
      }),
    ]);
    const documents = found.slice(0, DOCUMENTS_AT_ONCE);
    const last = found.length > documents.length ? documents.at(-1) : undefined;
    const next =
      last === undefined ? undefined : `${urls.authorityPage(kind, authority.id)}?after=${last.id}`;
    const page = { site, authority, count, documents, next, first, inTexts: [] };
    sendPage(response, renderPage(AuthorityPage(page)));
  });
}
