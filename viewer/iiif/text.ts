import type { Direction } from './direction.ts';
import type { Form } from './form.ts';

/** In the canvas's units. */
export type Box = { x: number; y: number; width: number; height: number };

/** In the canvas's units. */
export type Point = { x: number; y: number };

/** Rings around what stands in a place, one for each of its lines. */
export type Outline = readonly (readonly Point[])[];

/** A part of a canvas, with what goes around that which stands there where it is known. */
export type Place = Box & { outline?: Outline };

/** One layer of words on a canvas: a transcription or a translation, as one annotation page has it. */
export type Text = {
  /** The annotation page's URI; with the language after a space where one page holds several parallel texts. */
  id: string;
  /** The same for this text on every canvas, so that a reader's choice outlives the turning of the page. */
  key: string;
  /** The URI of the collection that all its pages are of, which tells where it comes from; undefined if none is named. */
  collection?: string;
  /** Empty if nobody named it. */
  label: string;
  labelLanguage: string;
  /** BCP 47; empty where unknown. */
  language: string;
  dir: Direction;
  segments: readonly Segment[];
  /** What its segments render, where that is told in parts. */
  links?: readonly Link[];
  /** It belongs to the whole document and names no page. */
  unplaced: boolean;
  /** How many annotations were left out because there are too many to show. */
  omitted: number;
};

/** One annotation with words. */
export type Segment = {
  /** The annotation's URI. */
  id: string;
  /** Plain text. */
  value: string;
  /** The body as it came, where that is HTML: hostile until cleaned. */
  html?: string;
  lang: string;
  dir: Direction;
  box?: Box;
  /** What goes around the words, where it says more than the box does. */
  outline?: Outline;
  /** Annotations of another text that this one renders. */
  renders: readonly string[];
  /** 0 to 1: how sure that is; absent where a person said so. */
  confidence?: number;
  /** A machine found what it renders, and no person has agreed. */
  isGuess?: boolean;
  /** This is a part of a segment: of which, and where in its words it begins. */
  part?: { whole: Segment; start: number };
  /** block, paragraph, sentence, line, word ...; empty where unsaid. */
  granularity: string;
  /** What it is within the text, where the annotation says it. */
  form?: Form;
  /** The same in the segments that make a block or paragraph with it, where the annotation says it. */
  block?: string;
};

/** Annotations of a translation, and the parts of annotations of its original that they render. */
export type Link = { rendering: readonly string[]; original: readonly LinkedPart[]; isGuess: boolean };

/** `within`: offsets in characters of Unicode, where it is not all of the annotation's words. */
export type LinkedPart = { annotation: string; within?: { start: number; end: number } };

/** Whether two boxes are the same place. */
export function placeKey({ x, y, width, height }: Box): string {
  return [x, y, width, height].map((number) => Math.round(number)).join(',');
}
