import { inLanguage, type LanguageMap } from '../../model/language-map.ts';
import type { Run } from './citation-text.tsx';

/** Words of a record on one line, and the language that they are in; `none` where that is not known. */
export type CitedWords = { value: string; language: string };

/** The first form in the language asked for, or the next best; undefined where there are no words at all. */
export function citedWords(map: LanguageMap | undefined, language: string): CitedWords | undefined {
  if (map === undefined) return undefined;
  const found = inLanguage(map, language);
  const value = oneLine(found.values[0] ?? '');
  return value === '' ? undefined : { value, language: found.language };
}

/** Line breaks and control characters would end a field of RIS, and have no place in a note. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Marked with its language where that is not the citation's. */
export function wordsRun({ value, language }: CitedWords, own: string): Run {
  return language === own || language === 'none' ? { text: value } : { text: value, language };
}
