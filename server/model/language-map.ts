/** Texts by BCP 47 language tag; `none` where the language is not known. Presentation API 3.0 §4.1. */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

/** The values in the language asked for, else English, else in no language, else the first there are. */
export function inLanguage(
  map: LanguageMap,
  language: string,
): { language: string; values: readonly string[] } {
  for (const tag of [language, 'en', 'none', ...Object.keys(map)]) {
    const values = map[tag];
    if (values !== undefined && values.length > 0) return { language: tag, values };
  }
  return { language: 'none', values: [] };
}
