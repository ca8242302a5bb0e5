import { Router, type Response } from 'express';
import { anyOrigin } from '../http/any-origin.ts';
import { feed, FEED_TYPE } from './feed.ts';
import { siteOf, type CatalogueServices } from './lookup.ts';
import { identifierParameter, oneParameter, positionParameter } from './parameters.ts';
import { robots } from './robots.ts';
import { ADDRESSES_A_PART, sitemap, sitemapIndex, type SitemapEntry } from './sitemap.ts';
import { authorityEntries, pageEntries, partAddresses, publishedEntries } from './sitemap-parts.ts';

const ENTRIES = 50;

/** For programs that follow what is published: `/feed.atom`, `/sitemap.xml` and its parts, `/robots.txt`. */
export function crawlerRouter(services: CatalogueServices): Router {
  const { store, urls } = services;
  const router = Router();

  router.get('/feed.atom', anyOrigin, async (_request, response) => {
    const [site, recent] = await Promise.all([siteOf(services), store.recentDocuments(ENTRIES)]);
    sendFile(response, `${FEED_TYPE}; charset=utf-8`, feed(site, recent));
  });

  router.get('/robots.txt', (_request, response) => {
    sendFile(response, 'text/plain; charset=utf-8', robots(urls));
  });

  router.get('/sitemap.xml', async (_request, response) => {
    sendFile(response, XML, sitemapIndex(await partAddresses(services, ADDRESSES_A_PART)));
  });

  router.get('/sitemap-pages.xml', async (_request, response) => {
    sendPart(response, await pageEntries(services));
  });

  for (const name of ['documents', 'collections'] as const) {
    router.get(`/sitemap-${name}.xml`, async (request, response) => {
      const after = identifierParameter(oneParameter(request.query.after, 'after'), 'after');
      const options = { ...(after === undefined ? {} : { after }), limit: ADDRESSES_A_PART };
      sendPart(response, await publishedEntries(services, name, options));
    });
  }

  for (const name of ['people', 'places'] as const) {
    router.get(`/sitemap-${name}.xml`, async (request, response) => {
      const after = positionParameter(oneParameter(request.query.after, 'after'));
      const options = { ...(after === undefined ? {} : { after }), limit: ADDRESSES_A_PART };
      sendPart(response, await authorityEntries(services, name, options));
    });
  }

  return router;
}

const XML = 'application/xml; charset=utf-8';

function sendPart(response: Response, entries: readonly SitemapEntry[]): void {
  sendFile(response, XML, sitemap(entries));
}

/** Express adds the ETag, and answers 304 to its holder. */
function sendFile(response: Response, contentType: string, content: string): void {
  response.set('Cache-Control', 'no-cache').type(contentType).send(content);
}
