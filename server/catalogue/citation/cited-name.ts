import type { LanguageMap } from '../../model/language-map.ts';
import { citedWords, type CitedWords } from './cited-words.ts';
import { divideName, isFamilyFirst } from './divide-name.ts';

/** Somebody as a citation names them. */
export type CitedName = CitedWords & {
  /** Only where it is known which part is which: names are never turned around by guess. */
  parts?: { family: string; given: string };
};

export function citedName(name: LanguageMap, language: string): CitedName | undefined {
  const words = citedWords(name, language);
  if (words === undefined) return undefined;
  // `Kim, Il Sung`, as catalogues have it, is written without the comma where the family stands first anyway.
  if (isFamilyFirst(name)) return { ...words, value: words.value.replace(/^([^,]+), ([^,]+)$/u, '$1 $2') };
  const parts = divideName(words.value);
  return parts === undefined ? words : { ...words, parts };
}

/** `Terenty Shtykov`; `Kim Il Sung`. */
export function naturalName({ value, parts }: CitedName): string {
  return parts === undefined ? value : `${parts.given} ${parts.family}`;
}

/** `Shtykov, Terenty`; `Kim Il Sung`, as it is. */
export function invertedName({ value, parts }: CitedName): string {
  return parts === undefined ? value : `${parts.family}, ${parts.given}`;
}

/** `Shtykov`; the whole name where the family's part is not known. */
export function familyName({ value, parts }: CitedName): string {
  return parts?.family ?? value;
}

/** `T. F.` of `Terenty Fomich`, `J.-P.` of `Jean-Paul`. */
export function initialsOf(given: string): string {
  return given
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .map((part) => `${Array.from(part)[0]?.toUpperCase() ?? ''}.`)
        .join('-'),
    )
    .join(' ');
}
