import type { Segment, SegmentPart } from '../model/text.ts';

/** In reading order, each character once. */
export function inOrder(parts: readonly SegmentPart[], segments: readonly Segment[]): SegmentPart[] {
  const position = new Map(segments.map(({ id }, index) => [id, index]));
  const sorted = parts.toSorted(
    (a, b) => (position.get(a.segment) ?? 0) - (position.get(b.segment) ?? 0) || a.start - b.start,
  );
  const merged: SegmentPart[] = [];
  for (const part of sorted) {
    const last = merged.at(-1);
    if (last?.segment === part.segment && part.start <= last.end) last.end = Math.max(last.end, part.end);
    else merged.push({ ...part });
  }
  return merged;
}
