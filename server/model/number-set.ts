/** Ascending numbers without repetition: units, or documents. */
export type NumberSet = Uint32Array;

export const EMPTY: NumberSet = new Uint32Array(0);

export function union(a: NumberSet, b: NumberSet): NumberSet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both = new Uint32Array(a.length + b.length);
  let [count, left, right] = [0, 0, 0];
  while (left < a.length || right < b.length) {
    const [x, y] = [a[left] ?? Infinity, b[right] ?? Infinity];
    both[count] = Math.min(x, y);
    count += 1;
    if (x <= y) left += 1;
    if (y <= x) right += 1;
  }
  return both.subarray(0, count);
}

export function intersection(a: NumberSet, b: NumberSet): NumberSet {
  return kept(a, b, true);
}

export function difference(a: NumberSet, b: NumberSet): NumberSet {
  return kept(a, b, false);
}

/** The numbers from `first` to `last`. */
export function within(set: NumberSet, first: number, last: number): NumberSet {
  return set.subarray(lowerBound(set, first), lowerBound(set, last + 1));
}

/** Where the first number stands that is not less. */
export function lowerBound(set: NumberSet, number: number, from = 0): number {
  let [low, high] = [from, set.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function kept(a: NumberSet, b: NumberSet, ifIn: boolean): NumberSet {
  const result = new Uint32Array(a.length);
  let [count, other] = [0, 0];
  for (const number of a) {
    while ((b[other] ?? Infinity) < number) other += 1;
    if ((b[other] === number) === ifIn) {
      result[count] = number;
      count += 1;
    }
  }
  return result.subarray(0, count);
}
