import { bigramsOf, similarityOf, type Bigrams } from '../language/similarity.ts';
import { overlapOf, type Box } from '../model/box.ts';
import type { NextSegment } from './match-segments.ts';
import type { Gap, Matching } from './matching.ts';

/** Words that changed at a place that did not are the same segment. */
const SAME_PLACE = 0.5;
/** Between neighbours that are known: alike enough to be the same words, corrected ... */
const ALIKE = 0.4;
/** ... or hardly, where as many are missing as are new. */
const HARDLY_ALIKE = 0.2;
/** Boxes that one box is compared with, and lines either way that one line is: hostile files pile them up. */
const MOST_BOXES = 64;
const BAND = 20;

/** Pairs what has no equal words: by its box on the page, then by where it stands between its neighbours. */
export function matchByPlace(
  matching: Matching,
  previous: readonly NextSegment[],
  next: readonly NextSegment[],
): void {
  matchBoxes(matching, previous, next);
  for (const gap of matching.gaps()) matchGap(matching, gap, previous, next);
}

type Boxed = { index: number; box: Box };

function matchBoxes(
  matching: Matching,
  previous: readonly NextSegment[],
  next: readonly NextSegment[],
): void {
  const pages = new Map<string, Boxed[]>();
  for (const index of matching.freePrevious()) {
    const { page, box } = previous[index] ?? {};
    if (page === undefined || box === undefined) continue;
    const boxes = pages.get(page);
    if (boxes === undefined) pages.set(page, [{ index, box }]);
    else boxes.push({ index, box });
  }
  for (const boxes of pages.values()) boxes.sort((a, b) => a.box.y - b.box.y);
  const found: { was: number; is: number; overlap: number }[] = [];
  for (const is of matching.freeNext()) {
    const { page, box } = next[is] ?? {};
    if (page === undefined || box === undefined) continue;
    for (const { index, box: before } of near(box, pages.get(page) ?? [])) {
      const overlap = overlapOf(before, box);
      if (overlap > SAME_PLACE) found.push({ was: index, is, overlap });
    }
  }
  found.sort((a, b) => b.overlap - a.overlap);
  for (const { was, is } of found) matching.pair(was, is);
}

/** Two boxes that share more than half of their area start less than one height apart. */
function near(box: Box, sorted: readonly Boxed[]): Boxed[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.box.y ?? 0) < box.y - box.height) low = middle + 1;
    else high = middle;
  }
  const found: Boxed[] = [];
  for (let at = low; at < sorted.length; at += 1) {
    const candidate = sorted[at];
    if (candidate === undefined || candidate.box.y > box.y + box.height) break;
    if (candidate.box.x >= box.x + box.width || candidate.box.x + candidate.box.width <= box.x) continue;
    found.push(candidate);
    if (found.length === MOST_BOXES) break;
  }
  return found;
}

function matchGap(
  matching: Matching,
  gap: Gap,
  previous: readonly NextSegment[],
  next: readonly NextSegment[],
): void {
  const before = gap.previous.map((index) => bigramsOf(previous[index]?.value ?? ''));
  const after = gap.next.map((index) => bigramsOf(next[index]?.value ?? ''));
  for (const [was, is] of alignAlike(before, after)) {
    matching.pair(gap.previous[was] ?? -1, gap.next[is] ?? -1);
  }
  if (before.length !== after.length) return;
  before.forEach((words, index) => {
    const now = after[index];
    if (now === undefined || similarityOf(words, now) < HARDLY_ALIKE) return;
    matching.pair(gap.previous[index] ?? -1, gap.next[index] ?? -1);
  });
}

/** The pairs, in order, whose similarities add up to the most; each looks only near its own share of the gap. */
function alignAlike(before: readonly Bigrams[], after: readonly Bigrams[]): [number, number][] {
  const width = 2 * BAND + 1;
  const firstOf = (row: number): number => Math.round((row * after.length) / before.length) - BAND;
  const scores = new Float64Array((before.length + 1) * (width + 1));
  const alike = new Float64Array(before.length * width);
  // Of the rows from here on, and of the columns from this one on.
  const score = (row: number, column: number): number => {
    if (row >= before.length) return 0;
    const offset = Math.max(0, column - firstOf(row));
    return offset > width ? 0 : (scores[row * (width + 1) + offset] ?? 0);
  };
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const first = firstOf(row);
    for (let offset = width - 1; offset >= 0; offset -= 1) {
      const [was, is] = [before[row], after[first + offset]];
      const same = was === undefined || is === undefined ? 0 : similarityOf(was, is);
      alike[row * width + offset] = same;
      const paired = same >= ALIKE ? same + score(row + 1, first + offset + 1) : 0;
      const passed = Math.max(score(row + 1, first + offset), scores[row * (width + 1) + offset + 1] ?? 0);
      scores[row * (width + 1) + offset] = Math.max(paired, passed);
    }
  }
  return trace();

  function trace(): [number, number][] {
    const pairs: [number, number][] = [];
    let column = 0;
    for (let row = 0; row < before.length; row += 1) {
      for (let at = Math.max(column, firstOf(row)); at < firstOf(row) + width; at += 1) {
        const here = score(row, at);
        if (here <= score(row + 1, at) + 1e-6) break;
        const same = alike[row * width + at - firstOf(row)] ?? 0;
        if (same >= ALIKE && Math.abs(here - same - score(row + 1, at + 1)) < 1e-3) {
          pairs.push([row, at]);
          column = at + 1;
          break;
        }
      }
    }
    return pairs;
  }
}
