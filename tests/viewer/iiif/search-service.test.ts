import { describe, expect, it } from 'vitest';
import { questionTo, searchServiceOf } from '../../../viewer/iiif/search-service.ts';

const two = {
  id: 'https://archive.example/search/2',
  type: 'SearchService2',
  service: [{ id: 'https://archive.example/search/2/autocomplete', type: 'AutoCompleteService2' }],
};
const one = {
  '@id': 'https://archive.example/search/1',
  '@type': 'SearchService1',
  profile: 'http://iiif.io/api/search/1/search',
  service: {
    '@id': 'https://archive.example/search/1/autocomplete',
    profile: 'http://iiif.io/api/search/1/autocomplete',
  },
};

describe('searchServiceOf', () => {
  it('takes version 2 before version 1, wherever it stands', () => {
    expect(searchServiceOf({ service: [one, two] })).toEqual({
      version: 2,
      address: 'https://archive.example/search/2',
      autocomplete: 'https://archive.example/search/2/autocomplete',
    });
  });

  it('finds version 1 bare, by its profile alone, in the words of 0.9, and as Presentation 3 writes it', () => {
    const found = {
      version: 1,
      address: 'https://archive.example/search/1',
      autocomplete: 'https://archive.example/search/1/autocomplete',
    };
    const { '@type': _, ...untyped } = one;
    expect(searchServiceOf({ service: one })).toEqual(found);
    expect(searchServiceOf({ service: untyped })).toEqual(found);
    expect(
      searchServiceOf({ service: { ...untyped, profile: ['http://iiif.io/api/search/0/search'] } }),
    ).toEqual(found);
    expect(
      searchServiceOf({
        service: [{ id: one['@id'], type: 'SearchService1', service: [one.service] }],
      }),
    ).toEqual(found);
  });

  it('reads in `services` what `service` only refers to', () => {
    const manifest = { service: [{ id: two.id, type: two.type }], services: [two] };
    expect(searchServiceOf(manifest)?.autocomplete).toBe('https://archive.example/search/2/autocomplete');
  });

  it('finds nothing in other services, in odd things, or at what is no address of the web', () => {
    for (const service of [
      undefined,
      null,
      'https://archive.example/search',
      { '@id': 'https://archive.example/image', profile: 'http://iiif.io/api/image/2/level2.json' },
      { id: 'javascript:alert(1)', type: 'SearchService2' },
      { id: 7, type: 'SearchService2' },
      { type: 'SearchService2' },
      { id: 'https://archive.example/x', profile: { profile: 'http://iiif.io/api/search/1/search' } },
    ])
      expect(searchServiceOf({ service })).toBeUndefined();
    expect(searchServiceOf('manifest')).toBeUndefined();
  });
});

describe('questionTo', () => {
  it('keeps what the address of the service has of its own', () => {
    expect(questionTo('https://archive.example/search?id=7&q=old', 'мост & река')).toBe(
      'https://archive.example/search?id=7&q=%D0%BC%D0%BE%D1%81%D1%82+%26+%D1%80%D0%B5%D0%BA%D0%B0',
    );
  });
});
