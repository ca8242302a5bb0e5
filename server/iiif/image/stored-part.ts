import type { Extent, Pyramid } from '../../pyramid/tile-index.ts';
import { isTile, TILE_EDGE, tileGrid } from '../../pyramid/levels.ts';
import type { ResolvedRequest } from './resolve-request.ts';

/** Where an answer stands ready. `whole`: it is a file as it stands; else the pyramid's header goes before it. */
export type StoredPart = { extent: Extent; whole: boolean };

/**
 * The bytes that answer a request as they are: a tile of the ladder that info.json offers, or the whole image
 * in one of the usual sizes. Undefined for everything that has to be rendered.
 */
export function storedPart(
  pyramid: Pyramid,
  { region, size, rotation, quality, format }: ResolvedRequest,
): StoredPart | undefined {
  if (format !== 'jpg' || quality !== 'default' || rotation.degrees !== 0 || rotation.mirrored)
    return undefined;
  for (const level of pyramid.levels) {
    const { scale } = level;
    const asked =
      isTile(region, pyramid, scale) &&
      size.width === Math.ceil(region.width / scale) &&
      size.height === Math.ceil(region.height / scale);
    if (!asked) continue;
    const edge = TILE_EDGE * scale;
    const extent = level.tiles[(region.y / edge) * tileGrid(level).across + region.x / edge];
    return extent === undefined ? undefined : { extent, whole: false };
  }
  if (region.width !== pyramid.width || region.height !== pyramid.height) return undefined;
  const picture = pyramid.pictures.find(
    ({ width, height }) => width === size.width && height === size.height,
  );
  return picture === undefined ? undefined : { extent: picture, whole: true };
}
