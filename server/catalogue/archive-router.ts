import { Router } from 'express';
import { AboutPage } from './about-page.tsx';
import { crawlerRouter } from './crawler-router.ts';
import { DatesPage } from './dates-page.tsx';
import { collectionOf, siteOf, type CatalogueServices } from './lookup.ts';
import { sendPage } from './send-page.ts';

/** What is of the archive as a whole, beside its front door: `/dates`, `/about`, and what programs follow it by. */
export function archiveRouter(services: CatalogueServices): Router {
  const { search, store } = services;
  const router = Router();
  router.use(crawlerRouter(services));

  router.get('/dates', async (request, response) => {
    const [site, answer] = await Promise.all([siteOf(services), search.years()]);
    sendPage(request, response, services, DatesPage, { site, answer });
  });

  router.get('/about', async (request, response) => {
    const [site, root] = await Promise.all([siteOf(services), collectionOf(store, 'top')]);
    sendPage(request, response, services, AboutPage, { site, root });
  });

  return router;
}
