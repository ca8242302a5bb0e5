import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../../server/http/public-urls.ts';
import {
  propertiesOf,
  type Described,
} from '../../../../../server/iiif/presentation/version-2/properties.ts';

const base = 'https://example.org/archive';
const told = (resource: Described) => propertiesOf(resource, new PublicUrls(base));

describe('what a resource says of itself, in the words of 2.1', () => {
  it('attributes to the holder where no statement is required', () => {
    const provider = [{ label: { en: ['Archive'], ru: ['Архив'] } }];
    expect(told({ provider }).attribution).toEqual([
      { '@value': 'Archive', '@language': 'en' },
      { '@value': 'Архив', '@language': 'ru' },
    ]);
    expect(told({ provider }).metadata).toBeUndefined();
    expect(told({ provider: [{ label: { none: ['<A>'] } }] }).attribution).toBe('<span>&lt;A&gt;</span>');
  });

  it('tells of the holder in its metadata where a statement is required, once', () => {
    const provider = [{ label: { none: ['<A>'] } }];
    const requiredStatement = { label: { en: ['Source'] }, value: { en: ['By kind permission'] } };
    const properties = told({ provider, requiredStatement });
    expect(properties.attribution).toEqual({ '@value': 'By kind permission', '@language': 'en' });
    expect(properties.metadata).toEqual([
      {
        label: [
          { '@value': 'Repository', '@language': 'en' },
          { '@value': 'Хранилище', '@language': 'ru' },
        ],
        value: '<span>&lt;A&gt;</span>',
      },
    ]);
    const metadata = [{ label: { en: ['Kept at'] }, value: { none: ['<span>&lt;A&gt;</span>'] } }];
    expect(told({ provider, requiredStatement, metadata }).metadata).toHaveLength(1);
  });

  it('gives links, a logo, a direction and the search that 2.1 knows', () => {
    const properties = told({
      viewingDirection: 'right-to-left',
      behavior: ['unordered', 'paged'],
      provider: [
        {
          label: { en: ['Archive'] },
          logo: [{ id: 'https://example.org/logo.png', type: 'Image', format: 'image/png' }],
        },
      ],
      seeAlso: [
        {
          id: 'https://example.org/d.xml',
          type: 'Dataset',
          format: 'text/xml',
          profile: 'http://www.loc.gov/mods/v3',
        },
        { id: 'https://example.org/d.json', type: 'Dataset' },
      ],
      rendering: [
        { id: 'https://example.org/d.txt', type: 'Text', label: { en: ['Text'] }, format: 'text/plain' },
      ],
      service: [
        {
          '@context': 'http://iiif.io/api/search/1/context.json',
          '@id': `${base}/iiif/search/1/documents/telegram`,
          profile: 'http://iiif.io/api/search/1/search',
        },
        { id: `${base}/iiif/search/2/documents/telegram`, type: 'SearchService2' },
      ],
    });
    expect(properties).toMatchObject({
      viewingDirection: 'right-to-left',
      viewingHint: 'paged',
      logo: { '@id': 'https://example.org/logo.png', '@type': 'dctypes:Image', format: 'image/png' },
      seeAlso: [
        { '@id': 'https://example.org/d.xml', format: 'text/xml', profile: 'http://www.loc.gov/mods/v3' },
        { '@id': 'https://example.org/d.json' },
      ],
      rendering: {
        '@id': 'https://example.org/d.txt',
        label: { '@value': 'Text', '@language': 'en' },
        format: 'text/plain',
      },
      service: {
        '@context': 'http://iiif.io/api/search/1/context.json',
        '@id': `${base}/iiif/search/1/documents/telegram`,
        profile: 'http://iiif.io/api/search/1/search',
      },
    });
    expect(JSON.stringify(properties)).not.toContain('search/2');
  });
});
