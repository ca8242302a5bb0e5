import type { Size } from '../../server/model/box.ts';

/** What a version of the Image API says in words of its own. */
export type ImageApi = {
  version: '3.0' | '2.1';
  /** Where its services are: `{path}/{identifier}`. */
  path: string;
  /** The size parameter for a region as it is. */
  unscaled: string;
  /** The media type of info.json for who asks for none: 3.0 §5.1, 2.1 §5.1. */
  infoType: string;
  context: string;
  /** Of the compliance level: 3.0 §6, 2.1 §6. */
  level: string;
  /** The canonical size parameter of a region scaled to this size: 3.0 §4.8, 2.1 §4.7. */
  canonicalSize: (size: Size, region: Size) => string;
};

export const IMAGE_API_3: ImageApi = {
  version: '3.0',
  path: '/iiif/image/3',
  unscaled: 'max',
  infoType: 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
  context: 'http://iiif.io/api/image/3/context.json',
  level: 'http://iiif.io/api/image/3/level2.json',
  canonicalSize: (size, region) => {
    if (size.width === region.width && size.height === region.height) return 'max';
    const enlarged = size.width > region.width || size.height > region.height;
    return `${enlarged ? '^' : ''}${size.width},${size.height}`;
  },
};

export const IMAGE_API_2: ImageApi = {
  version: '2.1',
  path: '/iiif/image/2',
  unscaled: 'full',
  infoType: 'application/json',
  context: 'http://iiif.io/api/image/2/context.json',
  level: 'http://iiif.io/api/image/2/level2.json',
  canonicalSize: (size, region) => {
    if (size.width === region.width && size.height === region.height) return 'full';
    // To the nearest pixel, and of two that are as near to the larger: `w,` has to lead to this very size.
    const kept = Math.round((size.width * region.height) / region.width) === size.height;
    return kept ? `${size.width},` : `${size.width},${size.height}`;
  },
};

export const IMAGE_APIS = [IMAGE_API_3, IMAGE_API_2] as const;

/** What comes of one link of a `Link` header: RFC 8288 §3. */
export function linkTo(header: string | string[] | undefined, relation: string): string | undefined {
  const found = [...String(header ?? '').matchAll(/<([^>]*)>\s*;\s*rel="?([^",]*)"?/g)];
  return found.find(([, , relations]) => relations?.split(' ').includes(relation))?.[1];
}
