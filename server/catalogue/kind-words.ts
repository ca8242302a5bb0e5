/** A record's word at the beginning of a line: `telegram` reads `Telegram`, whatever its script. */
export function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase() + rest.join('');
}
