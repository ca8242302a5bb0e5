/** Keys of a whole name as it is asked for. */
export function nameKeys(name: string): readonly string[] {
  const key = name.toLowerCase().replace(/[^a-z]/g, '');
  return key === '' ? [] : [key];
}

/** Stretches of a text that may be names, with their keys. */
export function nameMentions(
  _text: string,
): readonly { start: number; end: number; keys: readonly string[] }[] {
  return [];
}
