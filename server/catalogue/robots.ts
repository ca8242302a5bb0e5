import type { PublicUrls } from '../http/public-urls.ts';

/**
 * What crawlers are asked (RFC 9309): to take the sitemap, and to leave alone searches, of which there is no end.
 * They look for it at the root of the host alone.
 */
export function robots(urls: PublicUrls): string {
  return `User-agent: *
Disallow: ${urls.prefix}/search
Disallow: ${urls.prefix}/iiif/search/

Sitemap: ${urls.sitemap()}
`;
}
