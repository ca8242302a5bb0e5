import type { Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import { readTiffDirectories } from './tiff-directories.ts';

/** Edge of a tile in pixels: of what pyramids store, and of what info.json offers. */
export const TILE_EDGE = 512;

/** One size of the picture in a built pyramid. */
export type Level = Size & {
  /** 0-based, as sharp counts `page`. */
  page: number;
  /** How many pixels of the full image, in each direction, became one here: 1, 2, 4 ... */
  scale: number;
};

/** A built pyramid as it really is. Levels from the full size down. */
export type Pyramid = Size & { levels: readonly Level[]; gray: boolean };

/**
 * The factors by which an image is offered smaller: powers of 2 from 1 to the first by which it fits into one
 * tile. info.json, its `sizes` and the tiles that viewers derive from it all rest on this one ladder.
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

/**
 * Reads what levels a pyramid has. libvips leaves out the last row and column of a level where halving does
 * not come out even, so that a level of 312 x 437 pixels stands where viewers expect 313 x 438.
 * @throws Failure `image-file-damaged` if it is no pyramid of ours.
 */
export async function readPyramid(path: string): Promise<Pyramid> {
  const directories = await readTiffDirectories(path);
  const [full] = directories;
  if (full === undefined || full.width === 0 || full.height === 0) throw damaged(path);
  const levels = directories.map(({ width, height }, page): Level => {
    const scale = 2 ** page;
    const fits = width === Math.floor(full.width / scale) && height === Math.floor(full.height / scale);
    if (!fits) throw damaged(path);
    return { page, scale, width, height };
  });
  return { width: full.width, height: full.height, levels, gray: full.samplesPerPixel === 1 };
}

function damaged(path: string): Failure {
  return new Failure('image-file-damaged', { place: path, message: 'This file of the cache is no pyramid' });
}
