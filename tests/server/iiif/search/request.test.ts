import { describe, expect, it } from 'vitest';
import { parametersOf, readSearchRequest, readTermsRequest } from '../../../../server/iiif/search/request.ts';

const invalid: unknown = expect.objectContaining({ code: 'search-invalid' });

describe('a search request', () => {
  it('restricts nothing by what is not given or empty', () => {
    const whole = { q: '', motivations: [], exact: false, page: 1, ignored: [] };
    expect(readSearchRequest({})).toEqual(whole);
    expect(readSearchRequest({ q: '', motivation: '', language: '', exact: '', page: '', user: '' })).toEqual(
      whole,
    );
  });

  it('takes every parameter that is heeded, and tells the others', () => {
    expect(
      readSearchRequest({
        q: ' two  words',
        motivation: 'oa:commenting  supplementing',
        language: 'RU-petr1708',
        exact: '1',
        page: '12',
        date: 'x/y',
        user: ['a', 'b'],
        min: '2',
        __proto__x: 'z',
      }),
    ).toEqual({
      q: ' two  words',
      motivations: ['commenting', 'supplementing'],
      language: 'ru',
      exact: true,
      page: 12,
      ignored: ['date', 'user', 'min', '__proto__x'],
    });
  });

  it.each([
    { q: ['a', 'b'] },
    { motivation: ['a', 'b'] },
    { page: '0' },
    { page: '-1' },
    { page: '01' },
    { page: '1e9' },
    { page: '1000000000' },
    { page: '1.5' },
    { page: ['1', '2'] },
    { exact: 'yes' },
    { language: "ru' OR 1=1" },
  ])('refuses %j', (query) => {
    expect(() => readSearchRequest(query)).toThrow(invalid);
  });

  it('is told again without what is not heeded', () => {
    expect(
      parametersOf(readSearchRequest({ q: 'a&b', motivation: 'x y', language: 'ru', exact: '1', user: 'u' })),
    ).toEqual({ q: 'a&b', motivation: 'x y', language: 'ru', exact: '1' });
    expect(parametersOf(readSearchRequest({ q: '', page: '2', exact: '0' }))).toEqual({ q: '' });
  });
});

describe('an autocomplete request', () => {
  it('heeds q and little else', () => {
    expect(() => readTermsRequest({ q: ['a', 'b'] })).toThrow(invalid);
    for (const query of [{}, { q: '' }])
      expect(readTermsRequest(query)).toEqual({ q: '', motivations: [], ignored: [] });
    expect(readTermsRequest({ q: 'bir', min: '2', language: 'en', motivation: 'painting' })).toEqual({
      q: 'bir',
      motivations: ['painting'],
      ignored: ['min', 'language'],
    });
  });
});
