import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../server/http/public-urls.ts';

const urls = new PublicUrls('https://example.org/iiif/3/documents');
const base = 'https://example.org/iiif/3/documents/iiif';

describe('the address of a search', () => {
  it('has its version, its scope and its question', () => {
    expect(urls.search(2, { kind: 'archive' })).toBe(`${base}/search/2`);
    expect(urls.search(1, { kind: 'document', id: 'd' }, { q: 'a b&c', page: '2' })).toBe(
      `${base}/search/1/documents/d?q=a%20b%26c&page=2`,
    );
    expect(urls.autocomplete(2, { kind: 'collection', id: 'c' }, { q: 'a' })).toBe(
      `${base}/search/2/collections/c/autocomplete?q=a`,
    );
  });
});

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
