import type { ImageService3 } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import { fitInto, sameProportions, wholeUnits, type Box, type Size } from '../../model/box.ts';
import type { Page, PageImage } from '../../model/page.ts';
import { TILE_EDGE, scaleFactors } from '../../pyramid/levels.ts';
import { largestSize, limitsOf, offeredSizes } from '../image-limits.ts';
import type { ImageBody, PaintingAnnotation, PaintingPage } from './resource.ts';

/** The one page of annotations that puts a page's scan on its canvas; undefined for a leaf not held. */
export function paintingPage(document: string, page: Page, urls: PublicUrls): PaintingPage | undefined {
  const annotation = paintingAnnotation(document, page, urls);
  if (annotation === undefined) return undefined;
  return { id: urls.paintingPage(document, page.id), type: 'AnnotationPage', items: [annotation] };
}

export function paintingAnnotation(
  document: string,
  page: Page,
  urls: PublicUrls,
): PaintingAnnotation | undefined {
  const { canvas, image } = page;
  if (image === undefined) return undefined;
  const place = fittedBox(image, canvas);
  const fragment = place === undefined ? '' : `#xywh=${place.x},${place.y},${place.width},${place.height}`;
  return {
    id: urls.paintingAnnotation(document, page.id),
    type: 'Annotation',
    // A string, while texts have arrays: the schema takes both, and so do the large viewers, but many a reader of
    // images (cozy-iiif, the PHP reader of Kitodo) compares it with `painting` and would find no scan.
    motivation: 'painting',
    body: imageBody(image, urls),
    target: `${urls.canvas(document, page.id)}${fragment}`,
  };
}

/**
 * Where an image of other proportions than its canvas is put, in whole units: ingest maps the boxes of texts by
 * the same rule. Undefined: on the whole canvas.
 */
export function fittedBox(image: Size, canvas: Size): Box | undefined {
  return sameProportions(image, canvas) ? undefined : wholeUnits(fitInto(image, canvas), canvas);
}

function imageBody(image: PageImage, urls: PublicUrls): ImageBody {
  return {
    // Not the service's own URI, which is no image: Presentation API 3.0 §5.7.
    id: urls.imageAt(image.id, 'full/max/0/default.jpg'),
    type: 'Image',
    format: 'image/jpeg',
    // A very large scan is sent smaller.
    ...largestSize(image, limitsOf(image), false),
    service: [imageService(image, urls)],
  };
}

/**
 * As much of info.json as spares viewers a request: the sizes that they ask for as thumbnails are those of
 * the ladder, one for each scale factor, since some take `sizes` for the levels of the tiles.
 */
function imageService(image: PageImage, urls: PublicUrls): ImageService3 {
  const { id, width, height } = image;
  return {
    id: urls.image(id),
    type: 'ImageService3',
    profile: 'level2',
    width,
    height,
    sizes: offeredSizes(image),
    tiles: [{ width: TILE_EDGE, height: TILE_EDGE, scaleFactors: scaleFactors(image) }],
  };
}
