import { Router } from 'express';
import { preferredName, type Authority, type AuthorityKind } from '../model/authority.ts';
import { AuthorityListPage } from './authority-list-page.tsx';
import { AuthorityPage } from './authority-page.tsx';
import { authorityOf, siteOf, type CatalogueServices } from './lookup.ts';
import { identifierParameter, oneParameter, positionParameter } from './parameters.ts';
import { sendPage } from './send-page.ts';
import type { TextMention } from './text-mentions.tsx';

const AUTHORITIES_AT_ONCE = 200;
const DOCUMENTS_AT_ONCE = 48;
const DOCUMENTS_IN_TEXTS = 12;

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
    sendPage(request, response, services, AuthorityListPage, page);
  });

  router.get(`/${path}/:id`, async (request, response) => {
    const after = identifierParameter(oneParameter(request.query.after, 'after'), 'after');
    const authority = await authorityOf(store, kind, request.params.id);
    const first = after === undefined;
    const [site, count, found, inTexts] = await Promise.all([
      siteOf(services),
      store.countNaming(kind, authority.id),
      store.documentsNaming(kind, authority.id, {
        ...(first ? {} : { after }),
        limit: DOCUMENTS_AT_ONCE + 1,
      }),
      first ? mentionsOf(authority, services) : [],
    ]);
    const documents = found.slice(0, DOCUMENTS_AT_ONCE);
    const last = found.length > documents.length ? documents.at(-1) : undefined;
    const next =
      last === undefined ? undefined : `${urls.authorityPage(kind, authority.id)}?after=${last.id}`;
    const page = { site, authority, count, documents, next, first, inTexts };
    sendPage(request, response, services, AuthorityPage, page);
  });
}

/** Lines of texts that have the name in any of its forms: the best one of each document. */
async function mentionsOf(authority: Authority, { search, urls }: CatalogueServices): Promise<TextMention[]> {
  const name = preferredName(authority, 'en').replaceAll('"', '');
  const { results } = await search.documents({
    ...{ q: `"${name}"`, exact: false, filters: [], sort: 'relevance', page: 1, size: DOCUMENTS_IN_TEXTS },
  });
  return results.flatMap(({ document, record, passages }) => {
    const [passage] = passages.filter(({ page }) => page !== undefined);
    if (passage?.page === undefined) return [];
    const { page, text, segment, language, snippet } = passage;
    return [
      {
        address: urls.readSegment(document, page.id, text, segment),
        title: record.title,
        folio: page.folio,
        words: snippet.map((part) => part.text).join(''),
        language,
      },
    ];
  });
}
