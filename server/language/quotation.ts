import type { Line, LinePart } from './line-sentences.ts';

/** Words found again: which parts of which lines, in reading order. */
export type FoundQuotation = { parts: LinePart[] } | { missing: 'absent' | 'ambiguous' };

type QuotedLine = Pick<Line, 'id' | 'text'>;

type Range = { start: number; end: number };

/** Cells of a table: a page's text against a paragraph. */
const MOST_WORK = 4_000_000;

/** Of fewer characters anything is like something. */
const SHORTEST = 8;

/** One character of so many may have been put in, taken out or changed. */
const CHANGED = 4;

/** A text in which quotations are looked for, whatever its lines and their hyphens: many times, so that it is read once. */
export class QuotedText {
  readonly #lines: readonly QuotedLine[];
  readonly #whole: Key;

  constructor(lines: readonly QuotedLine[]) {
    this.#lines = lines;
    this.#whole = keyOf(lines);
  }

  /**
   * Words as they are, in or about the lines that are named, else where they stand just once; and if they stand nowhere, what is
   * most like them about these lines, with one character of four changed at most.
   *
   * @param near ids of the lines in which they stood when they were quoted.
   * @param nth which of several there is meant, from 1.
   */
  find(words: string, near: ReadonlySet<string>, nth?: number): FoundQuotation {
    const pattern = keyOf([{ id: '', text: words }]).characters;
    if (pattern === '') return { missing: 'absent' };
    const named = this.occurrences(words, near);
    const chosen = nth === undefined && named.length > 1 ? undefined : named[(nth ?? 1) - 1];
    if (chosen !== undefined) return { parts: chosen };
    if (named.length > 0) return { missing: 'ambiguous' };
    const about = keyOf(
      this.#lines.filter((_, index) =>
        [index - 1, index, index + 1].some((at) => near.has(this.#lines[at]?.id ?? '')),
      ),
    );
    for (const key of [about, this.#whole]) {
      const found = exactly(pattern, key);
      if (found[0] !== undefined && found.length === 1) return { parts: partsOf(key, found[0]) };
    }
    if (exactly(pattern, this.#whole).length > 0) return { missing: 'ambiguous' };
    for (const key of near.size > 0 ? [about, this.#whole] : [this.#whole]) {
      const found = nearly(pattern, key);
      if (found !== undefined) return { parts: partsOf(key, found) };
    }
    return { missing: 'absent' };
  }

  /** Everywhere in these lines where the words stand, in reading order. */
  occurrences(words: string, within: ReadonlySet<string>): LinePart[][] {
    const pattern = keyOf([{ id: '', text: words }]).characters;
    const key = keyOf(this.#lines.filter(({ id }) => within.has(id)));
    return pattern === '' ? [] : exactly(pattern, key).map((range) => partsOf(key, range));
  }
}

/** The characters of a text that tell its words apart, and where each stands. */
type Key = { characters: string; lines: readonly QuotedLine[]; line: Int32Array; at: Int32Array };

/** Neither white space nor hyphens: a line ends elsewhere in the next edition. */
const PASSED_OVER = /[\s\-\u00ad\u2010-\u2015¬⸗]/;

function keyOf(lines: readonly QuotedLine[]): Key {
  const [characters, line, at]: [string[], number[], number[]] = [[], [], []];
  for (const [index, { text }] of lines.entries()) {
    for (let offset = 0; offset < text.length; offset += 1) {
      const character = text.charAt(offset);
      if (PASSED_OVER.test(character)) continue;
      const lower = character.toLowerCase();
      characters.push(lower.length === 1 ? lower : character);
      line.push(index);
      at.push(offset);
    }
  }
  return { characters: characters.join(''), lines, line: Int32Array.from(line), at: Int32Array.from(at) };
}

/** Whole words only: there is a "no." in "volcano.", and it is not meant. */
function exactly(pattern: string, key: Key): Range[] {
  const found: Range[] = [];
  for (let start = key.characters.indexOf(pattern); start >= 0;) {
    const range = { start, end: start + pattern.length };
    if (!isInWord(key, range.start) && !isInWord(key, range.end)) found.push(range);
    start = key.characters.indexOf(pattern, start + 1);
  }
  return found;
}

/** Whether a word goes on from the character before to this one; Chinese and Japanese have none that can be told so. */
function isInWord({ characters, lines, line, at }: Key, index: number): boolean {
  const [before, after] = [characters.charAt(index - 1), characters.charAt(index)];
  if (index === 0 || after === '' || !LETTER.test(before) || !LETTER.test(after)) return false;
  if (line[index] === line[index - 1]) return at[index] === (at[index - 1] ?? 0) + 1;
  // A word goes on over the end of a line where it is divided there.
  return /[-\u00ad\u2010¬⸗=]\s*$/.test(lines[line[index - 1] ?? 0]?.text ?? '');
}

const LETTER = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}]/u;

/** The stretch with the least changes (Sellers 1980); undefined where even that has too many. */
function nearly(pattern: string, key: Key): Range | undefined {
  const text = key.characters;
  if (pattern.length < SHORTEST || pattern.length * text.length > MOST_WORK) return undefined;
  let distance = Int32Array.from({ length: pattern.length + 1 }, (_, index) => index);
  let begin = new Int32Array(pattern.length + 1);
  let best: (Range & { changes: number }) | undefined;
  for (let end = 1; end <= text.length; end += 1) {
    const [next, from] = [new Int32Array(pattern.length + 1), new Int32Array(pattern.length + 1)];
    from[0] = end;
    for (let index = 1; index <= pattern.length; index += 1) {
      const same = pattern.charCodeAt(index - 1) === text.charCodeAt(end - 1) ? 0 : 1;
      const [changed, inserted, left] = [
        (distance[index - 1] ?? 0) + same,
        (distance[index] ?? 0) + 1,
        (next[index - 1] ?? 0) + 1,
      ];
      next[index] = Math.min(changed, inserted, left);
      from[index] =
        (next[index] === changed
          ? begin[index - 1]
          : next[index] === inserted
            ? begin[index]
            : from[index - 1]) ?? 0;
    }
    const changes = next[pattern.length] ?? Infinity;
    if (changes < (best?.changes ?? pattern.length / CHANGED)) {
      const start = from[pattern.length] ?? 0;
      if (!isInWord(key, start) && !isInWord(key, end)) best = { start, end, changes };
    }
    [distance, begin] = [next, from];
  }
  return best;
}

/** With the hyphens at the edges of lines, which are no part of the key. */
function partsOf({ lines, line, at }: Key, { start, end }: Range): LinePart[] {
  const parts: LinePart[] = [];
  for (let index = start; index < end; index += 1) {
    const [id, offset] = [lines[line[index] ?? 0]?.id ?? '', at[index] ?? 0];
    const last = parts.at(-1);
    if (last?.line === id) last.end = offset + 1;
    else parts.push({ line: id, start: offset, end: offset + 1 });
  }
  const texts = new Map(lines.map(({ id, text }) => [id, text]));
  return parts.map((part) => {
    const text = texts.get(part.line) ?? '';
    const [before, after] = [text.slice(0, part.start), text.slice(part.end)];
    return {
      line: part.line,
      start: onlyPassedOver(before) ? text.length - text.trimStart().length : part.start,
      end: onlyPassedOver(after) ? text.trimEnd().length : part.end,
    };
  });
}

function onlyPassedOver(text: string): boolean {
  return !/[^\s\-\u00ad\u2010-\u2015¬⸗]/.test(text);
}
