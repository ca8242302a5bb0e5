import type { Box, Point, Size } from './box.ts';
import type { Problem } from './problem.ts';
import type { Granularity, SegmentForm, Word } from './text.ts';

/**
 * What a text format yields, before ingest has found out which page each sheet is and has minted ids.
 * The parser keeps the good lines and reports the bad ones; it throws only when nothing can be read.
 */
export type ParsedText = { sheets: readonly Sheet[]; problems: readonly ParsedProblem[] };

/** One page as the file has it. */
export type Sheet = {
  /** What the text itself says of the page, before ingest looks it up. */
  mark: SheetMark;
  /** The size of the picture that the coordinates were taken from, in the coordinates' own unit. */
  frame?: Size;
  segments: readonly ParsedSegment[];
};

export type SheetMark =
  /** Nothing said: by the file's name, else by order. */
  | { kind: 'none' }
  /** The file name of the image (ALTO). */
  | { kind: 'image'; name: string }
  /** `(p. N)`: a folio label if one matches, else the N-th page. */
  | { kind: 'label'; label: string }
  /** A form feed: the n-th page, from 1. */
  | { kind: 'order'; number: number };

export type ParsedSegment = {
  sourceId?: string;
  granularity: Granularity;
  value: string;
  html?: string;
  form?: SegmentForm;
  block?: string;
  /** In the frame's units. */
  box?: Box;
  polygon?: readonly Point[];
  words: readonly Word[];
  /** Ids as the source writes them (`data-renders`). */
  renders: readonly string[];
};

/** A problem whose file the caller knows. */
export type ParsedProblem = Omit<Problem, 'file'>;
