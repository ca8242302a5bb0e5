import type { Size } from '../model/box.ts';
import { scaledSize, scaleFactors } from '../pyramid/levels.ts';

/** The largest answers: declared in info.json and held. Pixels. */
export type ImageLimits = { maxWidth: number; maxHeight: number; maxArea: number };

/** The longest side that a JPEG can have in the library that writes it. */
const LONGEST_SIDE = 65_500;

/** So many pixels of PNG are some hundreds of megabytes in memory until they are sent. */
const LARGEST_AREA = 100_000_000;

/** Enlarging makes work and bytes out of nothing, so small images may not grow as large as large ones are. */
const LARGEST_ENLARGED_AREA = 25_000_000;

/** Image API 3.0 §5.3: limits may differ from image to image. */
export function limitsOf({ width, height }: Size): ImageLimits {
  return {
    maxWidth: LONGEST_SIDE,
    maxHeight: LONGEST_SIDE,
    maxArea: Math.min(LARGEST_AREA, Math.max(width * height, LARGEST_ENLARGED_AREA)),
  };
}

export function isWithin({ width, height }: Size, { maxWidth, maxHeight, maxArea }: ImageLimits): boolean {
  return width <= maxWidth && height <= maxHeight && width * height <= maxArea;
}

/** What `max` gives of a region, or `^max` if it may be enlarged: Image API 3.0 §4.2. */
export function largestSize(region: Size, limits: ImageLimits, enlarge: boolean): Size {
  if (!enlarge && isWithin(region, limits)) return { width: region.width, height: region.height };
  const byArea = Math.sqrt(limits.maxArea / (region.width * region.height));
  const scale = Math.min(limits.maxWidth / region.width, limits.maxHeight / region.height, byArea);
  // Rounded down: half a pixel more could be over the limit.
  return {
    width: Math.max(1, Math.floor(region.width * scale)),
    height: Math.max(1, Math.floor(region.height * scale)),
  };
}

/**
 * The `sizes` of an image, from the smallest: one for each scale factor, and the same as the whole-image tiles
 * have. OpenSeadragon 5 takes as many sizes as there are scale factors, or one fewer, for the image's levels
 * without looking at their values: where the limits forbid the full size, one more is left out, so that they
 * cannot be mistaken.
 */
export function offeredSizes(image: Size): Size[] {
  const factors = scaleFactors(image);
  const sizes = factors
    .map((factor) => scaledSize(image, factor))
    .filter((size) => isWithin(size, limitsOf(image)))
    .reverse();
  return sizes.length === factors.length - 1 ? sizes.slice(1) : sizes;
}
