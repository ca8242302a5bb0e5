import type { ContentResource } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Size } from '../../model/box.ts';
import type { PageImage } from '../../model/page.ts';

/** Both sides of a thumbnail are at most this long, in pixels. */
const LONGEST_SIDE = 200;

/** A plain image for a canvas: without a service, so that viewers ask for this very URL and no other size. */
export function canvasThumbnail(image: PageImage, urls: PublicUrls): ContentResource[] {
  const { width, height } = thumbnailSize(image);
  return [
    {
      id: urls.imageAt(image.id, `full/${width},${height}/0/default.jpg`),
      type: 'Image',
      format: 'image/jpeg',
      width,
      height,
    },
  ];
}

/** The same with its image service, for whoever shows a single one larger: Presentation API 3.0 §3.1. */
export function documentThumbnail(image: PageImage, urls: PublicUrls): ContentResource[] {
  const service = { id: urls.image(image.id), type: 'ImageService3' as const, profile: 'level2' as const };
  return canvasThumbnail(image, urls).map((thumbnail) => ({ ...thumbnail, service: [service] }));
}

/**
 * What the Image API answers to `!200,200` (3.0 §4.2): the largest size of the same proportions inside, each
 * side rounded to the nearest pixel and at least 1; an image that is smaller already stays as it is.
 */
export function thumbnailSize({ width, height }: Size): Size {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
