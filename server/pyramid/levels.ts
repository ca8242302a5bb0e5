import type { Box, Size } from '../model/box.ts';

/** Edge of a tile in pixels: of what pyramids store, and of what info.json offers. */
export const TILE_EDGE = 512;

/** One size of the picture in a pyramid. */
export type Level = Size & {
  /** 0-based, as sharp counts `page`. */
  page: number;
  /** How many pixels of the full image, in each direction, became one here: 1, 2, 4 ... */
  scale: number;
};

/**
 * The factors by which an image is offered smaller: powers of 2 from 1 to the first by which it fits into one
 * tile. info.json, its `sizes`, the levels of pyramids and the tiles at their edges all rest on this one ladder.
 */
export function scaleFactors(image: Size): number[] {
  const factors = [1];
  for (let factor = 1; ; factor *= 2) {
    const { width, height } = scaledSize(image, factor);
    if (factor > 1) factors.push(factor);
    if (width <= TILE_EDGE && height <= TILE_EDGE) return factors;
  }
}

/** A size divided by a factor as viewers reckon it, with the last pixel covering what is left: Image API 3.0 §8. */
export function scaledSize({ width, height }: Size, factor: number): Size {
  return { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
}

/** The ladder of an image: its levels from the full size down. */
export function levelsOf(image: Size): Level[] {
  return scaleFactors(image).map((scale, page) => ({ page, scale, ...scaledSize(image, scale) }));
}

/** Whether a region is one tile of the level of this scale: Image API 3.0, implementation notes §3. */
export function isTile({ x, y, width, height }: Box, image: Size, scale: number): boolean {
  const edge = TILE_EDGE * scale;
  return (
    x % edge === 0 &&
    y % edge === 0 &&
    width === Math.min(edge, image.width - x) &&
    height === Math.min(edge, image.height - y)
  );
}

/** The sizes that a region has on the ladder: of the whole image all, of a tile its own, of any other none. */
export function ladderSizes(region: Box, image: Size): Size[] {
  const whole = region.width === image.width && region.height === image.height;
  return scaleFactors(image)
    .filter((scale) => whole || isTile(region, image, scale))
    .map((scale) => scaledSize(region, scale));
}

/** How many tiles a level has in each direction. */
export function tileGrid({ width, height }: Size): { across: number; down: number } {
  return { across: Math.ceil(width / TILE_EDGE), down: Math.ceil(height / TILE_EDGE) };
}

/**
 * What an image has to be padded to so that every halving down the ladder comes out even, and each level ends
 * with whole blocks of 16 pixels, into whose compression nothing foreign is then mixed. Never so much that a
 * level would have more tiles than the image needs, since 512 is a multiple of the step.
 */
export function paddedSize(image: Size): Size {
  const halvings = scaleFactors(image).length - 1;
  const step = Math.min(TILE_EDGE, 16 * 2 ** halvings);
  return { width: Math.ceil(image.width / step) * step, height: Math.ceil(image.height / step) * step };
}
