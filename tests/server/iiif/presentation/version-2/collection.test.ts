import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../../server/http/public-urls.ts';
import type { CollectionMember } from '../../../../../server/iiif/presentation/resource.ts';
import { collection } from '../../../../../server/iiif/presentation/version-2/collection.ts';

const urls = new PublicUrls('https://example.org');
const id = 'https://example.org/iiif/2/collections/fond';

const inner: CollectionMember = {
  id: 'https://example.org/iiif/collections/inner',
  type: 'Collection',
  label: { none: ['Inner'] },
};
const letter: CollectionMember = {
  id: 'https://example.org/iiif/documents/letter/manifest',
  type: 'Manifest',
  label: { en: ['Letter'] },
  navDate: '1950-10-07T00:00:00Z',
  thumbnail: [
    {
      id: 'https://example.org/iiif/image/3/letter_1/full/143,200/0/default.jpg',
      type: 'Image',
      format: 'image/jpeg',
    },
  ],
};

const made = (items: CollectionMember[]) =>
  collection({ id, type: 'Collection', label: { none: ['Fond'] }, items }, urls);

describe('a collection in the words of 2.1', () => {
  it('lists collections and manifests apart, under the addresses of its version', () => {
    expect(made([inner, letter])).toEqual({
      '@id': id,
      '@type': 'sc:Collection',
      label: 'Fond',
      collections: [
        {
          '@id': 'https://example.org/iiif/2/collections/inner',
          '@type': 'sc:Collection',
          label: 'Inner',
          viewingHint: 'individuals',
        },
      ],
      manifests: [
        {
          '@id': 'https://example.org/iiif/2/documents/letter/manifest',
          '@type': 'sc:Manifest',
          label: { '@value': 'Letter', '@language': 'en' },
          thumbnail: {
            '@id': 'https://example.org/iiif/image/2/letter_1/full/143,200/0/default.jpg',
            '@type': 'dctypes:Image',
            format: 'image/jpeg',
          },
          navDate: '1950-10-07T00:00:00Z',
        },
      ],
    });
  });

  it('lists them together too where their order says more', () => {
    const { members, collections, manifests } = made([letter, inner]);
    expect(members?.map((member) => member['@type'])).toEqual(['sc:Manifest', 'sc:Collection']);
    expect(collections).toHaveLength(1);
    expect(manifests).toHaveLength(1);
  });

  it('lists nothing where there is nothing, and says so', () => {
    expect(made([])).toMatchObject({ manifests: [] });
    expect(made([inner])).not.toHaveProperty('manifests');
  });

  it('tells what is above it, who holds it and where people read of it', () => {
    const told = collection(
      {
        id,
        type: 'Collection',
        label: { en: ['Fond'] },
        summary: { en: ['Telegrams.'] },
        rights: 'http://rightsstatements.org/vocab/NKC/1.0/',
        provider: [{ id: 'https://example.org/#a', type: 'Agent', label: { en: ['Archive'] }, homepage: [] }],
        homepage: [
          {
            id: 'https://example.org/collections/fond',
            type: 'Text',
            label: { en: ['Page'] },
            format: 'text/html',
          },
        ],
        partOf: [{ id: 'https://example.org/iiif/collections/top', type: 'Collection' }],
        items: [],
      },
      urls,
    );
    expect(told).toMatchObject({
      description: { '@value': 'Telegrams.', '@language': 'en' },
      license: 'http://rightsstatements.org/vocab/NKC/1.0/',
      attribution: { '@value': 'Archive', '@language': 'en' },
      related: { '@id': 'https://example.org/collections/fond' },
      within: 'https://example.org/iiif/2/collections/top',
    });
  });
});
