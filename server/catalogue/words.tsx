import type { ReactElement } from 'react';
import type { LanguageMap } from '../model/language-map.ts';
import { inLanguage } from '../model/language-map.ts';
import { directionOf, type Direction } from '../../viewer/iiif/direction.ts';
import type { InterfaceLanguage } from '../http/interface-language.ts';
import { useLanguage } from './interface.tsx';
import { pseudoText } from './messages/pseudo.ts';

type Tag = 'span' | 'p' | 'h1' | 'h2' | 'h3' | 'dd' | 'div';

/** A record's words in the reader's language or the next best, marked with the language that they are in. */
export function Words({
  map,
  as: Element = 'span',
  className,
}: {
  map: LanguageMap;
  as?: Tag;
  className?: string | undefined;
}): ReactElement {
  const shown = useLanguage();
  const { language, values } = inLanguage(map, shown);
  return (
    <Element className={className} {...languageAttributes(language, shown)}>
      {values.join('; ')}
    </Element>
  );
}

/** Each value a paragraph of its own. */
export function Paragraphs({
  map,
  className,
}: {
  map: LanguageMap;
  className?: string | undefined;
}): ReactElement {
  const shown = useLanguage();
  const { language, values } = inLanguage(map, shown);
  return (
    <>
      {values.map((value, index) => (
        <p key={index} className={className} {...languageAttributes(language, shown)}>
          {value}
        </p>
      ))}
    </>
  );
}

/** The words alone, for an attribute or the title of the window. */
export function plainWords(map: LanguageMap, language: InterfaceLanguage): string {
  return inLanguage(map, language).values.join('; ');
}

/** The form of a name that is shown, with the language that it is in. */
export function nameForm(name: LanguageMap, wanted: InterfaceLanguage): { language: string; value: string } {
  const { language, values } = inLanguage(name, wanted);
  return { language, value: values[0] ?? '' };
}

/** The other forms that a record has of a name, in other spellings, scripts and languages, each once. */
export function otherForms(
  name: LanguageMap,
  wanted: InterfaceLanguage,
): { language: string; value: string }[] {
  const shown = nameForm(name, wanted);
  const own = inLanguage(name, wanted).values.slice(1);
  const seen = new Set([shown.value]);
  return [
    ...own.map((value) => ({ language: shown.language, value })),
    ...Object.entries(name)
      .filter(([language]) => language !== shown.language)
      .flatMap(([language, values]) => values.map((value) => ({ language, value }))),
  ].filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** Nothing where the words are in the page's own language or in none that is known. */
export function languageAttributes(
  tag: string,
  language: InterfaceLanguage,
): { lang?: string; dir?: Direction } {
  if (tag === language || tag === 'none') return {};
  return { lang: tag, dir: directionOf(tag) };
}

const languageNames = {
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
  ru: new Intl.DisplayNames(['ru'], { type: 'language' }),
};

/** `Russian`, `русский`; the tag itself if it has no name. */
export function languageName(tag: string, language: InterfaceLanguage): string {
  if (language === 'qps-plocm') return pseudoText(languageName(tag, 'en'));
  try {
    return languageNames[language].of(tag) ?? tag;
  } catch {
    // RangeError: no BCP 47 tag. Then it is at least what the record says.
    return tag;
  }
}
