/** A word of running text that may be part of a name: UTF-16 offsets, and the word as its keys are made of it. */
export type NameWord = {
  start: number;
  end: number;
  /** Lower case, composed, hyphens and apostrophes in one form, without a possessive 's. */
  word: string;
  /** One letter and a full stop. */
  initial: boolean;
  /** How many such words stand directly before this one, one space or line break apart. */
  before: number;
};

/** The words that begin with upper case, with what is joined to them by hyphens. A name over any four hyphens is none. */
export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const word = plainWord(found);
    if (word === '') continue;
    const previous = words.at(-1);
    const start = match.index;
    const dotted = text[start + found.length] === '.';
    const end = start + found.replace(POSSESSIVE, '').length;
    const initial = dotted && word.length === 1;
    const together = previous !== undefined && JOINED.test(text.slice(previous.end, start).slice(0, 4));
    const joined = together && (previous.initial || text[previous.end] !== '.');
    words.push({ start, end, word, initial, before: joined ? previous.before + 1 : 0 });
  }
  return words;
}

/** A query's words, whatever their case. */
export function queryWords(name: string): string[] {
  return Array.from(name.matchAll(ANY_WORD), ([found]) => plainWord(found)).filter((word) => word !== '');
}

const LETTERS =
  "(?:[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}]|['’ʼʹʻ`´‘ʿʾ](?=[\\p{L}\\p{M}]))";
const MORE = `${LETTERS}{0,40}(?:[-‐‑‒–]${LETTERS}{1,40}){0,4}`;
/** In scripts that have case. Not from the middle of a word. */
const WORD = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?=\\p{Lu})${MORE}(?![\\p{L}\\p{M}])`, 'gu');
const ANY_WORD = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${MORE}(?![\\p{L}\\p{M}])`, 'gu');
const JOINED = /^(?:[.]?[ \u00a0]|\r?\n|[.])?$/;
const POSSESSIVE = /['’]s$/i;

function plainWord(found: string): string {
  return found
    .replace(POSSESSIVE, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼʹʻ`´‘ʿʾ]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/ё/g, 'ё')
    .normalize('NFC');
}
