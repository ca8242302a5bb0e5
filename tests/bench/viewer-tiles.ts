import type { Size } from '../../server/model/box.ts';
import { seededRandom } from '../../scripts/specimens/random.ts';

export type ViewerTile = {
  /** `{region}/{size}/0/default.jpg`, as OpenSeadragon asks an Image API 3 service for it. */
  parameters: string;
  size: Size;
  scale: number;
  /** Of the full tile size: not cut by the image's right or lower edge. */
  interior: boolean;
};

type TileInfo = Size & {
  tiles: readonly { width: number; height?: number | undefined; scaleFactors: readonly number[] }[];
};

/**
 * All tiles that OpenSeadragon asks for of an image, at every scale factor and with its own arithmetic: a
 * level's size is rounded up, the last tiles of a row and a column are what is left, a whole image is `full`.
 */
export function viewerTiles({ width, height, tiles }: TileInfo): ViewerTile[] {
  return tiles.flatMap(({ width: across, height: down = across, scaleFactors }) =>
    scaleFactors.flatMap((scale) => {
      const level = { width: Math.ceil(width / scale), height: Math.ceil(height / scale) };
      const list: ViewerTile[] = [];
      for (let y = 0; y * down < level.height; y += 1) {
        for (let x = 0; x * across < level.width; x += 1) {
          const left = x * across * scale;
          const top = y * down * scale;
          const region = [
            left,
            top,
            Math.min(across * scale, width - left),
            Math.min(down * scale, height - top),
          ];
          const size = {
            width: Math.min(across, level.width - x * across),
            height: Math.min(down, level.height - y * down),
          };
          const whole = size.width === level.width && size.height === level.height;
          list.push({
            parameters: `${whole ? 'full' : region.join(',')}/${sizeParameter(size, { width, height })}/0/default.jpg`,
            size,
            scale,
            interior: size.width === across && size.height === down,
          });
        }
      }
      return list;
    }),
  );
}

/** In an order that is random and always the same. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return list
    .map((item) => ({ item, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function sizeParameter(size: Size, image: Size): string {
  return size.width === image.width && size.height === image.height ? 'max' : `${size.width},${size.height}`;
}
