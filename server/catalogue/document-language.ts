import { PSEUDO_LANGUAGE, type InterfaceLanguage } from '../http/interface-language.ts';

/** What the `html` element says of a page's language; from left to right is what browsers suppose anyway. */
export function documentLanguage(language: InterfaceLanguage): { lang: InterfaceLanguage; dir?: 'rtl' } {
  return { lang: language, ...(RIGHT_TO_LEFT.has(language) ? { dir: 'rtl' } : {}) };
}

/** The language of tests has no script that would tell. */
const RIGHT_TO_LEFT: ReadonlySet<InterfaceLanguage> = new Set([PSEUDO_LANGUAGE]);
