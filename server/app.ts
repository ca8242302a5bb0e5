import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import type { Logger } from 'pino';
import type { Assets } from './catalogue/assets.ts';
import { errorPage } from './catalogue/error-page.tsx';
import { siteOf } from './catalogue/lookup.ts';
import { catalogueHeaders } from './catalogue/page-headers.ts';
import { catalogueRouter } from './catalogue/router.ts';
import { interfaceFor } from './catalogue/send-page.ts';
import { exportsRouter } from './exports/router.ts';
import { anyOrigin } from './http/any-origin.ts';
import { failureBody, statusOf } from './http/failure-response.ts';
import type { PublicUrls } from './http/public-urls.ts';
import { presentationRouter } from './iiif/presentation/router.ts';
import { searchRouter } from './iiif/search/router.ts';
import { Failure } from './model/failure.ts';
import { forwardSearches } from './forward-searches.ts';
import type { SearchThreads } from './search/search-pool.ts';
import type { Search } from './search/search.ts';
import type { Store } from './store/store.ts';

type Services = {
  store: Store;
  search: Search;
  log: Logger;
  urls: PublicUrls;
  assets: Assets;
  assetFolder: string;
  /** Answers what is all about searching; this thread does so itself where there is none. */
  threads?: Pick<SearchThreads, 'page'> | undefined;
  /** Whether pages can be had in the language of tests. */
  pseudoLocale?: boolean | undefined;
};

/** Everything that Express serves; images are answered before it, in `listener.ts`. */
export function createApp(services: Services): Express {
  const { store, search, urls, assets, assetFolder, threads, pseudoLocale } = services;
  const app = express();
  app.disable('x-powered-by');
  app.use(readOnly);
  app.use('/iiif', anyOrigin);
  if (threads !== undefined)
    app.use(forwardSearches(threads, { base: urls.base, assetFolder, pseudoLocale }));
  // Before compression: descriptions are kept compressed, and their entity tags say so.
  app.use(presentationRouter({ store, urls }));
  app.use(searchRouter({ store, search, urls }));
  app.use(compression());
  app.use('/assets', express.static(assetFolder, { immutable: true, maxAge: '1y', index: false }));
  // What a browser would make of hostile words in an XML file is as narrow as what a page may do.
  app.use('/documents', catalogueHeaders(urls));
  app.use(exportsRouter({ store, urls }));
  app.use(catalogueRouter({ store, search, urls, assets, pseudoLocale }));
  app.use((request) => {
    throw new Failure('route-not-found', `There is nothing at ${request.path}`);
  });
  app.use(answerFailure(services));
  return app;
}

const readOnly: express.RequestHandler = (request, response, next) => {
  if (!['GET', 'HEAD'].includes(request.method)) response.set('Allow', 'GET, HEAD, OPTIONS');
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
    next();
    return;
  }
  throw new Failure('method-not-allowed', {
    message: 'Diptych only answers questions',
    expected: 'GET, HEAD or OPTIONS',
    received: request.method,
  });
};

/** A `Failure` tells its reason; anything else is a bug, told to the log and to nobody else. */
function answerFailure(services: Services): ErrorRequestHandler {
  const { urls, assets, log, pseudoLocale } = services;
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const failure = failureOf(error);
    const status = failure === undefined ? 500 : statusOf(failure);
    if (failure === undefined || status >= 500)
      log.error({ err: error, url: request.originalUrl }, 'request failed');
    response.status(status).set('Cache-Control', 'no-store').vary('Accept');
    if (status === 503) response.set('Retry-After', '10');
    if (wantsHtml(request)) {
      const ui = interfaceFor(request, response, { urls, pseudoLocale });
      // What failed may be the store itself: then the page does without the archive's name and colours.
      const site = await siteOf(services).catch(() => ({ urls, assets }));
      response.type('html').send(errorPage(failure, status, { site, ui }));
    } else {
      response.json(
        failure === undefined
          ? { error: 'internal', message: 'Something went wrong here' }
          : failureBody(failure),
      );
    }
  };
}

/** What Express itself refuses (a path that is no UTF-8) carries a status and is the caller's doing. */
function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return error instanceof Error && status === 400 ? new Failure('url-malformed', error.message) : undefined;
}

function wantsHtml(request: Request): boolean {
  // Who asks for JSON by its name gets no page.
  if (request.path.startsWith('/iiif/') || request.path.endsWith('.json')) return false;
  return request.accepts(['html', 'json']) === 'html';
}
