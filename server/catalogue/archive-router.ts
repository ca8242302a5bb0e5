import { Router } from 'express';
import { AboutPage } from './about-page.tsx';
import { crawlerRouter } from './crawler-router.ts';
import { DatesPage } from './dates-page.tsx';
import { renderPage } from './layout.tsx';
import { collectionOf, siteOf, type CatalogueServices } from './lookup.ts';
import { sendPage } from './send-page.ts';

/** What is of the archive as a whole, beside its front door: `/dates`, `/about`, and what programs follow it by. */
export function archiveRouter(services: CatalogueServices): Router {
  const { search, store } = services;
  const router = Router();
  router.use(crawlerRouter(services));

  router.get('/dates', async (_request, response) => {
    const [site, answer] = await Promise.all([siteOf(services), search.years()]);
    sendPage(response, renderPage(DatesPage({ site, answer })));
  });

  router.get('/about', async (_request, response) => {
    const [site, root] = await Promise.all([siteOf(services), collectionOf(store, 'top')]);
    sendPage(response, renderPage(AboutPage({ site, root })));
  });

  return router;
}
