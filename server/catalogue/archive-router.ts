import { Router } from 'express';
import { AboutPage } from './about-page.tsx';
import { crawlerRouter } from './crawler-router.ts';
import { DatesPage } from './dates-page.tsx';
import { collectionOf, siteOf, type CatalogueServices } from './lookup.ts';
import { identifierParameter, oneParameter } from './parameters.ts';
import { sendPage } from './send-page.ts';
import { UndatedPage } from './undated-page.tsx';

const UNDATED_AT_ONCE = 48;

/** What is of the archive as a whole, beside its front door: `/dates`, `/dates/undated`, `/about`, and what programs follow it by. */
export function archiveRouter(services: CatalogueServices): Router {
  const { search, store, urls } = services;
  const router = Router();
  router.use(crawlerRouter(services));

  router.get('/dates', async (request, response) => {
    const [site, answer] = await Promise.all([siteOf(services), search.years()]);
    sendPage(request, response, services, DatesPage, { site, answer });
  });

  router.get('/dates/undated', async (request, response) => {
    const after = identifierParameter(oneParameter(request.query.after, 'after'), 'after');
    const first = after === undefined;
    const [site, found] = await Promise.all([
      siteOf(services),
      store.undatedDocuments({ ...(first ? {} : { after }), limit: UNDATED_AT_ONCE + 1 }),
    ]);
    const documents = found.slice(0, UNDATED_AT_ONCE);
    const last = found.length > documents.length ? documents.at(-1) : undefined;
    const next = last === undefined ? undefined : urls.undated(last.id);
    sendPage(request, response, services, UndatedPage, { site, documents, next, first });
  });

  router.get('/about', async (request, response) => {
    const [site, root, [example]] = await Promise.all([
      siteOf(services),
      collectionOf(store, 'top'),
      store.recentDocuments(1),
    ]);
    sendPage(request, response, services, AboutPage, { site, root, example });
  });

  return router;
}
