import { createContext, type ReactNode } from 'react';
import type { Mark, SegmentHit } from '../iiif/hit-marks.ts';

/** Hits of the page by segments' ids, and which of them is chosen. */
export type Hits = {
  bySegment: ReadonlyMap<string, readonly SegmentHit[]>;
  current: number | undefined;
};

export const HitsContext = createContext<Hits>({ bySegment: new Map(), current: undefined });

/**
 * Words with what was found in them marked.
 * @param from where they begin in the words that the marks are of.
 */
export function markedWords(
  words: string,
  marks: readonly Mark[],
  { current, from = 0 }: { current: number | undefined; from?: number },
): ReactNode {
  const pieces: ReactNode[] = [];
  let done = 0;
  for (const { number, ...mark } of marks) {
    const [start, end] = [Math.max(done, mark.start - from), Math.min(words.length, mark.end - from)];
    if (end <= start) continue;
    pieces.push(
      words.slice(done, start),
      <mark key={start} className={`desk-mark${number === current ? ' desk-mark-current' : ''}`}>
        {words.slice(start, end)}
      </mark>,
    );
    done = end;
  }
  return done === 0 ? words : [...pieces, words.slice(done)];
}
