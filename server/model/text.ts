import type { Box, Point } from './box.ts';
import type { Agent } from './document.ts';
import type { LanguageMap } from './language-map.ts';

export const TEXT_ROLES = ['transcription', 'translation', 'transliteration', 'notes'] as const;
export type TextRole = (typeof TEXT_ROLES)[number];

export const TEXT_ORIGINS = ['human', 'ocr', 'machine-translation'] as const;
export type TextOrigin = (typeof TEXT_ORIGINS)[number];

export const TEXT_STATUSES = ['draft', 'reviewed', 'published'] as const;
export type TextStatus = (typeof TEXT_STATUSES)[number];

/** One layer of words: a transcription or a translation, in one language, by someone, with a status. */
export type TextRecord = {
  id: string;
  role: TextRole;
  /** BCP 47. */
  language: string;
  /** Id of the text that this one translates. */
  translationOf?: string;
  label?: LanguageMap;
  contributors: readonly Agent[];
  origin: TextOrigin;
  status: TextStatus;
  rights?: string;
};

export type Granularity = 'block' | 'paragraph' | 'sentence' | 'line' | 'word';

/** The unit of a text. Its id is minted once and kept; it holds no dot, for `{segment}.2` is its second place. */
export type Segment = {
  id: string;
  granularity: Granularity;
  /** Plain text, without markup. */
  value: string;
  /** The same with its (safe) inline markup, where it has any. */
  html?: string;
  /** What it is within the text: a heading or a list item reads differently from a paragraph. */
  form?: SegmentForm;
  /** Groups lines into the block or paragraph that they stand in. */
  block?: string;
  /** The id that the source gave it, unique in the text or not. */
  sourceId?: string;
  /** Where it stands: none if that is not known, one per page otherwise. */
  places: readonly Place[];
  /** Boxes of its words on its first place, where the source has them. */
  words: readonly Word[];
  /** Ids of the segments of `translationOf` that it renders. */
  renders: readonly string[];
};

export type SegmentForm = 'heading' | 'item' | 'note' | 'verse';

export type Place = {
  page: string;
  /** In the canvas's units; absent when the page is known and the region is not. */
  box?: Box;
  polygon?: readonly Point[];
  /** 0 to 1; absent when nobody estimated it. */
  confidence?: number;
};

/** A word of a segment: `value.slice(start, end)` (UTF-16 units), and its box on the segment's first place. */
export type Word = { start: number; end: number; box: Box; confidence?: number };
