import type { Group } from './passage.ts';

/** Which sentences of a translation render which of its original, known from how the page was made. */
export type Truth = {
  document: string;
  /** Ids of the texts. */
  original: string;
  rendering: string;
  groups: readonly TrueGroup[];
};

export type TrueGroup = { original: readonly Part[]; rendering: readonly string[] };

/** UTF-16 offsets in the text of an ALTO TextLine: its Strings, blanks and hyphens. */
export type Part = { line: string; page: string; start: number; end: number };

export type PlacedLine = { id: string; page: string; content: string };

/**
 * Where the sentences of groups stand; every character of the lines but white space is in one part.
 *
 * @param lines in the order in which they are read.
 * @throws Error when the lines say anything else, or in another order.
 */
export function locate(groups: readonly Group[], lines: readonly PlacedLine[]): TrueGroup[] {
  const running = lines.filter(({ content }) => !LEAF_NUMBER.test(content));
  const typed = running.flatMap((line, at) => lettersOf(line, running[at + 1] !== undefined));
  let next = 0;
  const found = groups.map(({ original, rendering }): TrueGroup => {
    const parts = original.flatMap((sentence) => {
      const taken = take(sentence, typed, next);
      next += taken.length;
      return partsOf(taken);
    });
    return { original: parts, rendering: rendering.map((sentence) => sentence.replace('\f', '')) };
  });
  const left = typed[next];
  if (left !== undefined) throw new Error(`No sentence says what line ${left.line.id} goes on with.`);
  // A leaf's number interrupts the sentence that it stands in.
  return lines
    .filter(({ content }) => LEAF_NUMBER.test(content))
    .reduce(
      (all, line) => insertAfter(all, lines[lines.indexOf(line) - 1]?.id, wholeLines([line], [])),
      found,
    );
}

/** What a translation linked line by line says itself. */
export function linesRendered(html: string, lines: readonly PlacedLine[]): TrueGroup[] {
  const found = [...html.matchAll(/data-renders="([^"]*)">([^<]*)</g)].map(([, ids = '', words = '']) =>
    wholeLines(
      ids.split(' ').map((id) => lineOf(id, lines)),
      [words],
    ),
  );
  const rendered = new Set(found.flatMap(({ original }) => original.map(({ line }) => line)));
  return lines
    .filter(({ id }) => !rendered.has(id))
    .reduce(
      (all, line) => insertAfter(all, lines[lines.indexOf(line) - 1]?.id, wholeLines([line], [])),
      found,
    );
}

const LEAF_NUMBER = /^- \d+ -$/;

type Letter = { line: PlacedLine; at: number; letter: string; isHyphen: boolean };

function lettersOf(line: PlacedLine, goesOn: boolean): Letter[] {
  const end = line.content.length - 1;
  return Array.from(line.content.matchAll(/\S/g), ({ index, 0: letter }) => ({
    line,
    at: index,
    letter,
    isHyphen: goesOn && index === end && /\p{L}-$/u.test(line.content),
  }));
}

/** The letters from `first` on that say the sentence; hyphens that break its words are taken with it. */
function take(sentence: string, typed: readonly Letter[], first: number): Letter[] {
  const taken: Letter[] = [];
  for (const [wanted] of sentence.matchAll(/[^\s\u00AD]/g)) {
    for (let each = typed[first + taken.length]; each?.isHyphen === true;) {
      taken.push(each);
      each = typed[first + taken.length];
    }
    const found = typed[first + taken.length];
    if (found?.letter !== wanted) {
      throw new Error(`Line ${found?.line.id ?? 'after the last'} does not say "${sentence}".`);
    }
    taken.push(found);
  }
  return taken;
}

function partsOf(letters: readonly Letter[]): Part[] {
  const parts: Part[] = [];
  for (const { line, at } of letters) {
    const last = parts.at(-1);
    if (last?.line === line.id) last.end = at + 1;
    else parts.push({ line: line.id, page: line.page, start: at, end: at + 1 });
  }
  return parts;
}

function wholeLines(lines: readonly PlacedLine[], rendering: readonly string[]): TrueGroup {
  const original = lines.map(({ id, page, content }) => ({ line: id, page, start: 0, end: content.length }));
  return { original, rendering };
}

function lineOf(id: string, lines: readonly PlacedLine[]): PlacedLine {
  const line = lines.find((each) => each.id === id);
  if (line === undefined) throw new Error(`There is no line ${id}.`);
  return line;
}

function insertAfter(groups: readonly TrueGroup[], line: string | undefined, added: TrueGroup): TrueGroup[] {
  const before = groups.findLastIndex(({ original }) => original.some((part) => part.line === line));
  return [...groups.slice(0, before + 1), added, ...groups.slice(before + 1)];
}
