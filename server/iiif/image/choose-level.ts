import type { Box, Size } from '../../model/box.ts';
import type { Level } from '../../pyramid/levels.ts';

/** Where in a pyramid a region is read from: `box` is in pixels of the level. */
export type LevelPart = { level: Level; box: Box };

/**
 * How far, in pixels of the answer, an edge of the region may be moved so that it falls between two pixels of a
 * level. Less than what an eye sees, and what keeps thumbnails of odd sizes from reading the full image.
 */
const LARGEST_SHIFT = 0.25;

/**
 * The smallest level that still has every pixel that the answer needs, and on whose pixels the region's edges
 * fall. What lies on the ladder is so cut out of its own level as it is.
 */
export function chooseLevel(
  pyramid: Size & { levels: readonly Level[] },
  region: Box,
  size: Size,
): LevelPart {
  const parts = pyramid.levels.map((level) => ({ level, box: boxIn(level, region, pyramid) }));
  const usable = parts.filter((part) => isUsable(part, region, size));
  // The full image is always exact, also when the answer is larger than it.
  return usable.at(-1) ?? { level: { page: 0, scale: 1, ...sizeOf(pyramid) }, box: region };
}

/** The last pixel of a level stands for what is left at the image's edge: Image API 3.0 §8. */
function boxIn({ scale, width, height }: Level, region: Box, image: Size): Box {
  const [right, bottom] = [region.x + region.width, region.y + region.height];
  const x = Math.min(Math.round(region.x / scale), width - 1);
  const y = Math.min(Math.round(region.y / scale), height - 1);
  return {
    x,
    y,
    width: (right === image.width ? width : Math.round(right / scale)) - x,
    height: (bottom === image.height ? height : Math.round(bottom / scale)) - y,
  };
}

function isUsable({ level, box }: LevelPart, region: Box, size: Size): boolean {
  const { scale } = level;
  if (box.width < size.width || box.height < size.height) return false;
  const [across, down] = [size.width / region.width, size.height / region.height];
  // At the image's edge the level's last pixel is what the specification's ceil makes of the rest.
  const onLadderAcross = box.x + box.width === level.width && box.width === size.width;
  const onLadderDown = box.y + box.height === level.height && box.height === size.height;
  const shifts = [
    Math.abs(box.x * scale - region.x) * across,
    Math.abs(box.y * scale - region.y) * down,
    onLadderAcross ? 0 : Math.abs((box.x + box.width) * scale - (region.x + region.width)) * across,
    onLadderDown ? 0 : Math.abs((box.y + box.height) * scale - (region.y + region.height)) * down,
  ];
  return Math.max(...shifts) <= LARGEST_SHIFT;
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
