import { idOf, recordsOf, type JsonRecord } from '../../../../viewer/iiif/json.ts';
import type { PublicUrls } from '../../../http/public-urls.ts';
import { SEARCH_1 } from '../../context.ts';
import type { ImageService, SearchPart, SearchService } from './resource.ts';

const IMAGE_CONTEXT = 'http://iiif.io/api/image/2/context.json';
const IMAGE_LEVEL_2 = 'http://iiif.io/api/image/2/level2.json';
const SEARCH_PROFILE = 'http://iiif.io/api/search/1/search';

/** An image service of version 3, described or only pointed to. */
type ImageService3 = { id: string; width?: unknown; height?: unknown; sizes?: unknown; tiles?: unknown };

/**
 * The Image API 2 of the same scan, since viewers of this version know no other. It brings its own context, as every
 * service does (§4.5).
 */
export function imageServiceOf(service: ImageService3, urls: PublicUrls): ImageService {
  const { id, width, height, sizes, tiles } = service;
  return {
    '@context': IMAGE_CONTEXT,
    '@id': urls.inVersion(id, 2),
    profile: IMAGE_LEVEL_2,
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof height === 'number' ? { height } : {}),
    ...(Array.isArray(sizes) ? { sizes } : {}),
    ...(Array.isArray(tiles) ? { tiles } : {}),
  };
}

/** That of a picture, if it has one. */
export function imageServiceAmong(services: unknown, urls: PublicUrls): ImageService | undefined {
  for (const service of recordsOf(services)) {
    const id = idOf(service);
    if (id !== undefined && service.type === 'ImageService3') return imageServiceOf({ ...service, id }, urls);
  }
  return undefined;
}

/** Content Search 1: later ones no viewer of this version knows. */
export function searchServicesOf(services: unknown): SearchService[] {
  return recordsOf(services).flatMap((service) => {
    const search = searchPart(service);
    if (search?.profile !== SEARCH_PROFILE) return [];
    const [autocomplete] = recordsOf(service.service).flatMap((inner) => searchPart(inner) ?? []);
    return [
      {
        '@context': SEARCH_1,
        ...search,
        ...(autocomplete === undefined ? {} : { service: autocomplete }),
      },
    ];
  });
}

function searchPart(service: JsonRecord): SearchPart | undefined {
  const { profile } = service;
  const id = idOf(service);
  return id === undefined || typeof profile !== 'string' ? undefined : { '@id': id, profile };
}
