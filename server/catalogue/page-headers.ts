import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { PublicUrls } from '../http/public-urls.ts';

/**
 * Headers of the catalogue's pages: nothing but our own styles, fonts and pictures, and no script at all.
 * Covered: what hostile words in a record could load or run, had the escaping of React failed. Not covered:
 * links, which lead wherever a record says.
 */
export function catalogueHeaders(urls: PublicUrls): RequestHandler {
  return headers({
    'default-src': own(urls),
    'script-src': ["'none'"],
    'img-src': [...own(urls), 'data:'],
  });
}

/**
 * Headers of the reading room: scans and manifests from anywhere, since they may be another archive's, but
 * scripts only from us. The viewer's styles are made in the browser (emotion), which only 'unsafe-inline' lets
 * it do. Not covered: a manifest's own words, which the viewer cleans before it shows them.
 */
export function readingRoomHeaders(urls: PublicUrls): RequestHandler {
  return headers({
    'default-src': own(urls),
    'script-src': own(urls),
    'style-src': [...own(urls), "'unsafe-inline'"],
    'img-src': ['http:', 'https:', 'data:', 'blob:'],
    'media-src': ['http:', 'https:'],
    'connect-src': ['http:', 'https:'],
  });
}

/** The public address's origin too, for the page may have been reached by another name of the same server. */
function own(urls: PublicUrls): string[] {
  return ["'self'", new URL(urls.base).origin];
}

function headers(directives: Record<string, string[]>): RequestHandler {
  const origins = directives['default-src'] ?? ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      // Helmet's own defaults upgrade every request to https, which a server on plain http cannot answer.
      useDefaults: false,
      directives: {
        ...directives,
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'form-action': origins,
        'frame-ancestors': ["'self'"],
      },
    },
    // Whether the whole host speaks https, and for how long, is for those who run it to say.
    strictTransportSecurity: false,
    // On plain http browsers ignore these and complain of it in the console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}
