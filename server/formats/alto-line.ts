import type { Box } from '../model/box.ts';
import type { Word } from '../model/text.ts';
import type { AltoSign } from './alto-signs.ts';
import { InlineWriter, type InlineTag } from './html-inline.ts';

/** What a TextLine holds, in its order. */
export type LinePiece =
  | { kind: 'string'; content: string; box?: Box; confidence?: number; signs?: readonly AltoSign[] }
  | { kind: 'space' }
  | { kind: 'hyphen'; content: string };

type StringPiece = Extract<LinePiece, { kind: 'string' }>;

/**
 * A line's words as one value, and where each stands in it. A String with spaces in it is a line or a phrase that
 * somebody wrote in one piece: it counts for the value and is no word. Hyphens stay as they are written. `html`
 * where any of its words is struck, added or cannot be read for sure.
 */
export function assembleLine(pieces: readonly LinePiece[]): { value: string; html?: string; words: Word[] } {
  const writesSpaces = pieces.some(({ kind }) => kind === 'space');
  const words: Word[] = [];
  const writer = new InlineWriter();
  const tags = new Tags();
  let value = '';
  let spaced = false;
  let last: StringPiece | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'space') {
      spaced = true;
      continue;
    }
    const content = piece.content.replace(/\s+/g, ' ').trim();
    if (content === '') continue;
    if (piece.kind === 'hyphen') {
      value += content;
      // It is the word's own that it divides.
      writer.append(content, tags.current);
      continue;
    }
    if (value !== '' && (spaced || last === undefined || isApart(last, piece, writesSpaces))) value += ' ';
    const start = value.length;
    if (value.endsWith(' ')) writer.append(' ', []);
    writer.append(content, tags.of(piece.signs ?? []));
    value += content;
    if (piece.box !== undefined && !content.includes(' ')) {
      const { box, confidence } = piece;
      words.push({ start, end: value.length, box, ...(confidence === undefined ? {} : { confidence }) });
    }
    spaced = false;
    last = piece;
  }
  const html = writer.finish()?.html;
  return { value, ...(html === undefined ? {} : { html }), words };
}

const ELEMENTS: Readonly<Record<AltoSign, InlineTag>> = {
  struck: { name: 's', attributes: '' },
  added: { name: 'ins', attributes: '' },
  uncertain: { name: 'span', attributes: ' class="uncertain"' },
  gap: { name: 'span', attributes: ' class="gap"' },
};

/** One tag for a run of words of the same signs: neighbours stand in one element. */
class Tags {
  #key = '';
  current: readonly InlineTag[] = [];

  of(signs: readonly AltoSign[]): readonly InlineTag[] {
    const key = signs.join(' ');
    if (key !== this.#key) this.current = signs.map((sign) => ({ ...ELEMENTS[sign] }));
    this.#key = key;
    return this.current;
  }
}

/** Part of a letter's height: less than this between two boxes is no space. */
const TOUCHING = 0.15;
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?…]+$/u;
const OPENING = /^[\p{Ps}\p{Pi}]+$/u;
/** Chinese and Japanese write no spaces, whatever their Strings are: characters, words or phrases. */
const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u3003\u3008-\u3011\uFF01\uFF0C\uFF1A\uFF1B\uFF1F]`;
const UNSPACED = new RegExp(`^${WIDE}{2}$`, 'u');

/**
 * Whether there is a space between two Strings with no SP between them. ALTO means none; but much software never
 * writes SP: in a line without any, all are apart but punctuation that touches.
 */
function isApart(before: StringPiece, after: StringPiece, writesSpaces: boolean): boolean {
  if (writesSpaces) return false;
  if (UNSPACED.test(`${before.content.trim().slice(-1)}${after.content.trim().slice(0, 1)}`)) return false;
  if (before.box === undefined || after.box === undefined) return true;
  if (!CLOSING.test(after.content.trim()) && !OPENING.test(before.content.trim())) return true;
  return gapOf(before.box, after.box) > TOUCHING;
}

/** The distance between two boxes in either direction of writing, in heights of a letter. */
function gapOf(a: Box, b: Box): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  const letter = Math.max(Math.min(a.width, a.height), Math.min(b.width, b.height));
  return Math.max(across, down) / letter;
}
