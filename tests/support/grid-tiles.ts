import type { Box, Size } from '../../server/model/box.ts';

type Tile = { parameters: string; region: Box; size: Size; scale: number };

/**
 * Every tile that a viewer derives from info.json, by the rule of Image API 3.0, implementation notes §3, with
 * its canonical parameters: written here anew, so that it does not repeat a mistake of the server's.
 */
export function gridTiles(
  image: Size,
  info: { tiles: readonly { width: number; height?: number; scaleFactors: readonly number[] }[] },
): Tile[] {
  return info.tiles.flatMap(({ width: edge, height: edgeDown = edge, scaleFactors }) =>
    scaleFactors.flatMap((scale) => {
      const [across, down] = [edge * scale, edgeDown * scale];
      const tiles: Tile[] = [];
      for (let y = 0; y < image.height; y += down) {
        for (let x = 0; x < image.width; x += across) {
          const region = {
            x,
            y,
            width: Math.min(across, image.width - x),
            height: Math.min(down, image.height - y),
          };
          const size = {
            width: Math.floor((region.width + scale - 1) / scale),
            height: Math.floor((region.height + scale - 1) / scale),
          };
          const whole = region.width === image.width && region.height === image.height;
          const unscaled = region.width === size.width && region.height === size.height;
          const area = whole ? 'full' : `${x},${y},${region.width},${region.height}`;
          const sides = unscaled ? 'max' : `${size.width},${size.height}`;
          tiles.push({ parameters: `${area}/${sides}/0/default.jpg`, region, size, scale });
        }
      }
      return tiles;
    }),
  );
}
