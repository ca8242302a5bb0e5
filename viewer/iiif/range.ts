import { hasType, idOf, isRecord, listOf, recordsOf, type JsonRecord } from './json.ts';
import type { Region } from './region.ts';
import { selectedRegion, splitFragment } from './selector.ts';

/** A canvas of a range, and the part of it where the range has no more. */
export type RangePlace = { canvas: string; region?: Region };

/** More members than this nobody lists in a table of contents. */
const MOST_STEPS = 20_000;

/**
 * Where a range of a manifest begins: at its `start`, else at the first canvas in it or in the ranges inside it
 * (Presentation 3 §5.4; 2.1 §5.3, where ranges stand in one list and name each other). Undefined if the manifest
 * has no such range, or nothing is in it.
 */
export function startOfRange(manifest: unknown, range: string): RangePlace | undefined {
  if (!isRecord(manifest)) return undefined;
  const ranges = rangesById(manifest);
  let waiting: unknown[] = [ranges.get(range)];
  // Ranges that name each other end with the steps.
  for (let step = 0; step < MOST_STEPS && waiting.length > 0; step += 1) {
    const member = waiting.pop();
    const id = isRecord(member) && !hasType(member, 'Range') ? undefined : idOf(member);
    const known = id === undefined ? undefined : ranges.get(id);
    if (known === undefined) {
      const place = placeOf(member);
      if (place !== undefined) return place;
      continue;
    }
    const start = placeOf(known.start ?? known.startCanvas);
    if (start !== undefined) return start;
    if (waiting.length < MOST_STEPS) waiting = waiting.concat(membersOf(known).reverse());
  }
  return undefined;
}

function rangesById(manifest: JsonRecord): Map<string, JsonRecord> {
  const ranges = new Map<string, JsonRecord>();
  const waiting = recordsOf(manifest.structures).slice(0, MOST_STEPS);
  while (waiting.length > 0 && ranges.size < MOST_STEPS) {
    const range = waiting.pop();
    const id = idOf(range);
    if (range === undefined || id === undefined || !hasType(range, 'Range')) continue;
    // One that only names a range described elsewhere must not take its place.
    if (!ranges.has(id) || membersOf(range).length > 0) ranges.set(id, range);
    waiting.push(...recordsOf(range.items ?? range.members).filter((inner) => hasType(inner, 'Range')));
  }
  return ranges;
}

function membersOf(range: JsonRecord): unknown[] {
  return [range.items, range.members, range.canvases, range.ranges].flatMap((list) =>
    listOf(list).slice(0, MOST_STEPS),
  );
}

function placeOf(member: unknown): RangePlace | undefined {
  const resource = isRecord(member) ? (member.source ?? member.full ?? member) : member;
  if (isRecord(resource) && hasType(resource, 'Range')) return undefined;
  const id = idOf(resource);
  if (id === undefined) return undefined;
  const { bare, selected } = splitFragment(id);
  const own = isRecord(member) ? selectedRegion(member.selector) : 'nothing';
  const found = [own, selected].find((candidate) => typeof candidate !== 'string');
  return { canvas: bare, ...(typeof found === 'object' ? { region: found.region } : {}) };
}
