import type { Located } from './locate.ts';

/** Words that were asked for one by one and stand beside each other are one hit: `Мун`, `Тхэ`, `Гок`. */
export function joinNeighbours(text: string, located: readonly Located[]): Located[] {
  const joined: Located[] = [];
  for (const hit of located) {
    const before = joined.at(-1);
    if (before === undefined || before.leaf === hit.leaf || !GAP.test(text.slice(before.end, hit.start))) {
      joined.push(hit);
    } else {
      // Its leaf is the last one's: the same word once more begins another hit.
      joined[joined.length - 1] = { ...hit, start: before.start };
    }
  }
  return joined;
}

const GAP = /^[\s\-‐‑]{1,2}$/;
