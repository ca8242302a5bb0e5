/**
 * Which pages lie side by side in an open book, by their numbers from 0: the first alone, as the front of a volume, and
 * then two and two (Presentation 3 §3.4 `paged`).
 *
 * @param count of all pages. @param index of one of the spread.
 */
export function spreadAround(index: number, count: number): readonly number[] {
  if (index <= 0) return [0];
  const left = index % 2 === 1 ? index : index - 1;
  return left + 1 < count ? [left, left + 1] : [left];
}
