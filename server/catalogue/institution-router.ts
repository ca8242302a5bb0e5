import { Router, type Response } from 'express';
import { anyOrigin } from '../http/any-origin.ts';
import { Failure } from '../model/failure.ts';
import { ImprintPage } from './imprint-page.tsx';
import { institutionStyles, styleVersion } from './institution-styles.ts';
import { siteOf, type CatalogueServices } from './lookup.ts';
import { oneParameter } from './parameters.ts';
import { sendPage } from './send-page.ts';

/**
 * What an institution brings that is no text to be drawn into a page: `/institution/logo`,
 * `/institution/colours.css`, and its `/imprint`.
 */
export function institutionRouter(services: CatalogueServices): Router {
  const { store } = services;
  const router = Router();

  router.get('/institution/logo', anyOrigin, async (request, response) => {
    const [institution, bytes] = await Promise.all([store.institution(), store.institutionLogo()]);
    const logo = institution?.logo;
    if (logo === undefined || bytes === undefined) throw nothing('The archive has no logo');
    // Opened by itself, an SVG is a page: one that may run nothing, load nothing and send nothing. In a picture
    // of a page browsers do as much by themselves.
    response
      .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .set('X-Content-Type-Options', 'nosniff')
      // Other viewers show it beside our manifests.
      .set('Cross-Origin-Resource-Policy', 'cross-origin');
    keep(response, oneParameter(request.query.v, 'v') === logo.hash);
    response.type(logo.type).send(Buffer.from(bytes));
  });

  router.get('/institution/colours.css', async (request, response) => {
    const accent = (await store.institution())?.accent;
    if (accent === undefined) throw nothing('The archive has no colours of its own');
    keep(response, oneParameter(request.query.v, 'v') === styleVersion(accent));
    response.type('text/css; charset=utf-8').send(institutionStyles(accent));
  });

  router.get('/imprint', async (request, response) => {
    const site = await siteOf(services);
    const imprint = site.institution?.imprint;
    if (imprint === undefined) throw nothing('The archive has no imprint');
    if (imprint.kind === 'address') response.redirect(302, imprint.url);
    else sendPage(request, response, services, ImprintPage, { site, words: imprint.words });
  });

  return router;
}

/** For ever under the address that names just this; else browsers ask whether it still holds. */
function keep(response: Response, isNamed: boolean): void {
  response.set('Cache-Control', isNamed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function nothing(message: string): Failure {
  return new Failure('route-not-found', message);
}
