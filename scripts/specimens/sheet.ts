import type { Box, Point, Size } from '../../server/model/box.ts';
import type { FaceName } from './typeface.ts';

/** A specimen page before it is drawn. Lengths are in pixels of the scan, before the sheet is turned. */
export type Sheet = {
  /** The page's id in document.yaml; line ids begin with it: `p705-l03`. */
  page: string;
  size: Size;
  /** Degrees, clockwise: nobody lays a sheet on the glass quite straight. */
  turn: number;
  typing: Typing;
  paper: Paper;
  blocks: readonly Block[];
  marks: readonly Mark[];
};

/** The machine and its ribbon. */
export type Typing = {
  face: FaceName;
  /** Of the first line's first column. */
  origin: Point;
  /** From one column to the next: down the page where lines are vertical. */
  pitch: number;
  /** From one line to the next: leftwards where lines are vertical. */
  leading: number;
  /** Of the lines; horizontal unless said. The origin of a vertical line is the left end of its first baseline. */
  direction?: 'vertical';
  /** Share of the pitch that blanks, figures and Latin letters take beside Hangul; all take the whole unless said. */
  narrow?: number;
  /** What ALTO writes as one String; what stands between blanks unless said. */
  strings?: 'characters';
  fontSize: number;
  ink: Colour;
  /** 1 is a fresh ribbon; a carbon copy is paler and softer. */
  strength: number;
  /** Standard deviation of the blur, in pixels. */
  softness: number;
};

/**
 * What was typed without a blank line between: each line as it stands, with leading spaces. A line that ends
 * in "¬" breaks a word; the hyphen is typed, and the rest of the word is the first word of the next line.
 */
export type Block = {
  lines: readonly string[];
  /** Lines left blank before it; halves are allowed, as on the machine's ratchet. */
  skip: number;
  underlined?: boolean;
  /** Letters set apart for emphasis, as German typists did. */
  spaced?: boolean;
  /** Multiplies the leading: a table of contents or a distribution list is closer. */
  leading?: number;
};

export type Paper = {
  colour: Colour;
  /** 0 to 1: how much it has yellowed and spotted. */
  age: number;
  /** Space of the scanner's bed that shows on each side. */
  edge: { left: number; top: number; right: number; bottom: number };
  /** Share of the height at which it was folded. */
  folds: readonly number[];
  /** Height of each punch hole's centre; they stand in the left margin. */
  holes: readonly number[];
};

/** What is on the paper and not in the transcription: stamps, pencil, ink. */
export type Mark = { ink: Colour; strength: number; texture: Texture } & Drawing;

export type Texture = 'stamp' | 'print' | 'pencil' | 'pen';

export type Drawing =
  /** A rubber stamp with a frame, its lines one under the other. */
  | { kind: 'box'; at: Point; turn: number; fontSize: number; lines: readonly string[]; framed: boolean }
  /** A round stamp: words around, words across. */
  | { kind: 'round'; at: Point; turn: number; radius: number; around: string; across: readonly string[] }
  | { kind: 'written'; at: Point; turn: number; face: FaceName; fontSize: number; text: string }
  /** A stroke through these points: underlining, a bracket in the margin, a signature. */
  | { kind: 'stroke'; points: readonly Point[]; width: number }
  /** The printed rules of writing paper: a double frame, divided into columns. */
  | { kind: 'rules'; box: Box; columns: number; width: number };

export type Colour = readonly [red: number, green: number, blue: number];
