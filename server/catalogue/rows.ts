import type { Segment } from '../model/text.ts';

/** Segments that say the same; one side is empty where only one of the two texts has something. */
export type Row = { left: readonly Segment[]; right: readonly Segment[] };

/**
 * `linked`: by what renders what. `placed`: nothing is linked, but segments stand at the same place.
 * `unpaired`: neither, so all that can be said is that the two texts stand side by side.
 */
export type Pairing = { kind: 'linked' | 'placed'; rows: readonly Row[] } | { kind: 'unpaired' };

/**
 * Pairs two texts of the same leaves, each in its reading order. What is joined by links, however many on
 * either side, is one row; rows stand in the left text's order, and what only the right text has follows
 * the segment that it follows there. Either text may be the one that renders the other.
 */
export function pairSegments(left: readonly Segment[], right: readonly Segment[]): Pairing {
  const byLink = linkedPairs(left, right);
  if (byLink.length > 0) return { kind: 'linked', rows: rowsOf(left, right, byLink) };
  const byPlace = pairsInPlace(left, right);
  if (byPlace.length > 0) return { kind: 'placed', rows: rowsOf(left, right, byPlace) };
  return { kind: 'unpaired' };
}

/** Indexes into the two texts. */
type Pair = readonly [left: number, right: number];

function linkedPairs(left: readonly Segment[], right: readonly Segment[]): Pair[] {
  const inLeft = indexById(left);
  const inRight = indexById(right);
  const pairs: Pair[] = [];
  right.forEach((segment, index) => {
    for (const id of segment.renders) {
      const rendered = inLeft.get(id);
      if (rendered !== undefined) pairs.push([rendered, index]);
    }
  });
  left.forEach((segment, index) => {
    for (const id of segment.renders) {
      const rendered = inRight.get(id);
      if (rendered !== undefined) pairs.push([index, rendered]);
    }
  });
  return pairs;
}

function indexById(segments: readonly Segment[]): Map<string, number> {
  return new Map(segments.map(({ id }, index) => [id, index]));
}

function pairsInPlace(left: readonly Segment[], right: readonly Segment[]): Pair[] {
  const inLeft = new Map<string, number>();
  left.forEach((segment, index) => {
    for (const key of placeKeys(segment)) if (!inLeft.has(key)) inLeft.set(key, index);
  });
  return right.flatMap((segment, index) =>
    placeKeys(segment).flatMap((key) => {
      const same = inLeft.get(key);
      return same === undefined ? [] : [[same, index] satisfies Pair];
    }),
  );
}

/** A segment whose page alone is known is in no place that could be the same as another's. */
function placeKeys(segment: Segment): string[] {
  return segment.places.flatMap(({ page, box }) =>
    box === undefined ? [] : [[page, box.x, box.y, box.width, box.height].join(' ')],
  );
}

function rowsOf(left: readonly Segment[], right: readonly Segment[], pairs: readonly Pair[]): Row[] {
  const group = groupsOf(left.length + right.length, pairs, left.length);
  const rows = new Map<number, { left: Segment[]; right: Segment[]; after: Row[] }>();
  const rowOf = (index: number) => {
    const key = group(index);
    const row = rows.get(key) ?? { left: [], right: [], after: [] };
    rows.set(key, row);
    return row;
  };
  left.forEach((segment, index) => rowOf(index).left.push(segment));
  const before: Row[] = [];
  let following = before;
  right.forEach((segment, index) => {
    const row = rows.get(group(left.length + index));
    if (row === undefined) {
      following.push({ left: [], right: [segment] });
    } else {
      row.right.push(segment);
      following = row.after;
    }
  });
  return [
    ...before,
    ...[...rows.values()].flatMap((row) => [{ left: row.left, right: row.right }, ...row.after]),
  ];
}

/** Union-find with path halving; the right text's indexes begin at `offset`. The lowest index names a group. */
function groupsOf(count: number, pairs: readonly Pair[], offset: number): (index: number) => number {
  const parents = Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => {
    let current = index;
    for (let parent = parents[current] ?? current; parent !== current; parent = parents[current] ?? current) {
      parents[current] = parents[parent] ?? parent;
      current = parent;
    }
    return current;
  };
  for (const [left, right] of pairs) {
    const [a, b] = [find(left), find(offset + right)];
    parents[Math.max(a, b)] = Math.min(a, b);
  }
  return find;
}
