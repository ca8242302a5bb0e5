import { isRecord, listOf } from './json.ts';

/** Words in one language; `language` is empty where nobody said which. */
export type Wording = { values: readonly string[]; language: string };

/**
 * The words of a label in the reader's language, else in English, else in none, else in whichever comes
 * first. Reads language maps (Presentation 3 §4.1) and the strings and `@value` objects of Presentation 2.1
 * §4.3. Undefined if there are no words.
 */
export function inLanguage(label: unknown, language: string): Wording | undefined {
  const wordings = wordingsOf(label);
  const isIn = (wanted: string) => (wording: Wording) => primary(wording.language) === primary(wanted);
  return (
    wordings.find(isIn(language)) ??
    wordings.find(isIn('en')) ??
    wordings.find(({ language: own }) => own === '') ??
    wordings[0]
  );
}

/** The same as one line of plain text. */
export function words(label: unknown, language: string): string | undefined {
  return inLanguage(label, language)?.values.join(', ');
}

/** `en` of `en-GB`. */
export function primary(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** For a `lang` attribute: where it is left out, the language around it counts; empty it would say "unknown". */
export function languageTag(language: string | undefined): string | undefined {
  return language === '' ? undefined : language;
}

function wordingsOf(label: unknown): Wording[] {
  if (isRecord(label) && !('@value' in label)) {
    return Object.entries(label).flatMap(([language, value]) => {
      const values = listOf(value).filter(isWording);
      return values.length === 0 ? [] : [{ values, language: language === 'none' ? '' : language }];
    });
  }
  const byLanguage = new Map<string, string[]>();
  for (const item of listOf(label)) {
    const value = isRecord(item) ? item['@value'] : item;
    const own = isRecord(item) ? item['@language'] : undefined;
    if (!isWording(value)) continue;
    const language = typeof own === 'string' ? own : '';
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), value]);
  }
  return [...byLanguage].map(([language, values]) => ({ values, language }));
}

function isWording(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
