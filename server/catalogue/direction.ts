const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);
const directions = new Map<string, 'ltr' | 'rtl'>();

/** How a language is written, by the script that its tag names or implies: `he` and `ku-Arab` are `rtl`. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const known = directions.get(tag);
  if (known !== undefined) return known;
  const direction = RIGHT_TO_LEFT.has(scriptOf(tag)) ? 'rtl' : 'ltr';
  // Tags come from the archive's files: a hostile one must not make this grow without end.
  if (directions.size < 1000) directions.set(tag, direction);
  return direction;
}

function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return '';
  }
}
