import type { PublicUrls } from '../../../http/public-urls.ts';
import type { ImageBody, PaintingAnnotation } from '../resource.ts';
import type { ImageAnnotation, ImageResource } from './resource.ts';
import { imageServiceOf } from './services.ts';

/** What puts a scan on its canvas, or on a part of it: Presentation API 2.1 §5.4. */
export function imageAnnotation({ id, body, target }: PaintingAnnotation, urls: PublicUrls): ImageAnnotation {
  return {
    '@id': id,
    '@type': 'oa:Annotation',
    motivation: 'sc:painting',
    resource: imageResource(body, urls),
    on: target,
  };
}

/**
 * The scan at its full size, by the word that every 2.x viewer knows. One above the image service's limits is not
 * to be had at that size (Image API 2.1 §4.2): `max` is the largest that is.
 */
function imageResource(body: ImageBody, urls: PublicUrls): ImageResource {
  const { format, width, height, service } = body;
  const [full] = service;
  const size = full.width === width && full.height === height ? 'full' : 'max';
  return {
    '@id': `${urls.inVersion(full.id, 2)}/full/${size}/0/default.jpg`,
    '@type': 'dctypes:Image',
    format,
    width,
    height,
    service: imageServiceOf(full, urls),
  };
}
