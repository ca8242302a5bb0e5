import type { ParsedSegment, Sheet, SheetMark } from '../model/parsed-text.ts';
import { escapeHtml } from './html-inline.ts';
import { sheetMark, type PageTurn } from './page-marks.ts';
import type { ProblemList } from './problem-list.ts';

/** More paragraphs than any book has; a hostile file has millions of one letter. */
export const MOST_SEGMENTS = 200_000;

/** Sheets of a running text with page marks, as they fill. Text before the first mark stands on a sheet without one. */
export class SheetList {
  readonly #problems: ProblemList;
  readonly #sheets: { mark: SheetMark; segments: ParsedSegment[] }[] = [
    { mark: { kind: 'none' }, segments: [] },
  ];
  #turnsToNext = 0;
  #size = 0;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  get isFull(): boolean {
    return this.#size > MOST_SEGMENTS;
  }

  turn(turn: PageTurn): void {
    if (turn.kind === 'next') this.#turnsToNext += 1;
    const sheet = { mark: sheetMark(turn, this.#turnsToNext), segments: [] };
    // A form feed with a label after it is one turn of the page; so millions of marks with nothing between stay few.
    if (this.#sheets.at(-1)?.segments.length === 0) this.#sheets.pop();
    this.#sheets.push(sheet);
  }

  add(segment: ParsedSegment): void {
    this.#size += 1;
    if (this.#size <= MOST_SEGMENTS) this.#sheets.at(-1)?.segments.push(segment);
    if (this.#size === MOST_SEGMENTS + 1) {
      this.#problems.add({
        severity: 'error',
        code: 'text-malformed',
        message: `Only the first ${MOST_SEGMENTS} paragraphs are read; cut the text into several files.`,
      });
    }
  }

  /** Puts closing punctuation to the last segment; false if that is not of this block, or on another sheet. */
  close(block: string, text: string): boolean {
    const segments = this.#sheets.at(-1)?.segments;
    const last = segments?.at(-1);
    if (segments === undefined || last?.block !== block || this.isFull) return false;
    const html = last.html === undefined ? {} : { html: last.html + escapeHtml(text) };
    segments[segments.length - 1] = { ...last, value: last.value + text, ...html };
    return true;
  }

  /** The sheets with words on them. `block` stays only where several segments share it. */
  finish(): Sheet[] {
    const sizes = new Map<string, number>();
    for (const { block } of this.#sheets.flatMap(({ segments }) => segments)) {
      if (block !== undefined) sizes.set(block, (sizes.get(block) ?? 0) + 1);
    }
    return this.#sheets.flatMap(({ mark, segments }): Sheet[] =>
      segments.length === 0
        ? []
        : [
            {
              mark,
              segments: segments.map((segment) => (isShared(segment) ? segment : withoutBlock(segment))),
            },
          ],
    );

    function isShared({ block }: ParsedSegment): boolean {
      return block !== undefined && (sizes.get(block) ?? 0) > 1;
    }
  }
}

function withoutBlock({ block, ...segment }: ParsedSegment): ParsedSegment {
  return segment;
}
