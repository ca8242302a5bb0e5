import type { Form } from './form.ts';

/** What tells which block or paragraph a segment stands in. */
export type InBlock = {
  granularity: string;
  form?: Form | undefined;
  /** The same in all of a block's lines or sentences. */
  block?: string | undefined;
};

/**
 * Whether a segment stands in the same block as the one before it. Where neither says its block, lines and sentences
 * run on, and a paragraph is a block of its own.
 */
export function sameBlock(a: InBlock, b: InBlock): boolean {
  if (a.form !== b.form) return false;
  if (a.block !== undefined || b.block !== undefined) return a.block === b.block;
  return a.granularity === b.granularity && a.granularity !== 'block' && a.granularity !== 'paragraph';
}

/** Ids of the segments that begin a block: what is said of a block is said there. @param segments in reading order. */
export function beginnings(segments: readonly (InBlock & { id: string })[]): ReadonlySet<string> {
  return new Set(
    segments.flatMap((segment, index) => {
      const before = segments[index - 1];
      return before !== undefined && sameBlock(before, segment) ? [] : [segment.id];
    }),
  );
}
