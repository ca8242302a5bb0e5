import type { ContentResource, ImageService3 } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Box, Size } from '../../model/box.ts';
import type { Page, PageImage } from '../../model/page.ts';
import type { PaintingAnnotation, PaintingPage } from './resource.ts';

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
    motivation: 'painting',
    body: imageBody(image, urls),
    target: `${urls.canvas(document, page.id)}${fragment}`,
  };
}

/** Sides may differ by so much before an image is no longer simply stretched over its canvas. */
const TOLERANCE = 0.01;

/**
 * Where an image of other proportions than its canvas is put: as large as it fits, in the middle, in whole
 * units. Undefined: on the whole canvas.
 */
export function fittedBox(image: Size, canvas: Size): Box | undefined {
  const across = canvas.width / image.width;
  const down = canvas.height / image.height;
  if (Math.abs(across / down - 1) <= TOLERANCE) return undefined;
  const scale = Math.min(across, down);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  return {
    x: Math.floor((canvas.width - width) / 2),
    y: Math.floor((canvas.height - height) / 2),
    width,
    height,
  };
}

function imageBody(image: PageImage, urls: PublicUrls): ContentResource {
  const { width, height } = image;
  return {
    // Not the service's own URI, which is no image: Presentation API 3.0 §5.7.
    id: urls.imageAt(image.id, 'full/max/0/default.jpg'),
    type: 'Image',
    format: 'image/jpeg',
    width,
    height,
    service: [imageService(image, urls)],
  };
}

function imageService(image: PageImage, urls: PublicUrls): ImageService3 {
  const { id, width, height } = image;
  return { id: urls.image(id), type: 'ImageService3', profile: 'level2', width, height };
}
