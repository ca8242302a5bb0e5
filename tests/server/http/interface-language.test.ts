import { describe, expect, it } from 'vitest';
import {
  acceptedLanguage,
  addressIn,
  cookieValue,
  languageCookie,
  negotiateLanguage,
} from '../../../server/http/interface-language.ts';

describe('the language of a page', () => {
  it('is the one that the address asks for, whatever cookie and browser say', () => {
    const others = { cookie: 'diptych-language=en', accept: 'en' };
    expect(negotiateLanguage({ parameter: 'ru', ...others })).toEqual({ language: 'ru', chosen: true });
  });

  it('is else that of the cookie, else that of the browser, else English', () => {
    expect(negotiateLanguage({ cookie: 'a=b; diptych-language=ru', accept: 'en' })).toEqual({
      language: 'ru',
      chosen: false,
    });
    expect(negotiateLanguage({ accept: 'ru' }).language).toBe('ru');
    expect(negotiateLanguage({}).language).toBe('en');
  });

  it.each([['de'], ['RU'], [['ru', 'en']], [{ a: 'ru' }], ['constructor'], ['']])(
    'passes over %j, which is no language of ours',
    (parameter) => {
      expect(negotiateLanguage({ parameter, accept: 'ru' })).toEqual({ language: 'ru', chosen: false });
      expect(negotiateLanguage({ parameter })).toEqual({ language: 'en', chosen: false });
    },
  );

  it('is that of tests only where tests ask for it', () => {
    const asked = { parameter: 'qps-plocm', cookie: 'diptych-language=qps-plocm', accept: 'qps-plocm' };
    expect(negotiateLanguage(asked).language).toBe('en');
    expect(negotiateLanguage(asked, { pseudo: true }).language).toBe('qps-plocm');
  });
});

describe('Accept-Language', () => {
  it.each([
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7', 'ru'],
    ['en-US,en;q=0.9,ru;q=0.8', 'en'],
    ['RU-ru', 'ru'],
    ['de-DE,de;q=0.9,ru;q=0.4,en;q=0.3', 'ru'],
    // Of equal weight: as the header has them.
    ['ru, en', 'ru'],
    ['en, ru', 'en'],
    ['de, ru;q=0.5, *;q=0.1', 'ru'],
    ['*', 'en'],
    ['en;q=0, *', 'ru'],
    ['ru;q=0, *;q=0.5', 'en'],
    ['ru;q=0', 'en'],
    ['ko, ja', 'en'],
    // A prefix is a whole subtag: these are Rusyn and Middle English.
    ['rue', 'en'],
    ['rue, enm', 'en'],
    ['ru;q=2', 'en'],
    [';;;,,,q=', 'en'],
    ['', 'en'],
  ])('%s asks for %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it('is read to a length that an honest one has', () => {
    expect(acceptedLanguage(`${'xx,'.repeat(100_000)}ru`)).toBe('en');
  });
});

describe('the cookie', () => {
  it('is found among others, by its whole name', () => {
    expect(cookieValue('x-diptych-language=en; diptych-language=ru', 'diptych-language')).toBe('ru');
    expect(cookieValue('diptych-language', 'diptych-language')).toBeUndefined();
    expect(cookieValue(undefined, 'diptych-language')).toBeUndefined();
  });

  it('is kept for a year, where the archive is and nowhere else', () => {
    expect(languageCookie('ru', 'https://example.org/archive')).toBe(
      'diptych-language=ru; Path=/archive; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure',
    );
    expect(languageCookie('en', 'http://127.0.0.1:8080')).toBe(
      'diptych-language=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
    );
  });
});

describe('an address in another language', () => {
  it('keeps the rest of the query just as it is', () => {
    expect(addressIn('ru', '/search?q=%D0%BC+x&lang=en&kind=telegram&kind=letter')).toBe(
      '/search?q=%D0%BC+x&kind=telegram&kind=letter&lang=ru',
    );
    expect(addressIn('ru', '/')).toBe('/?lang=ru');
    expect(addressIn(undefined, '/?lang=ru')).toBe('/');
    expect(addressIn(undefined, '/search?language=ru&lang')).toBe('/search?language=ru');
  });
});
