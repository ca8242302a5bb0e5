/** Fixed to one locale, so that an archive is in the same order on every machine. */
const collator = new Intl.Collator('en', { numeric: true });

/** Compares as people count: `2` before `10`, `705` before `705 verso`. A total order: 0 means the same text. */
export function compareNaturally(a: string, b: string): number {
  const order = collator.compare(a, b);
  if (order !== 0) return order;
  return a < b ? -1 : a > b ? 1 : 0;
}
