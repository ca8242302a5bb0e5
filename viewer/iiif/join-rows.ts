/** What stands in one row; a side is empty where only one of the two texts has something. */
export type Joined<Left, Right = Left> = { left: readonly Left[]; right: readonly Right[] };

/** Indexes of two members, one of each text, that say the same. */
export type Joint = readonly [left: number, right: number];

/**
 * Sets two runs of anything beside each other. What is joined, however many on either side, is one row. Rows
 * follow the left run; a member of the right that nothing joins follows the one before it there.
 */
export function joinRows<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  joints: readonly Joint[],
): Joined<Left, Right>[] {
  const groups = new Groups(left.length + right.length);
  for (const [a, b] of joints) groups.join(a, left.length + b);
  const homes = homesOf(left.length, groups, joints);
  const rows = new Map<number, Filling<Left, Right>>();
  left.forEach((segment, index) => rowAt(rows, homes[index] ?? index).left.push(segment));
  const followers = new Map<number | undefined, Joined<Left, Right>[]>();
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

type Filling<Left, Right> = { left: Left[]; right: Right[] };

function rowAt<Left, Right>(rows: Map<number, Filling<Left, Right>>, group: number): Filling<Left, Right> {
  const row: Filling<Left, Right> = rows.get(group) ?? { left: [], right: [] };
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
