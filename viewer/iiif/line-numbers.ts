import type { Segment } from './text.ts';

/**
 * The numbers that an edition prints in its margin, by the lines that they stand beside: the first of the page,
 * and every fifth. Empty for a text that is not divided into the lines of its page.
 */
export function lineNumbers(segments: readonly Segment[]): ReadonlyMap<Segment, number> {
  const lines = segments.filter(({ granularity }) => granularity === 'line');
  return new Map(
    lines.flatMap((line, index) =>
      index === 0 || (index + 1) % 5 === 0 ? [[line, index + 1] satisfies [Segment, number]] : [],
    ),
  );
}

/** The number beside a segment, or beside the first part of one. */
export function numberBeside(segment: Segment, numbers: ReadonlyMap<Segment, number>): number | undefined {
  if (segment.part === undefined) return numbers.get(segment);
  return segment.part.start === 0 ? numbers.get(segment.part.whole) : undefined;
}
