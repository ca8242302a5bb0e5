/** Pairs of what was there and what is there now, by index; neither side is ever given away twice. */
export class Matching {
  readonly #previousOf: (number | undefined)[];
  readonly #taken: boolean[];

  constructor(previous: number, next: number) {
    this.#previousOf = Array.from({ length: next }, () => undefined);
    this.#taken = Array.from({ length: previous }, () => false);
  }

  /** Does nothing if one of the two has a partner already. */
  pair(previous: number, next: number): void {
    if (this.#taken[previous] !== false || this.#previousOf[next] !== undefined) return;
    this.#taken[previous] = true;
    this.#previousOf[next] = previous;
  }

  previousOf(next: number): number | undefined {
    return this.#previousOf[next];
  }

  freePrevious(): number[] {
    return range(0, this.#taken.length).filter((index) => this.#taken[index] === false);
  }

  freeNext(): number[] {
    return range(0, this.#previousOf.length).filter((index) => this.#previousOf[index] === undefined);
  }

  /**
   * The stretches between pairs that are in the same order on both sides, each with what is still free in it;
   * stretches with nothing free on one side are left out.
   */
  gaps(): Gap[] {
    const pairs = longestInOrder(
      this.#previousOf.flatMap((previous, next): Pair[] =>
        previous === undefined ? [] : [{ previous, next }],
      ),
    );
    const ends = [...pairs, { previous: this.#taken.length, next: this.#previousOf.length }];
    return ends.flatMap((end, index): Gap[] => {
      const start = pairs[index - 1] ?? { previous: -1, next: -1 };
      const gap = {
        previous: range(start.previous + 1, end.previous).filter((at) => this.#taken[at] === false),
        next: range(start.next + 1, end.next).filter((at) => this.#previousOf[at] === undefined),
      };
      return gap.previous.length > 0 && gap.next.length > 0 ? [gap] : [];
    });
  }
}

export type Gap = { previous: readonly number[]; next: readonly number[] };

export type Pair = { previous: number; next: number };

/** The longest choice of these pairs, sorted by `next`, in which `previous` rises too (patience sorting). */
export function longestInOrder(pairs: readonly Pair[]): Pair[] {
  const piles: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach((pair, index) => {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const top = pairs[piles[middle] ?? 0];
      if (top !== undefined && top.previous < pair.previous) low = middle + 1;
      else high = middle;
    }
    before[index] = piles[low - 1];
    piles[low] = index;
  });
  const chosen: Pair[] = [];
  let at = piles.at(-1);
  while (at !== undefined) {
    const pair = pairs[at];
    if (pair !== undefined) chosen.push(pair);
    at = before[at];
  }
  return chosen.reverse();
}

/** Indices of the keys that stand once on either side, in the order of `next`. */
export function uniquePairs(
  previous: readonly (string | undefined)[],
  next: readonly (string | undefined)[],
): [previous: number, next: number][] {
  const before = onlyIndices(previous);
  return [...onlyIndices(next)].flatMap(([key, is]): [number, number][] => {
    const was = before.get(key);
    return was === undefined || is === undefined ? [] : [[was, is]];
  });
}

/** Of each key its index; undefined if it stands more than once. */
function onlyIndices(keys: readonly (string | undefined)[]): Map<string, number | undefined> {
  const indices = new Map<string, number | undefined>();
  keys.forEach((key, index) => {
    if (key !== undefined) indices.set(key, indices.has(key) ? undefined : index);
  });
  return indices;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
