import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../server/http/public-urls.ts';

const urls = new PublicUrls('https://example.org/iiif/3/documents');
const base = 'https://example.org/iiif/3/documents/iiif';

describe('the address of a version', () => {
  it.each([
    [`${base}/documents/d/manifest`, `${base}/2/documents/d/manifest`],
    [`${base}/3/documents/d/manifest`, `${base}/2/documents/d/manifest`],
    [`${base}/collections/top`, `${base}/2/collections/top`],
    [`${base}/image/3/d_1/full/max/0/default.jpg`, `${base}/image/2/d_1/full/max/0/default.jpg`],
    [`${base}/context.json`, `${base}/context.json`],
    ['https://elsewhere.example/iiif/documents/d', 'https://elsewhere.example/iiif/documents/d'],
    [`https://example.org/iiif/documents/d`, `https://example.org/iiif/documents/d`],
  ])('of %s is %s', (url, versioned) => {
    expect(urls.inVersion(url, 2)).toBe(versioned);
  });

  it('is that of a manifest in the version that is asked for', () => {
    expect(urls.manifestOfVersion('d', 2)).toBe(`${base}/2/documents/d/manifest`);
    expect(urls.manifestOfVersion('d', 3)).toBe(`${base}/3/documents/d/manifest`);
  });
});
