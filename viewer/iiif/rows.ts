import { joinRows, type Joined, type Joint } from './join-rows.ts';
import { placeKey, type Segment } from './text.ts';

/** Segments that say the same; one side is empty where only one of the two texts has something. */
export type Row = Joined<Segment>;

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
    if (joints.length > 0) return { kind, rows: joinRows(left, right, joints) };
  }
  return {
    kind: 'unpaired',
    left: left.map((segment) => ({ left: [segment], right: [] })),
    right: right.map((segment) => ({ left: [], right: [segment] })),
  };
}

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

/** The segment of a row and those that it renders or that render it: in a long row, what to look at. */
export function counterpartsOf({ left, right }: Row, id: string): ReadonlySet<string> {
  const all = [...left, ...right];
  const named = new Set(all.filter((segment) => segment.id === id).flatMap(namesOf));
  return new Set(
    all
      .filter((segment) => named.has(segment.id) || segment.renders.includes(id))
      .map((segment) => segment.id),
  );
}
