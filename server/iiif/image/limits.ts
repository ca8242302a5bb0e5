import type { Size } from '../../model/box.ts';

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
