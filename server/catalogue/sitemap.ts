import { escapeXml } from './escape-xml.ts';

/** So many addresses stand in one part: the protocol allows five times as many, in 50 MB. */
export const ADDRESSES_A_PART = 10_000;

/** `lastmod` as the store has it, ISO 8601. */
export type SitemapEntry = { address: string; lastmod?: string | undefined };

/** What is to be found here, for crawlers (sitemaps.org 0.9). */
export function sitemap(entries: readonly SitemapEntry[]): string {
  return xml('urlset', 'url', entries);
}

/** Where the parts of it are. */
export function sitemapIndex(parts: readonly string[]): string {
  return xml(
    'sitemapindex',
    'sitemap',
    parts.map((address) => ({ address })),
  );
}

function xml(root: string, element: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ address, lastmod }) => {
    const changed = lastmod === undefined ? '' : `<lastmod>${escapeXml(lastmod)}</lastmod>`;
    return `<${element}><loc>${escapeXml(address)}</loc>${changed}</${element}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('')}</${root}>
`;
}
