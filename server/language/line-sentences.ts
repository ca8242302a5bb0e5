import { splitSentences } from './sentences.ts';

/** A line of a transcription, in reading order. */
export type Line = {
  id: string;
  text: string;
  /** Of the block or paragraph that it stands in; lines of one block follow each other. */
  block?: string | undefined;
};

/** Which part of which line: UTF-16 offsets in the line's own text. */
export type LinePart = { line: string; start: number; end: number };

/** A sentence, its words joined over the ends of lines, and where each of them stands. */
export type LineSentence = { text: string; parts: readonly LinePart[] };

/** A part of a line within the joined text; `hidden`: characters at its end that were left out there. */
type Piece = { line: number; start: number; end: number; at: number; hidden: number };

/**
 * The sentences of lines. A word divided at the end of a line is one word; a sentence goes on over the end of a block or a page
 * where it has not ended and the next line begins in lower case. Page numbers between are sentences of their own. Every
 * character of every line but white space is in just one part.
 */
export function sentencesOfLines(lines: readonly Line[], language: string): LineSentence[] {
  const sentences: (LineSentence & { first: number })[] = [];
  for (const run of runsOf(lines)) {
    const { text, pieces } = joined(lines, run, language);
    for (const { start, end } of splitSentences(text, language)) {
      const within = pieces.filter((piece) => piece.at < end && piece.at + lengthOf(piece) > start);
      const parts = within.map(({ line, at, start: first, end: last, hidden }) => ({
        line: lines[line]?.id ?? '',
        start: first + Math.max(0, start - at),
        end: at + lengthOf({ line, at, start: first, end: last, hidden }) <= end ? last : first + end - at,
      }));
      sentences.push({ text: text.slice(start, end), parts, first: within[0]?.line ?? 0 });
    }
  }
  return sentences.sort((a, b) => a.first - b.first).map(({ text, parts }) => ({ text, parts }));
}

function lengthOf({ start, end, hidden }: Piece): number {
  return end - start - hidden;
}

/** Lines whose words run on, by index: page numbers stand apart, and do not interrupt. */
function runsOf(lines: readonly Line[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text.trim() === '') continue;
    const last = lines[run.at(-1) ?? -1];
    if (isPageNumber(line) && line.block !== last?.block) {
      runs.push([index]);
      continue;
    }
    if (last !== undefined && last.block !== line.block && !runsOn(last.text, line.text)) {
      runs.push(run);
      run = [];
    }
    run.push(index);
  }
  return [...runs, run];
}

function isPageNumber({ text, block }: Line): boolean {
  return block !== undefined && /^[\s\-–—[\]().]*\d{1,4}[\s\-–—[\]().]*$/u.test(text);
}

function runsOn(text: string, next: string): boolean {
  const ended = /[.!?…。！？:][\p{Pe}\p{Pf}"'“”’»«」』]*\s*$/u.test(text);
  return !ended && (DIVIDED.test(text) || /^\s*\p{Ll}/u.test(next));
}

/** A letter and a hyphen of any kind at the end. */
const DIVIDED = /\p{L}[-\u00ad\u2010¬⸗]\s*$/u;

/** Old German print divides words so. */
const DIVIDED_IN_GERMAN = /\p{L}[-\u00ad\u2010¬⸗=]\s*$/u;

function joined(
  lines: readonly Line[],
  run: readonly number[],
  language: string,
): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const divided = language.startsWith('de') ? DIVIDED_IN_GERMAN : DIVIDED;
  for (const [order, line] of run.entries()) {
    const own = lines[line]?.text ?? '';
    const start = own.length - own.trimStart().length;
    const end = own.trimEnd().length;
    const next = lines[run[order + 1] ?? -1]?.text.trimStart() ?? '';
    // Before a capital or a digit the hyphen is the word's own: Nord-Süd, T-34.
    const hidden = divided.test(own) && /^\p{Ll}/u.test(next) ? 1 : 0;
    pieces.push({ line, start, end, at: text.length, hidden });
    text += own.slice(start, end - hidden);
    if (hidden === 0 && next !== '' && !(endsWithHyphen(own) || runsWithoutBlank(own, next))) text += ' ';
  }
  return { text, pieces };
}

function endsWithHyphen(text: string): boolean {
  return /\p{L}[-\u2010]\s*$/u.test(text);
}

/** Chinese and Japanese have no blanks between words. */
function runsWithoutBlank(text: string, next: string): boolean {
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？；：」』）]/u;
  return cjk.test(text.trimEnd().slice(-1)) && cjk.test(next.slice(0, 1));
}
