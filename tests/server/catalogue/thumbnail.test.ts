import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitInside, thumbnailOf } from '../../../server/catalogue/thumbnail.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import type { PageImage } from '../../../server/model/page.ts';

const urls = new PublicUrls('https://example.org/archive');
const image = (width: number, height: number): PageImage => ({
  id: 'telegram_705',
  key: 'k',
  file: 'images/705.tif',
  part: 0,
  width,
  height,
});

describe('fitInside', () => {
  it('keeps proportions, at least a pixel and never more than the scan has', () => {
    expect(fitInside({ width: 2000, height: 2800 }, { width: 200, height: 200 })).toEqual({
      width: 143,
      height: 200,
    });
    expect(fitInside({ width: 50, height: 40 }, { width: 200, height: 200 })).toEqual({
      width: 50,
      height: 40,
    });
    expect(fitInside({ width: 9000, height: 3 }, { width: 200, height: 200 })).toEqual({
      width: 200,
      height: 1,
    });
    const side = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = fitInside({ width, height }, { width: 360, height: 480 });
        expect(size.width).toBeGreaterThanOrEqual(1);
        expect(size.width).toBeLessThanOrEqual(Math.min(360, width));
        expect(size.height).toBeGreaterThanOrEqual(1);
        expect(size.height).toBeLessThanOrEqual(Math.min(480, height));
      }),
    );
  });
});

describe('thumbnailOf', () => {
  it('names exact sizes, once and for screens of twice the density', () => {
    const base = 'https://example.org/archive/iiif/image/3/telegram_705/full';
    expect(thumbnailOf(image(2000, 2800), { width: 200, height: 200 }, urls)).toEqual({
      width: 143,
      height: 200,
      src: `${base}/143,200/0/default.jpg`,
      srcSet: `${base}/143,200/0/default.jpg 1x, ${base}/286,400/0/default.jpg 2x`,
    });
  });

  it('offers no second size that the scan does not have', () => {
    expect(thumbnailOf(image(90, 120), { width: 200, height: 200 }, urls).srcSet).toBeUndefined();
  });
});
