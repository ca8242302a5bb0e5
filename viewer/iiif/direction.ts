export type Direction = 'ltr' | 'rtl' | 'auto';

const RIGHT_TO_LEFT = /^(Adlm|Arab|Aran|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

const directions = new Map<string, Direction>();

/**
 * The way a language is written, by the script that its BCP 47 tag names or implies: `he` and `ku-Arab` are
 * `rtl`. `auto`, where there is no tag, leaves it to the first letter.
 */
export function directionOf(language: string): Direction {
  const known = directions.get(language);
  if (known !== undefined) return known;
  const direction = language === '' ? 'auto' : RIGHT_TO_LEFT.test(scriptOf(language)) ? 'rtl' : 'ltr';
  // Tags come from files and from other servers: a hostile one must not make this grow without end.
  if (directions.size < 1000) directions.set(language, direction);
  return direction;
}

function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return '';
  }
}
