/** Longer values are cut: a hostile one may be megabytes long. */
const LONGEST = 100;

/** A value of a document as a message may repeat it: a string in quotes, a structure by what it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
  return value === undefined ? 'nothing' : 'an object';
}

/**
 * In quotes, with whatever could act on a terminal (escape sequences, C1 controls) or turn the line around
 * (bidirectional controls) written as an escape.
 */
export function quoted(text: string): string {
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 3)}...`;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `a, b and c`; of many, the first few and how many more there are. */
export function listed(values: readonly string[], word: 'and' | 'or' = 'and'): string {
  const first = values.slice(0, MOST_LISTED);
  const rest = values.length - first.length;
  const words = rest > 0 ? [...first, `${rest} more`] : first;
  return words.length <= 1
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1) ?? ''}`;
}

const MOST_LISTED = 5;
