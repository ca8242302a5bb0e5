import { primary } from './language-map.ts';

export type Direction = 'ltr' | 'rtl' | 'auto';

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ji',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const RIGHT_TO_LEFT_SCRIPT = /-(adlm|arab|aran|hebr|mand|nkoo|rohg|samr|syrc|thaa)(-|$)/i;

/** The way a language is written, by its BCP 47 tag; `auto` leaves it to the first letter. */
export function directionOf(language: string): Direction {
  if (language === '') return 'auto';
  if (RIGHT_TO_LEFT_SCRIPT.test(language)) return 'rtl';
  // Azerbaijani in Latin letters, Yiddish in Latin letters: a script that is named wins over the language.
  if (/-[a-z]{4}(-|$)/i.test(language)) return 'ltr';
  return RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr';
}
