import type { TextRecord } from './text.ts';

/** Translations that have a counterpart: another one of the same original. */
export function comparable<Text extends Pick<TextRecord, 'role' | 'translationOf'>>(
  texts: readonly Text[],
): Text[] {
  const translations = texts.filter(
    ({ role, translationOf }) => role === 'translation' && translationOf !== undefined,
  );
  return translations.filter((text) =>
    translations.some((other) => other !== text && other.translationOf === text.translationOf),
  );
}
