import { describe, expect, it } from 'vitest';
import { gridTiles } from '../support/grid-tiles.ts';
import { decoded, distance, expectedPicture } from '../support/expected-picture.ts';
import { IMAGE_API_2, IMAGE_API_3, IMAGE_APIS, type ImageApi } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const SCANS = {
  wide: patternImage(1003, 701),
  strip: patternImage(1540, 515),
  edge: patternImage(1025, 1027),
  /** Cut out of a larger one: three pixels of all its colours would be none that JPEG could keep. */
  post: expectedPicture(
    patternImage(600, 1500),
    { x: 100, y: 0, width: 3, height: 1500 },
    { width: 3, height: 1500 },
  ),
};
type Name = keyof typeof SCANS;

const served = sharedImages(() => SCANS);

/**
 * As viewers write them: version 3 by width and height, version 2 by the width alone, which cannot tell apart
 * two tiles that are one pixel wide.
 */
function tilesOf(name: Name, api: ImageApi) {
  const tiles = [{ width: 512, scaleFactors: [1, 2, 4].filter((factor) => isNeeded(name, factor)) }];
  const told = new Set<string>();
  return gridTiles(SCANS[name], { tiles }).flatMap(({ region, size, scale }) => {
    const { x, y, width, height } = region;
    const sides = api === IMAGE_API_3 ? `${size.width},${size.height}` : `${size.width},`;
    const path = `${api.path}/${imageId(name)}/${x},${y},${width},${height}/${sides}/0/default.jpg`;
    if (told.has(path)) return [];
    told.add(path);
    return [{ path, region, size, scale }];
  });
}

/** Until the whole fits into one tile. */
function isNeeded(name: Name, factor: number): boolean {
  const { width, height } = SCANS[name];
  return factor === 1 || Math.max(width, height) > 256 * factor;
}

describe.each(IMAGE_APIS)('the tiles in version $version', (api) => {
  it.each(Object.keys(SCANS))('of "%s" are the ones that info.json offers', async (name) => {
    const { bytes } = await served().ask(`${api.path}/${imageId(name)}/info.json`);
    expect(JSON.parse(bytes.toString())).toMatchObject({
      tiles: [{ width: 512, scaleFactors: [1, 2, 4].filter((factor) => isNeeded(nameOf(name), factor)) }],
    });
  });

  it.each(Object.keys(SCANS))(
    'of "%s" have the size that a viewer reckons, and show their place',
    async (text) => {
      const name = nameOf(text);
      const tiles = tilesOf(name, api);
      expect(tiles.length).toBeGreaterThan(2);
      for (const { path, region, size, scale } of tiles) {
        const { status, headers, bytes } = await served().ask(path);
        expect([path, status, headers['content-type']]).toEqual([path, 200, 'image/jpeg']);
        const { width, height } = await decoded(bytes);
        expect([path, width, height]).toEqual([path, size.width, size.height]);
        // The last pixels stand for what is left: each covers as many of the source's as all others.
        const area = { ...region, width: size.width * scale, height: size.height * scale };
        const far = await distance(bytes, expectedPicture(SCANS[name], area, size));
        expect(far, path).toBeLessThan(2);
      }
    },
  );

  it.each(Object.keys(SCANS))('of "%s" are the same in png, as large and in the same place', async (text) => {
    const name = nameOf(text);
    for (const { path, region, size, scale } of tilesOf(name, api).filter((_, index) => index % 3 === 0)) {
      const { status, bytes } = await served().ask(path.replace('.jpg', '.png'));
      expect([path, status]).toEqual([path, 200]);
      const area = { ...region, width: size.width * scale, height: size.height * scale };
      expect(await distance(bytes, expectedPicture(SCANS[name], area, size))).toBeLessThan(2);
    }
  });
});

describe('the tiles of both versions', () => {
  it('are the same bytes under the same tag', async () => {
    for (const name of ['wide', 'strip', 'edge'] as const) {
      for (const { path, size } of tilesOf(name, IMAGE_API_2)) {
        const twin = path.replace(IMAGE_API_2.path, IMAGE_API_3.path).replace(',/0/', `,${size.height}/0/`);
        const [a, b] = [await served().ask(twin), await served().ask(path)];
        expect([path, b.bytes.equals(a.bytes), b.headers.etag]).toEqual([path, true, a.headers.etag]);
      }
    }
  });
});

function nameOf(text: string): Name {
  if (text === 'wide' || text === 'strip' || text === 'edge' || text === 'post') return text;
  throw new Error(text);
}
