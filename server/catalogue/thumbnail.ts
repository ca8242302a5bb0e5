import type { PublicUrls } from '../http/public-urls.ts';
import type { Size } from '../model/box.ts';
import type { PageImage } from '../model/page.ts';

/**
 * What the Image API answers to `!w,h` (3.0 §4.2), as whole numbers: the largest size of the same
 * proportions inside the frame, each side at least 1; an image that is smaller already stays as it is.
 */
export function fitInside(image: Size, frame: Size): Size {
  const scale = Math.min(1, frame.width / image.width, frame.height / image.height);
  return {
    width: Math.max(1, Math.round(image.width * scale)),
    height: Math.max(1, Math.round(image.height * scale)),
  };
}

/** Attributes of an `img` in a frame of CSS pixels, with a second size for screens of twice the density. */
export function thumbnailOf(
  image: PageImage,
  frame: Size,
  urls: PublicUrls,
): Size & { src: string; srcSet?: string } {
  const once = fitInside(image, frame);
  const twice = fitInside(image, { width: frame.width * 2, height: frame.height * 2 });
  const at = ({ width, height }: Size) => urls.imageAt(image.id, `full/${width},${height}/0/default.jpg`);
  return {
    ...once,
    src: at(once),
    ...(twice.width > once.width ? { srcSet: `${at(once)} 1x, ${at(twice)} 2x` } : {}),
  };
}
