import { describe, expect, it } from 'vitest';
import { isLanguageTag, unregistered } from '../../../server/lint/language-tag.ts';

describe('language tags', () => {
  it.each([
    ...[
      'en',
      'ru-petr1708',
      'es-419',
      'de-1901',
      'de-CH-1996',
      'zh-Hant-TW',
      'sl-rozaj-biske',
      'sr-Latn',
      'ar-latn',
    ],
    ...[
      'zh-yue',
      'en-a-bbb-x-cipher',
      'x-cipher',
      'i-klingon',
      'sgn-BE-FR',
      'hy-arevela',
      'mul',
      'und',
      'zxx',
    ],
  ])('are those of BCP 47: %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each([
    '',
    'e',
    'en_US',
    'en-',
    '-en',
    'en--US',
    '@none',
    'en US',
    'ru-petr17080',
    '7',
    'x',
    'en-x',
    `en-${'a'.repeat(9)}`,
    'x-a'.repeat(100),
  ])('are not just any text: %j', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  });

  it.each([
    ['eng', 'en'],
    ['rus', 'ru'],
    ['ger', 'de'],
    ['fre', 'fr'],
    ['lat', 'la'],
    ['jp', ''],
    ['cz', ''],
    ['english', ''],
  ])('name a language by its shortest code: not %s', (tag, meant) => {
    expect(unregistered(tag)).toBe(meant);
  });

  it.each([
    'en',
    'la',
    'iw',
    'sh',
    'grc',
    'fro',
    'lzh',
    'cu',
    'und',
    'mul',
    'zxx',
    'mis',
    'qaa',
    'x-cipher',
    'i-klingon',
    'tlh',
    'gsw',
  ])('are let alone where somebody registered them: %s', (tag) => {
    expect(unregistered(tag)).toBeUndefined();
  });

  it('are told from others in no time, however they are made', () => {
    expect(isLanguageTag('a-'.repeat(1_000_000))).toBe(false);
  });
});
