/** What a page says is to be had elsewhere: `rel` and `type` as they are written. */
export type Alternate = { href: string; rel: string; type: string };

/** A longer header names nothing that anybody could want. Characters. */
const LONGEST_HEADER = 16_384;

/** The links of a `Link` header (RFC 8288 §3); what is not as the standard says ends the list. Never throws. */
export function parseLinkHeader(header: string): Alternate[] {
  const links: Alternate[] = [];
  const text = header.slice(0, LONGEST_HEADER);
  // Each step begins where the last one ended, so that no header takes more than one walk over it.
  const target = /[\s,]*<([^<>]*)>/y;
  const parameter = /\s*;\s*([\w*!#$&+.^|~-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/y;
  for (let at = 0; ;) {
    target.lastIndex = at;
    const [whole, href] = target.exec(text) ?? [];
    if (whole === undefined || href === undefined) return links;
    at += whole.length;
    const link = { href, rel: '', type: '' };
    for (;;) {
      parameter.lastIndex = at;
      const [part, name, quoted, bare = ''] = parameter.exec(text) ?? [];
      if (part === undefined || name === undefined) break;
      at += part.length;
      const value = quoted?.replace(/\\(.)/g, '$1') ?? bare;
      const known = name.toLowerCase();
      if ((known === 'rel' || known === 'type') && link[known] === '') link[known] = value;
    }
    links.push(link);
  }
}

/**
 * Where a page is to be had as a IIIF description: of those that it names as its `alternate` the one in the latest words,
 * else one in JSON-LD that does not say in which; undefined if there is none.
 */
export function descriptionAmong(links: readonly Alternate[]): string | undefined {
  const ranked = links
    .filter(({ rel, href }) => href !== '' && rel.toLowerCase().split(/\s+/).includes('alternate'))
    .map(({ href, type }) => ({ href, rank: rankOf(type) }))
    .filter(({ rank }) => rank > 0);
  return ranked.toSorted((a, b) => b.rank - a.rank)[0]?.href;
}

/** A version of the Presentation API, 1 where none is told; 0 for what is nothing of the kind. */
function rankOf(type: string): number {
  const [, version] = /;\s*profile="?https?:\/\/iiif\.io\/api\/presentation\/(\d)/i.exec(type) ?? [];
  if (version !== undefined) return Number(version);
  return /^\s*application\/ld\+json\s*(?:;\s*charset=[^;]*)?$/i.test(type) ? 1 : 0;
}
