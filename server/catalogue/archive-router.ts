import { Router } from 'express';
import { DatesPage } from './dates-page.tsx';
import { renderPage } from './layout.tsx';
import { siteOf, type CatalogueServices } from './lookup.ts';
import { sendPage } from './send-page.ts';

/** What is of the archive as a whole, beside its front door: `/dates`. */
export function archiveRouter(services: CatalogueServices): Router {
  const { search } = services;
  const router = Router();

  router.get('/dates', async (_request, response) => {
    const [site, answer] = await Promise.all([siteOf(services), search.years()]);
    sendPage(response, renderPage(DatesPage({ site, answer })));
  });

  return router;
}
