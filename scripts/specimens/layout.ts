import type { Passage } from './passage.ts';
import type { Block, Typing } from './sheet.ts';
import { columns } from './typing.ts';

/** How running text is divided into lines. */
export type Form = Pick<Typing, 'narrow'> & {
  /** Columns in a line. */
  width: number;
  /** Chinese may end a line after any character, but none begins with a mark that closes. */
  breaks: 'words' | 'characters';
  /** What is typed at the head of a leaf after the first. */
  head?: (leaf: number) => Block;
};

/** The original as it is typed, leaf by leaf. */
export function layOut(passages: readonly Passage[], form: Form): Block[][] {
  const leaves: Block[][] = [[]];
  for (const { groups, indent, skip = 0, leading, underlined } of passages) {
    const sentences = groups.flatMap(({ original }) => original);
    const text = sentences.join(form.breaks === 'words' ? ' ' : '');
    if (text === '') continue;
    for (const [index, part] of text.split('\f').entries()) {
      if (index > 0) leaves.push(form.head === undefined ? [] : [form.head(leaves.length + 1)]);
      leaves.at(-1)?.push({
        lines: linesOf(part.trim(), index === 0 ? indent : 0, form),
        skip: index > 0 ? AFTER_HEAD : skip,
        ...(leading === undefined ? {} : { leading }),
        ...(underlined === undefined ? {} : { underlined }),
      });
    }
  }
  return leaves;
}

const AFTER_HEAD = 0.8;

function linesOf(text: string, indent: number, form: Form): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let isEmpty = true;
  for (const piece of piecesOf(text, form)) {
    const blank = isEmpty || form.breaks === 'characters' ? '' : ' ';
    const fitting = fit(piece, form.width - columns(line + blank, form), form);
    if (isEmpty && fitting === '') throw new Error(`"${piece}" is wider than a line.`);
    isEmpty = false;
    if (fitting !== '') line += blank + fitting;
    if (fitting === piece) continue;
    lines.push(line);
    line = piece.slice(fitting.replace('¬', '').length).replace(/^\u00AD/u, '');
  }
  return [...lines, line].map((each) => each.replaceAll('\u00AD', ''));
}

/** What must not be divided, but for soft hyphens. */
function piecesOf(text: string, { breaks }: Form): string[] {
  return breaks === 'words'
    ? text.split(/\s+/u)
    : [...text.matchAll(/.[，。、：；]*/gu)].map(([piece]) => piece);
}

/** As much of a piece as there is room for: the whole, what stands before a soft hyphen, or nothing. */
function fit(piece: string, room: number, form: Form): string {
  const widthOf = (part: string): number => columns(part.replaceAll('\u00AD', ''), form);
  if (widthOf(piece) <= room) return piece;
  // A closing mark hangs below the column's foot.
  if (form.breaks === 'characters') return widthOf(piece) - 1 <= room && piece.length > 1 ? piece : '';
  const ends = [...piece.matchAll(/\u00AD/gu)].map(({ index }) => index);
  const last = ends.reverse().find((end) => widthOf(piece.slice(0, end)) + 1 <= room);
  return last === undefined ? '' : `${piece.slice(0, last)}¬`;
}
