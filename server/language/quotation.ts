import type { Line, LinePart } from './line-sentences.ts';

/** Words found again: which parts of which lines, in reading order. */
export type FoundQuotation = { parts: LinePart[] } | { missing: 'absent' | 'ambiguous' };

/**
 * Finds quoted words in a text, whatever its lines and their hyphens: as they are, in or about the lines that are named, else
 * where they stand just once; and if they stand nowhere, what is most like them, with one character of four changed at most.
 *
 * @param near ids of the lines in which they stood when they were quoted.
 */
export function findQuotation(
  words: string,
  lines: readonly Pick<Line, 'id' | 'text'>[],
  near: ReadonlySet<string>,
): FoundQuotation {
  const pattern = keyOf([{ id: '', text: words }]).characters;
  if (pattern === '') return { missing: 'absent' };
  const about = lines.filter((_, index) =>
    [index - 1, index, index + 1].some((at) => near.has(lines[at]?.id ?? '')),
  );
  const [here, all] = [keyOf(about), keyOf(lines)];
  const places = [exactly(pattern, here), exactly(pattern, all)];
  for (const [index, found] of places.entries()) {
    const [first, ...others] = found;
    const key = index === 0 ? here : all;
    if (first !== undefined && others.length === 0) return { parts: partsOf(key, first) };
  }
  // Said twice near by: the lines that are named tell which.
  const named = exactly(pattern, keyOf(lines.filter(({ id }) => near.has(id))));
  if (named[0] !== undefined)
    return { parts: partsOf(keyOf(lines.filter(({ id }) => near.has(id))), named[0]) };
  if (places.some((found) => found.length > 0)) return { missing: 'ambiguous' };
  for (const key of [here, all]) {
    const found = nearly(pattern, key.characters);
    if (found !== undefined) return { parts: partsOf(key, found) };
  }
  return { missing: 'absent' };
}

/** The characters of a text that tell its words apart, and where each stands. */
type Key = {
  characters: string;
  lines: readonly Pick<Line, 'id' | 'text'>[];
  line: Int32Array;
  at: Int32Array;
};

type Range = { start: number; end: number };

/** Neither white space nor hyphens: a line ends elsewhere in the next edition. */
function keyOf(lines: readonly Pick<Line, 'id' | 'text'>[]): Key {
  const [characters, line, at]: [string[], number[], number[]] = [[], [], []];
  for (const [index, { text }] of lines.entries()) {
    for (let offset = 0; offset < text.length; offset += 1) {
      const character = text.charAt(offset);
      if (/[\s\-\u00ad\u2010-\u2015¬⸗]/.test(character)) continue;
      const lower = character.toLowerCase();
      characters.push(lower.length === 1 ? lower : character);
      line.push(index);
      at.push(offset);
    }
  }
  return { characters: characters.join(''), lines, line: Int32Array.from(line), at: Int32Array.from(at) };
}

/** Two are as many as make it ambiguous. */
function exactly(pattern: string, { characters }: Key): Range[] {
  const found: Range[] = [];
  for (let start = characters.indexOf(pattern); start >= 0 && found.length < 2;) {
    found.push({ start, end: start + pattern.length });
    start = characters.indexOf(pattern, start + 1);
  }
  return found;
}

/** Cells of a table: a page's text against a paragraph, many times over. */
const MOST_WORK = 50_000_000;

/** One character of so many may have been put in, taken out or changed. */
const CHANGED = 4;

/** The stretch with the least changes (Sellers 1980); undefined where even that has too many. */
function nearly(pattern: string, text: string): Range | undefined {
  if (pattern.length * text.length > MOST_WORK) return undefined;
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
      best = { start: from[pattern.length] ?? 0, end, changes };
    }
    [distance, begin] = [next, from];
  }
  return best;
}

function partsOf({ lines, line, at }: Key, { start, end }: Range): LinePart[] {
  const parts: LinePart[] = [];
  for (let index = start; index < end; index += 1) {
    const [id, offset] = [lines[line[index] ?? 0]?.id ?? '', at[index] ?? 0];
    const last = parts.at(-1);
    if (last?.line === id) last.end = offset + 1;
    else parts.push({ line: id, start: offset, end: offset + 1 });
  }
  return parts;
}
