import type { InterfaceLanguage } from '../../http/interface-language.ts';
import { citationsOf, type Citation } from './citation-styles.ts';
import type { CitedSource } from './cited.ts';

/** The document in the style that readers of a language most likely cite in, for where there is room for one. */
export function usualCitation(source: CitedSource, language: InterfaceLanguage): Citation | undefined {
  const usual = language === 'ru' ? 'gost' : 'chicago-bibliography';
  return citationsOf(source).find(({ style }) => style.id === usual);
}
