import { describe, expect, it } from 'vitest';
import { thumbnailOf } from '../../../server/catalogue/thumbnail.ts';
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
