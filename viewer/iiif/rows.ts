import { joinRows, type Joint } from './join-rows.ts';
import { placeKey, type Segment, type Text } from './text.ts';

/** Segments that say the same: one cell for each column, empty where its text has nothing of the kind. */
export type Row = { cells: readonly (readonly Segment[])[] };

/** What stands in one column. */
export type Run = Pick<Text, 'segments' | 'links'>;

/**
 * Columns whose rows are joined. `linked`: by what renders what. `placed`: nothing is linked, but segments stand at
 * the same place. `single`: it is one column alone.
 */
export type Block = {
  kind: 'linked' | 'placed' | 'single';
  /** Which of all columns these are, in the order of the cells. */
  columns: readonly number[];
  rows: readonly Row[];
};

/** What joins two runs, by the positions of their segments; undefined if nothing does. */
export type Joining = { kind: 'linked' | 'placed'; joints: readonly Joint[] };

/**
 * Sets texts of a canvas beside each other, segment by segment. Columns that nothing joins, not even through others,
 * are blocks of their own: all that can be said of them is that they stand side by side.
 */
export function align(runs: readonly Run[]): readonly Block[] {
  return blocksOf(
    runs.map(({ segments }) => segments),
    (one, other) => joiningOf(runs[one]?.segments ?? [], runs[other]?.segments ?? []),
  );
}

/**
 * Blocks of runs that are joined in pairs. Rows follow the first run of a block; a segment of a later one that nothing
 * joins follows the one before it there.
 *
 * @param joiningOf is asked once for each two columns, the lower first.
 */
export function blocksOf(
  runs: readonly (readonly Segment[])[],
  joiningOf: (one: number, other: number) => Joining | undefined,
): readonly Block[] {
  const joinings = runs.flatMap((_, other) =>
    runs.slice(0, other).flatMap((__, one) => {
      const joining = joiningOf(one, other);
      return joining === undefined ? [] : [{ one, other, ...joining }];
    }),
  );
  return connected(runs.length, joinings).map((columns) => {
    const own = joinings.filter(({ other }) => columns.includes(other));
    const kind =
      columns.length === 1 ? 'single' : own.some((one) => one.kind === 'linked') ? 'linked' : 'placed';
    return { kind, columns, rows: rowsOf(columns, runs, own) };
  });
}

type PairOfColumns = { one: number; other: number; joints: readonly Joint[] };

/** Columns that lead to each other, in their order. */
function connected(count: number, pairs: readonly PairOfColumns[]): number[][] {
  const groups = Array.from({ length: count }, (_, index) => index);
  for (const { one, other } of pairs) {
    const [kept, given] = [groups[one], groups[other]];
    groups.forEach((group, column) => {
      if (group === given) groups[column] = kept ?? group;
    });
  }
  return [...new Set(groups)].map((group) =>
    groups.flatMap((own, column) => (own === group ? [column] : [])),
  );
}

/** Each further column is joined to the rows that those before it make: rows that it joins become one. */
function rowsOf(
  columns: readonly number[],
  runs: readonly (readonly Segment[])[],
  pairs: readonly PairOfColumns[],
): readonly Row[] {
  let rows: readonly { cells: readonly (readonly number[])[] }[] = [];
  columns.forEach((column, cell) => {
    const joints = pairs
      .filter(({ other }) => other === column)
      .flatMap(({ one, joints }) => {
        const homes = homesOf(rows, columns.indexOf(one));
        return joints.flatMap(([member, own]) => {
          const home = homes.get(member);
          return home === undefined ? [] : [[home, own] satisfies Joint];
        });
      });
    const positions = (runs[column] ?? []).map((_, position) => position);
    rows = joinRows(rows, positions, joints).map(({ left, right }) => ({
      cells: [
        ...Array.from({ length: cell }, (_, index) => left.flatMap(({ cells }) => cells[index] ?? [])),
        right,
      ],
    }));
  });
  return rows.map(({ cells }) => ({
    cells: cells.map((positions, cell) => {
      const run = runs[columns[cell] ?? 0] ?? [];
      return positions.flatMap((position) => run[position] ?? []);
    }),
  }));
}

function homesOf(
  rows: readonly { cells: readonly (readonly number[])[] }[],
  cell: number,
): Map<number, number> {
  return new Map(
    rows.flatMap(({ cells }, row) => (cells[cell] ?? []).map((member) => [member, row] as const)),
  );
}

export function segmentsOf({ cells }: Row): Segment[] {
  return cells.flat();
}

/** The one renders the other, or both the same annotation of a third text; else they stand at the same places. */
export function joiningOf(one: readonly Segment[], other: readonly Segment[]): Joining | undefined {
  const linked = linksBetween(one, other);
  if (linked.length > 0) return { kind: 'linked', joints: linked };
  const placed = samePlaces(one, other);
  return placed.length > 0 ? { kind: 'placed', joints: placed } : undefined;
}

export function linksBetween(left: readonly Segment[], right: readonly Segment[]): Joint[] {
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
export function counterpartsOf(row: Row, id: string): ReadonlySet<string> {
  const all = segmentsOf(row);
  const named = new Set(all.filter((segment) => segment.id === id).flatMap(namesOf));
  return new Set(
    all
      .filter((segment) => named.has(segment.id) || segment.renders.includes(id))
      .map((segment) => segment.id),
  );
}
