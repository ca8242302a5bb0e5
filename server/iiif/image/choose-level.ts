import type { Box, Size } from '../../model/box.ts';
import type { Level, Pyramid } from '../../pyramid/levels.ts';

/** Where in a pyramid a region is read from: `box` is in pixels of the level. */
export type LevelPart = { level: Level; box: Box };

/**
 * How far, in pixels of the answer, an edge of the region may be moved so that it falls between two pixels of a
 * level. Less than what an eye sees, and what keeps thumbnails of odd sizes from reading the full image.
 */
const LARGEST_SHIFT = 0.25;

/**
 * The smallest level that still has every pixel that the answer needs, and on whose pixels the region's edges
 * fall. A tile of the grid is so cut out of its own level as it is; where libvips left out a last half pixel,
 * the next larger level is read.
 */
export function chooseLevel(pyramid: Pyramid, region: Box, size: Size): LevelPart {
  const parts = pyramid.levels.map((level) => ({ level, box: boxIn(level, region) }));
  const usable = parts.filter((part) => isUsable(part, region, size));
  // The full image is always exact, also when the answer is larger than it.
  return usable.at(-1) ?? { level: { page: 0, scale: 1, ...sizeOf(pyramid) }, box: region };
}

function boxIn({ scale, width, height }: Level, region: Box): Box {
  const x = Math.min(Math.round(region.x / scale), width - 1);
  const y = Math.min(Math.round(region.y / scale), height - 1);
  const right = Math.min(Math.round((region.x + region.width) / scale), width);
  const bottom = Math.min(Math.round((region.y + region.height) / scale), height);
  return { x, y, width: right - x, height: bottom - y };
}

function isUsable({ level: { scale }, box }: LevelPart, region: Box, size: Size): boolean {
  if (box.width < size.width || box.height < size.height) return false;
  const [across, down] = [size.width / region.width, size.height / region.height];
  const shifts = [
    Math.abs(box.x * scale - region.x) * across,
    Math.abs((box.x + box.width) * scale - (region.x + region.width)) * across,
    Math.abs(box.y * scale - region.y) * down,
    Math.abs((box.y + box.height) * scale - (region.y + region.height)) * down,
  ];
  return Math.max(...shifts) <= LARGEST_SHIFT;
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
