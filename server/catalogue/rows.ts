import { joinRows, type Joined, type Joint } from '../../viewer/iiif/join-rows.ts';
import type { Segment } from '../model/text.ts';

/** Segments that say the same; one side is empty where only one of the two texts has something. */
export type Row = Joined<Segment>;

/**
 * `linked`: by what renders what. `placed`: nothing is linked, but segments stand at the same place.
 * `unpaired`: neither, so all that can be said is that the two texts stand side by side.
 */
export type Pairing = { kind: 'linked' | 'placed'; rows: readonly Row[] } | { kind: 'unpaired' };

/** Which of two texts renders the other; `same`: both render a third. */
export type Relation = 'right-renders-left' | 'left-renders-right' | 'same' | 'none';

/**
 * Pairs two texts of the same leaves, each in its reading order. What is joined by links, however many on
 * either side, is one row; rows stand in the left text's order, what nothing is joined to between two lines
 * of a row is taken into it, and what only the right text has follows the segment that it follows there.
 */
export function pairSegments(
  left: readonly Segment[],
  right: readonly Segment[],
  relation: Relation,
): Pairing {
  const byLink = linkedPairs(left, right, relation);
  if (byLink.length > 0) return { kind: 'linked', rows: joinRows(left, right, byLink) };
  const byPlace = pairsInPlace(left, right);
  if (byPlace.length > 0) return { kind: 'placed', rows: joinRows(left, right, byPlace) };
  return { kind: 'unpaired' };
}

/** Ids are unique within a text only, so what a segment renders is looked up in the text that it translates. */
function linkedPairs(left: readonly Segment[], right: readonly Segment[], relation: Relation): Joint[] {
  if (relation === 'none') return [];
  const flip = ([a, b]: Joint): Joint => [b, a];
  if (relation === 'left-renders-right') return linkedPairs(right, left, 'right-renders-left').map(flip);
  const targets = relation === 'same' ? indexByRendered(left) : indexById(left);
  return right.flatMap(({ renders }, index) =>
    renders.flatMap((id) => {
      const found = targets.get(id) ?? [];
      // All of these are one row now: whoever comes next joins it by the first, and thousands stay thousands.
      if (found.length > 1) targets.set(id, found.slice(0, 1));
      return found.map((target) => [target, index] satisfies Joint);
    }),
  );
}

function indexById(segments: readonly Segment[]): Map<string, number[]> {
  return new Map(segments.map(({ id }, index) => [id, [index]]));
}

function indexByRendered(segments: readonly Segment[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  segments.forEach(({ renders }, index) => {
    for (const id of renders) {
      const known = indexes.get(id);
      if (known === undefined) indexes.set(id, [index]);
      else known.push(index);
    }
  });
  return indexes;
}

function pairsInPlace(left: readonly Segment[], right: readonly Segment[]): Joint[] {
  const inLeft = new Map<string, number>();
  left.forEach((segment, index) => {
    for (const key of placeKeys(segment)) if (!inLeft.has(key)) inLeft.set(key, index);
  });
  return right.flatMap((segment, index) =>
    placeKeys(segment).flatMap((key) => {
      const same = inLeft.get(key);
      return same === undefined ? [] : [[same, index] satisfies Joint];
    }),
  );
}

/** A segment whose page alone is known is in no place that could be the same as another's. */
function placeKeys(segment: Segment): string[] {
  return segment.places.flatMap(({ page, box }) =>
    box === undefined ? [] : [[page, box.x, box.y, box.width, box.height].join(' ')],
  );
}
