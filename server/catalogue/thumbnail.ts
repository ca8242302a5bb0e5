import type { PublicUrls } from '../http/public-urls.ts';
import { sizeWithin, type Size } from '../model/box.ts';
import type { PageImage } from '../model/page.ts';

/** Attributes of an `img` in a frame of CSS pixels, with a second size for screens of twice the density. */
export function thumbnailOf(
  image: PageImage,
  frame: Size,
  urls: PublicUrls,
): Size & { src: string; srcSet?: string } {
  const once = sizeWithin(image, frame);
  const twice = sizeWithin(image, { width: frame.width * 2, height: frame.height * 2 });
  const at = ({ width, height }: Size) => urls.imageAt(image.id, `full/${width},${height}/0/default.jpg`);
  return {
    ...once,
    src: at(once),
    ...(twice.width > once.width ? { srcSet: `${at(once)} 1x, ${at(twice)} 2x` } : {}),
  };
}
