import type { ContentResource } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import { sizeWithin } from '../../model/box.ts';
import type { PageImage } from '../../model/page.ts';

/** A thumbnail fits into this, in pixels. */
const FRAME = { width: 200, height: 200 };

/** A plain image for a canvas: without a service, so that viewers ask for this very URL and no other size. */
export function canvasThumbnail(image: PageImage, urls: PublicUrls): ContentResource[] {
  const { width, height } = sizeWithin(image, FRAME);
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
