/** The versions of the Image API that are served, each below `/iiif/image/{version}/`. */
export type ApiVersion = 2 | 3;

/**
 * @param path what came over the wire, without the public address's prefix.
 * @returns undefined for what is no image service's.
 */
export function imageVersionOf(path: string): ApiVersion | undefined {
  if (path.startsWith(PREFIXES[3])) return 3;
  return path.startsWith(PREFIXES[2]) ? 2 : undefined;
}

/** Both are of one length, as `afterPrefix` expects. */
const PREFIXES: Record<ApiVersion, string> = { 3: '/iiif/image/3/', 2: '/iiif/image/2/' };

/** What follows the service's prefix. */
export function afterPrefix(path: string): string {
  return path.slice(PREFIXES[3].length);
}

/** How each version names its JSON-LD context: the first value of info.json. */
export const CONTEXTS: Record<ApiVersion, string> = {
  3: 'http://iiif.io/api/image/3/context.json',
  2: 'http://iiif.io/api/image/2/context.json',
};

/** The `Link` by which a version tells its compliance level: 3.0 §4.8 and 2.1 §6. */
export const PROFILE_LINKS: Record<ApiVersion, string> = {
  3: '<http://iiif.io/api/image/3/level2.json>;rel="profile"',
  2: '<http://iiif.io/api/image/2/level2.json>;rel="profile"',
};
