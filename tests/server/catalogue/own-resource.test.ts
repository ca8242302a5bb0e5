import { describe, expect, it } from 'vitest';
import { ownResource } from '../../../server/catalogue/own-resource.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';

const urls = new PublicUrls('https://example.org/archive');

describe('an address of this archive', () => {
  it('names what it was made for', () => {
    const manifest = { kind: 'manifest', document: 'telegram' };
    expect(ownResource(urls.manifest('telegram'), urls)).toEqual(manifest);
    expect(ownResource(urls.manifestOfVersion('telegram', 3), urls)).toEqual(manifest);
    expect(ownResource(urls.canvas('telegram', '705 verso'), urls)).toEqual({
      ...{ kind: 'canvas', document: 'telegram' },
      page: '705 verso',
    });
    expect(ownResource(urls.annotation('telegram', 'ru', 's1', 2), urls)).toEqual({
      ...{ kind: 'annotation', document: 'telegram' },
      ...{ text: 'ru', annotation: 's1.2' },
    });
    expect(ownResource(urls.range('telegram', '2-1'), urls)).toEqual({
      ...{ kind: 'range', document: 'telegram' },
      range: '2-1',
    });
  });

  it('is none that only looks like one', () => {
    const others = [
      'https://example.org/iiif/documents/telegram/manifest',
      'https://example.net/archive/iiif/documents/telegram/manifest',
      'https://example.org/archive.evil/iiif/documents/telegram/manifest',
      'https://other.example/?https://example.org/archive/iiif/documents/telegram/manifest',
      urls.text('telegram', 'ru'),
      urls.annotationPage('telegram', 'ru', '705'),
      urls.collection('top'),
      urls.documentPage('telegram'),
      `${urls.manifest('telegram')}/x`,
      urls.canvas('telegram', '%'),
      `${urls.base}/iiif/documents/%ff/manifest`,
      `${urls.base}/iiif/`,
      '',
    ];
    const found = others.map((address) => ownResource(address, urls));
    expect(found.filter((resource) => resource !== undefined)).toEqual([
      { kind: 'canvas', document: 'telegram', page: '%' },
    ]);
  });
});
