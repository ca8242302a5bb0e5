import { describe, expect, it } from 'vitest';
import { inLanguage, words } from '../../../viewer/iiif/language-map.ts';

describe('words in the reader’s language', () => {
  it('are found by the primary language, else English, else none, else whatever comes first', () => {
    expect(words({ ru: ['Письмо'], 'en-GB': ['Letter'] }, 'en')).toBe('Letter');
    expect(words({ ru: ['Письмо'], en: ['Letter'] }, 'fr')).toBe('Letter');
    expect(words({ ru: ['Письмо'], none: ['705'] }, 'fr')).toBe('705');
    expect(inLanguage({ ko: ['편지'], ru: ['Письмо'] }, 'fr')).toEqual({ values: ['편지'], language: 'ko' });
  });

  it('are read from the forms of Presentation 2 too', () => {
    expect(words('Letter', 'en')).toBe('Letter');
    expect(words(['One', 'Two'], 'en')).toBe('One, Two');
    const labels = [
      { '@value': 'Brief', '@language': 'de' },
      { '@value': 'Letter', '@language': 'en' },
    ];
    expect(inLanguage(labels, 'de')).toEqual({ values: ['Brief'], language: 'de' });
    expect(words({ '@value': 'Brief', '@language': 'de' }, 'en')).toBe('Brief');
  });

  it('are none where there are none', () => {
    for (const label of [
      undefined,
      null,
      7,
      {},
      [],
      { en: [] },
      { en: [7, null] },
      { en: ['  '] },
      { '@value': 7 },
    ]) {
      expect(words(label, 'en')).toBeUndefined();
    }
  });
});
