import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLevel } from '../../../../server/iiif/image/choose-level.ts';
import { imageInfo } from '../../../../server/iiif/image/info.ts';
import { isWithin, limitsOf } from '../../../../server/iiif/image-limits.ts';
import { parseRequest } from '../../../../server/iiif/image/parse-request.ts';
import { resolveRequest, rulesOf } from '../../../../server/iiif/image/resolve-request.ts';
import { levelsOf } from '../../../../server/pyramid/levels.ts';
import { gridTiles } from '../../../support/grid-tiles.ts';

const side = fc.integer({ min: 1, max: 12_000 });
const FORMATS = ['jpg', 'png', 'webp', 'gif', 'tif'] as const;
const ID = 'https://example.org/iiif/image/3/telegram_705';

describe('imageInfo', () => {
  it('describes the service to the letter of Image API 3.0 §5', () => {
    const rights = 'http://rightsstatements.org/vocab/NKC/1.0/';
    expect(
      imageInfo({ id: ID, image: { width: 1301, height: 901 }, rights, formats: FORMATS, gray: false }, 3),
    ).toEqual({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: ID,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level2',
      width: 1301,
      height: 901,
      maxWidth: 65_500,
      maxArea: 25_000_000,
      sizes: [
        { width: 326, height: 226 },
        { width: 651, height: 451 },
        { width: 1301, height: 901 },
      ],
      tiles: [{ width: 512, scaleFactors: [1, 2, 4] }],
      preferredFormats: ['jpg', 'webp'],
      extraFormats: ['webp', 'gif', 'tif'],
      extraQualities: ['color', 'gray', 'bitonal'],
      extraFeatures: [
        'canonicalLinkHeader',
        'mirroring',
        'profileLinkHeader',
        'rotationArbitrary',
        'sizeUpscaling',
      ],
      rights,
    });
  });

  it('describes the service to the letter of Image API 2.1 §5', () => {
    const rights = 'http://rightsstatements.org/vocab/NKC/1.0/';
    const id = 'https://example.org/iiif/image/2/telegram_705';
    expect(
      imageInfo({ id, image: { width: 1301, height: 901 }, rights, formats: FORMATS, gray: false }, 2),
    ).toEqual({
      '@context': 'http://iiif.io/api/image/2/context.json',
      '@id': id,
      protocol: 'http://iiif.io/api/image',
      width: 1301,
      height: 901,
      sizes: [
        { width: 326, height: 226 },
        { width: 651, height: 451 },
        { width: 1301, height: 901 },
      ],
      tiles: [{ width: 512, scaleFactors: [1, 2, 4] }],
      profile: [
        'http://iiif.io/api/image/2/level2.json',
        {
          maxWidth: 65_500,
          maxArea: 25_000_000,
          formats: ['webp', 'gif', 'tif'],
          supports: [
            'canonicalLinkHeader',
            'mirroring',
            'profileLinkHeader',
            'regionSquare',
            'rotationArbitrary',
            'sizeAboveFull',
          ],
        },
      ],
      license: rights,
    });
  });

  it('says how large a pixel is on paper where the scan knows it', () => {
    for (const version of [2, 3] as const) {
      const image = { width: 2480, height: 3508, resolution: 300 };
      const { service } = imageInfo({ id: ID, image, formats: FORMATS, gray: false }, version);
      expect(service).toMatchObject([
        {
          profile: 'http://iiif.io/api/annex/services/physdim',
          physicalScale: 0.0846667,
          physicalUnits: 'mm',
        },
      ]);
    }
  });

  it('offers one size for each scale factor, or so few that no viewer takes them for levels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: 1, max: 90_000 }),
        (width, height) => {
          const { sizes = [], tiles } = imageInfo(
            { id: ID, image: { width, height }, formats: FORMATS, gray: false },
            3,
          );
          const factors = tiles[0]?.scaleFactors.length ?? 0;
          expect(sizes.length === factors || sizes.length < factors - 1).toBe(true);
          for (const size of sizes) expect(isWithin(size, limitsOf({ width, height }))).toBe(true);
        },
      ),
    );
  });

  it('promises only tiles that have exactly the size asked for, and whose address is canonical', () => {
    let tiles = 0;
    fc.assert(
      fc.property(side, side, (width, height) => {
        const image = { width, height };
        const levels = levelsOf(image);
        for (const { parameters, region, size } of gridTiles(
          image,
          imageInfo({ id: ID, image, formats: FORMATS, gray: false }, 3),
        )) {
          const request = parseRequest(`telegram_705/${parameters}`, 3);
          if (request.kind !== 'image') throw new Error('no image');
          const resolved = resolveRequest(
            request.image,
            rulesOf(image, { gray: false, refuseLargerBoxes: false }),
          );
          expect(resolved).toMatchObject({ region, size, canonical: parameters });
          const { level, box } = chooseLevel({ ...image, levels }, region, size);
          expect(box.x + box.width).toBeLessThanOrEqual(level.width);
          expect(box.y + box.height).toBeLessThanOrEqual(level.height);
          // Pixel for pixel out of its own level.
          expect({ width: box.width, height: box.height }).toEqual(size);
          tiles += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(tiles).toBeGreaterThan(1000);
  });
});
