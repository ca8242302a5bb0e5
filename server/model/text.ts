import type { Box, Point } from './box.ts';
import type { Agent } from './document.ts';
import type { LanguageMap } from './language-map.ts';

export const TEXT_ROLES = ['transcription', 'translation', 'transliteration', 'notes'] as const;
export type TextRole = (typeof TEXT_ROLES)[number];

export const TEXT_ORIGINS = ['human', 'ocr', 'machine-translation'] as const;
export type TextOrigin = (typeof TEXT_ORIGINS)[number];

export const TEXT_STATUSES = ['draft', 'reviewed', 'published'] as const;
export type TextStatus = (typeof TEXT_STATUSES)[number];

export const TEXT_FORMATS = ['alto', 'html', 'plain-text'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** A file that a text was read from, by its name in the folder of its document. */
export type TextSource = { file: string; format: TextFormat };

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
  /** In their order; absent where it was read before that was noted. */
  sources?: readonly TextSource[];
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
  /** What it is within the text: a heading, a stamp or a footnote reads differently from a paragraph. */
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
  /** How these were found, and which parts of them it renders; there where it renders anything. */
  link?: Link;
};

/** `hand`: a person made it; `confirmed`: a machine did, and a person agreed; `machine`: nobody has looked. */
export const LINK_ORIGINS = ['hand', 'confirmed', 'machine'] as const;
export type LinkOrigin = (typeof LINK_ORIGINS)[number];

export type Link = {
  /** In reading order. */
  parts: readonly SegmentPart[];
  origin: LinkOrigin;
  /** 0 to 1: how likely just these parts are; of what a machine did alone. */
  confidence?: number;
};

/** Links whose confidence is less should be looked at: of those above four in five are right to the letter. */
export const SURE = 0.7;

/** A part of a segment: UTF-16 offsets in its value. */
export type SegmentPart = { segment: string; start: number; end: number };

export const SEGMENT_FORMS = [
  'heading',
  'item',
  'note',
  'verse',
  /** What was stamped on the paper. */
  'stamp',
  /** What stands in the margin beside the text, by whichever hand. */
  'marginalia',
  /** Of the text's author or of its editor, at the foot of a page or at the end. */
  'footnote',
] as const;
export type SegmentForm = (typeof SEGMENT_FORMS)[number];

export type Place = {
  page: string;
  /** In the canvas's units; absent when the page is known and the region is not. */
  box?: Box;
  polygon?: readonly Point[];
  /** What of the box it really takes, one shape for each line, where that is less than all of it. */
  parts?: readonly Shape[];
  /** 0 to 1; absent when nobody estimated it. */
  confidence?: number;
};

/** A rectangle, or within it what a line goes around. */
export type Shape = { box: Box; polygon?: readonly Point[] };

/** A word of a segment: `value.slice(start, end)` (UTF-16 units), and its box on the segment's first place. */
export type Word = { start: number; end: number; box: Box; confidence?: number };
