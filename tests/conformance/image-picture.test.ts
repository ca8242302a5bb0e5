import fc from 'fast-check';
import { describe, it } from 'vitest';
import { CLOSE_WHEN_SCALED, expectPicture, expectedPicture, turned } from '../support/expected-picture.ts';
import { IMAGE_APIS } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const SOURCE = patternImage(1403, 1101);

const served = sharedImages(() => ({ page: SOURCE }));

/** Smaller than 0.4 the pattern's waves are too few pixels long to say which way of scaling is right. */
const request = fc
  .record({
    x: fc.nat(1380),
    y: fc.nat(1080),
    right: fc.integer({ min: 20, max: 500 }),
    down: fc.integer({ min: 20, max: 500 }),
    across: fc.double({ min: 0.4, max: 1, noNaN: true }),
    squeezed: fc.double({ min: 0.8, max: 1.25, noNaN: true }),
    quarters: fc.nat(3),
    mirrored: fc.boolean(),
  })
  .map(({ x, y, right, down, across, squeezed, ...turn }) => {
    const region = { x, y, width: Math.min(right, 1403 - x), height: Math.min(down, 1101 - y) };
    const size = {
      width: Math.max(1, Math.round(region.width * across)),
      height: Math.max(1, Math.min(region.height, Math.round(region.height * across * squeezed))),
    };
    return { region, size, ...turn };
  });

describe.each(IMAGE_APIS)('a picture in version $version', (api) => {
  it('shows its region at its size, mirrored and turned as asked', async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ region, size, mirrored, quarters }) => {
        const place = [region.x, region.y, region.width, region.height].join(',');
        const turn = `${mirrored ? '!' : ''}${quarters * 90}`;
        const path = `${api.path}/${imageId('page')}/${place}/${size.width},${size.height}/${turn}/default.png`;
        const answer = await served().ask(path);
        const upright = expectedPicture(SOURCE, region, size);
        await expectPicture(answer, turned(upright, { mirrored, quarters }), CLOSE_WHEN_SCALED);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
