import { longestInOrder, uniquePairs, type Gap, type Matching } from './matching.ts';

type Sides<T> = { previous: readonly T[]; next: readonly T[] };

/** A gap up to this many comparisons is aligned exactly. */
const EXACT = 40_000;
const DEEPEST = 30;

/**
 * Pairs segments with exactly the same words: in order, as far as that goes, then what has moved. Among
 * neighbours with the same words, the first come first.
 */
export function matchByWords(matching: Matching, words: Sides<string>): void {
  for (const gap of matching.gaps()) matchInOrder(matching, words, gap, 0);
  matchMoved(matching, words);
}

/** Patience diff: common ends, then words that stand once on both sides, then the same between those. */
function matchInOrder(matching: Matching, words: Sides<string>, gap: Gap, depth: number): void {
  const { previous, next } = withoutEnds(matching, words, gap);
  if (previous.length === 0 || next.length === 0) return;
  const keys = {
    previous: previous.map((index) => words.previous[index]),
    next: next.map((index) => words.next[index]),
  };
  const unique = uniquePairs(keys.previous, keys.next).sort(([, a], [, b]) => a - b);
  const anchors = longestInOrder(unique.map(([was, is]) => ({ previous: was, next: is })));
  if (anchors.length === 0 || depth === DEEPEST) {
    if (previous.length * next.length <= EXACT) matchLongest(matching, keys, { previous, next });
    else matchGreedily(matching, keys, { previous, next });
    return;
  }
  let [was, is] = [0, 0];
  for (const anchor of [...anchors, { previous: previous.length, next: next.length }]) {
    matching.pair(previous[anchor.previous] ?? -1, next[anchor.next] ?? -1);
    const between = { previous: previous.slice(was, anchor.previous), next: next.slice(is, anchor.next) };
    matchInOrder(matching, words, between, depth + 1);
    [was, is] = [anchor.previous + 1, anchor.next + 1];
  }
}

/** Pairs what is equal from the start and from the end; gives what is left between. */
function withoutEnds(matching: Matching, words: Sides<string>, gap: Gap): Gap {
  let start = 0;
  let [was, is] = [gap.previous.length, gap.next.length];
  const equal = (before: number, after: number): boolean => {
    const [previous, next] = [gap.previous[before], gap.next[after]];
    if (previous === undefined || next === undefined) return false;
    if (words.previous[previous] !== words.next[next]) return false;
    matching.pair(previous, next);
    return true;
  };
  while (start < Math.min(was, is) && equal(start, start)) start += 1;
  while (was > start && is > start && equal(was - 1, is - 1)) [was, is] = [was - 1, is - 1];
  return { previous: gap.previous.slice(start, was), next: gap.next.slice(start, is) };
}

/** The longest common subsequence, by its table. */
function matchLongest(matching: Matching, keys: Sides<string | undefined>, gap: Gap): void {
  const width = gap.next.length + 1;
  const lengths = new Uint16Array((gap.previous.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = gap.previous.length - 1; row >= 0; row -= 1) {
    for (let column = gap.next.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        keys.previous[row] === keys.next[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let [row, column] = [0, 0];
  while (at(row, column) > 0) {
    if (keys.previous[row] === keys.next[column]) {
      matching.pair(gap.previous[row] ?? -1, gap.next[column] ?? -1);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
}

/** For thousands of repeated lines: each takes the next one of its words. Not always the longest choice. */
function matchGreedily(matching: Matching, keys: Sides<string | undefined>, gap: Gap): void {
  const waiting = queues(keys.previous);
  let last = -1;
  keys.next.forEach((key, index) => {
    const queue = waiting.get(key);
    while (queue !== undefined && queue.at < queue.indices.length) {
      const was = queue.indices[queue.at] ?? -1;
      queue.at += 1;
      if (was <= last) continue;
      last = was;
      matching.pair(gap.previous[was] ?? -1, gap.next[index] ?? -1);
      return;
    }
  });
}

/** What is left with equal words has moved: the first to the first. */
function matchMoved(matching: Matching, words: Sides<string>): void {
  const previous = matching.freePrevious();
  const waiting = queues(previous.map((index) => words.previous[index]));
  for (const next of matching.freeNext()) {
    const queue = waiting.get(words.next[next]);
    const was = queue?.indices[queue.at];
    if (queue === undefined || was === undefined) continue;
    queue.at += 1;
    matching.pair(previous[was] ?? -1, next);
  }
}

type Queue = { indices: number[]; at: number };

function queues(keys: readonly (string | undefined)[]): Map<string | undefined, Queue> {
  const found = new Map<string | undefined, Queue>();
  keys.forEach((key, index) => {
    const queue = found.get(key);
    if (queue === undefined) found.set(key, { indices: [index], at: 0 });
    else queue.indices.push(index);
  });
  return found;
}
