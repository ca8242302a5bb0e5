import { sizeWithin, type Size } from '../model/box.ts';
import { scaledSize, scaleFactors, TILE_EDGE } from './levels.ts';

/** Frames that whole pages are asked for in: lists and strips of pages, our own pages, overviews in viewers. */
const FRAMES: readonly Size[] = [
  { width: 200, height: 200 },
  { width: 400, height: 400 },
  { width: 360, height: 480 },
  { width: 1000, height: 1400 },
  { width: 1024, height: 1024 },
  { width: 200, height: Infinity },
];

/** Larger ones of the ladder are asked for too seldom to be kept for it. */
const LONGEST_SIDE = 2048;

/**
 * The sizes at which the whole image is made at ingest, since viewers ask for them as soon as they see it:
 * what fits into the usual frames, and those of info.json's `sizes` that are no single tile.
 */
export function pictureSizes(image: Size): Size[] {
  const ladder = scaleFactors(image)
    .map((factor) => scaledSize(image, factor))
    .filter((size) => !isTile(size) && Math.max(size.width, size.height) <= LONGEST_SIDE);
  const framed = FRAMES.map((frame) => sizeWithin(image, frame)).filter(
    ({ width, height }) => width < image.width && height < image.height,
  );
  const distinct = new Map([...ladder, ...framed].map((size) => [`${size.width},${size.height}`, size]));
  return [...distinct.values()];
}

function isTile({ width, height }: Size): boolean {
  return width <= TILE_EDGE && height <= TILE_EDGE;
}
