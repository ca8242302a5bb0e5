import { placeKey, type Segment } from './text.ts';

/** Segments that say the same; one side is empty where only one of the two texts has something. */
export type Row = { left: readonly Segment[]; right: readonly Segment[] };

/**
 * `linked`: by what renders what. `placed`: nothing is linked, but segments stand at the same place.
 * `unpaired`: neither, so each text is its own run of rows. `single`: there is one text.
 */
export type Alignment =
  | { kind: 'linked' | 'placed' | 'single'; rows: readonly Row[] }
  | { kind: 'unpaired'; left: readonly Row[]; right: readonly Row[] };

/**
 * Sets two texts of a canvas beside each other. What is joined, however many on either side, is one row. Rows
 * follow the left text; a segment of the right that nothing joins follows the one before it there.
 */
export function align(left: readonly Segment[], right: readonly Segment[] | undefined): Alignment {
  if (right === undefined)
    return { kind: 'single', rows: left.map((segment) => ({ left: [segment], right: [] })) };
  for (const [kind, joints] of [
    ['linked', linksBetween(left, right)],
    ['placed', samePlaces(left, right)],
  ] as const) {
    if (joints.length > 0) return { kind, rows: rowsOf(left, right, joints) };
  }
  return {
    kind: 'unpaired',
    left: left.map((segment) => ({ left: [segment], right: [] })),
    right: right.map((segment) => ({ left: [], right: [segment] })),
  };
}

/** Indexes into the left and the right text. */
type Joint = readonly [left: number, right: number];

/** The right renders the left, the left the right, or both the same annotation of a third text. */
function linksBetween(left: readonly Segment[], right: readonly Segment[]): Joint[] {
  const inLeft = named(left);
  return right.flatMap((segment, index) =>
    namesOf(segment).flatMap((name) => {
      const [first, ...others] = inLeft.get(name) ?? [];
      if (first === undefined) return [];
      // The others are joined through this segment once; a thousand that name each other stay a thousand joints.
      inLeft.set(name, [first]);
      return [first, ...others].map((other) => [other, index] satisfies Joint);
    }),
  );
}

function namesOf({ id, renders }: Segment): string[] {
  return [id, ...renders];
}

function named(segments: readonly Segment[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  segments.forEach((segment, index) => {
    for (const name of namesOf(segment)) {
      const known = indexes.get(name);
      if (known === undefined) indexes.set(name, [index]);
      else known.push(index);
    }
  });
  return indexes;
}

function samePlaces(left: readonly Segment[], right: readonly Segment[]): Joint[] {
  const inLeft = new Map<string, number>();
  left.forEach(({ box }, index) => {
    if (box !== undefined && !inLeft.has(placeKey(box))) inLeft.set(placeKey(box), index);
  });
  return right.flatMap(({ box }, index) => {
    const other = box === undefined ? undefined : inLeft.get(placeKey(box));
    return other === undefined ? [] : [[other, index] satisfies Joint];
  });
}

function rowsOf(left: readonly Segment[], right: readonly Segment[], joints: readonly Joint[]): Row[] {
  const groups = new Groups(left.length + right.length);
  for (const [a, b] of joints) groups.join(a, left.length + b);
  const homes = homesOf(left.length, groups, joints);
  const rows = new Map<number, { left: Segment[]; right: Segment[] }>();
  left.forEach((segment, index) => rowAt(rows, homes[index] ?? index).left.push(segment));
  const followers = new Map<number | undefined, Row[]>();
  let last: number | undefined;
  right.forEach((segment, index) => {
    const group = groups.of(left.length + index);
    const row = rows.get(group);
    if (row !== undefined) {
      row.right.push(segment);
      last = group;
    } else {
      const following = followers.get(last) ?? [];
      followers.set(last, following);
      following.push({ left: [], right: [segment] });
    }
  });
  return [
    ...(followers.get(undefined) ?? []),
    ...[...rows].flatMap(([group, row]) => [row, ...(followers.get(group) ?? [])]),
  ];
}

function rowAt(rows: Map<number, { left: Segment[]; right: Segment[] }>, group: number) {
  const row = rows.get(group) ?? { left: [], right: [] };
  rows.set(group, row);
  return row;
}

/**
 * The row of each segment of the left text. One that nothing joins, between two that stand in the same row,
 * is read with them: a dateline that the translator passed over must not come after the sentence around it.
 */
function homesOf(count: number, groups: Groups, joints: readonly Joint[]): number[] {
  const joined = new Set(joints.map(([index]) => index));
  const end = new Map<number, number>();
  for (const index of joined) end.set(groups.of(index), Math.max(index, end.get(groups.of(index)) ?? index));
  let open: { group: number; end: number } | undefined;
  return Array.from({ length: count }, (_, index) => {
    if (!joined.has(index)) return open !== undefined && index < open.end ? open.group : index;
    const group = groups.of(index);
    const reach = end.get(group) ?? index;
    if (open === undefined || reach > open.end) open = { group, end: reach };
    return group;
  });
}

/** Union-find; the smallest member names a group. */
class Groups {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, index) => index);
  }

  of(member: number): number {
    let root = member;
    for (
      let parent = this.#parents[root];
      parent !== undefined && parent !== root;
      parent = this.#parents[root]
    ) {
      root = parent;
    }
    this.#parents[member] = root;
    return root;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}
