import type { ReactElement } from 'react';
import type { LanguageMap } from '../model/language-map.ts';
import { inLanguage } from '../model/language-map.ts';
import { directionOf, type Direction } from '../../viewer/iiif/direction.ts';
import { messages } from './messages.ts';

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
  const { language, values } = inLanguage(map, messages.language);
  return (
    <Element className={className} {...languageAttributes(language)}>
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
  const { language, values } = inLanguage(map, messages.language);
  return (
    <>
      {values.map((value, index) => (
        <p key={index} className={className} {...languageAttributes(language)}>
          {value}
        </p>
      ))}
    </>
  );
}

/** The words alone, for an attribute or the title of the window. */
export function plainWords(map: LanguageMap): string {
  return inLanguage(map, messages.language).values.join('; ');
}

/** The form of a name that is shown, with the language that it is in. */
export function nameForm(name: LanguageMap): { language: string; value: string } {
  const { language, values } = inLanguage(name, messages.language);
  return { language, value: values[0] ?? '' };
}

/** The other forms that a record has of a name, in other spellings, scripts and languages, each once. */
export function otherForms(name: LanguageMap): { language: string; value: string }[] {
  const shown = nameForm(name);
  const own = inLanguage(name, messages.language).values.slice(1);
  const seen = new Set([shown.value]);
  return [
    ...own.map((value) => ({ language: shown.language, value })),
    ...Object.entries(name)
      .filter(([language]) => language !== shown.language)
      .flatMap(([language, values]) => values.map((value) => ({ language, value }))),
  ].filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** Nothing where the words are in the page's own language or in none that is known. */
export function languageAttributes(tag: string): { lang?: string; dir?: Direction } {
  if (tag === messages.language || tag === 'none') return {};
  return { lang: tag, dir: directionOf(tag) };
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** `Russian`; the tag itself if it has no name. */
export function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // RangeError: no BCP 47 tag. Then it is at least what the record says.
    return tag;
  }
}
