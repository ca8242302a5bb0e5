import { PSEUDO_LANGUAGE, type InterfaceLanguage } from '../http/interface-language.ts';

/** What the `html` element says of a page's language; from left to right is what browsers suppose anyway. */
export function documentLanguage(language: InterfaceLanguage): { lang: InterfaceLanguage; dir?: 'rtl' } {
  return { lang: language, ...(RIGHT_TO_LEFT.has(language) ? { dir: 'rtl' } : {}) };
}

/** The same of our own words where they stand among words of another language. */
export function ownWords(language: InterfaceLanguage): { lang: InterfaceLanguage; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr' };
}

/** The language of tests has no script that would tell. */
const RIGHT_TO_LEFT: ReadonlySet<InterfaceLanguage> = new Set([PSEUDO_LANGUAGE]);
