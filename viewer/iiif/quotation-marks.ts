import { primary } from './language-map.ts';

type Pair = readonly [open: string, close: string];

/** Of a quotation, and of one within it. */
type Marks = readonly [outer: Pair, inner: Pair];

const ENGLISH: Marks = [
  ['“', '”'],
  ['‘', '’'],
];
const RUSSIAN: Marks = [
  ['«', '»'],
  ['„', '“'],
];
const GERMAN: Marks = [
  ['„', '“'],
  ['‚', '‘'],
];
const JAPANESE: Marks = [
  ['「', '」'],
  ['『', '』'],
];
const FRENCH: Marks = [
  ['« ', ' »'],
  ['“', '”'],
];
const POLISH: Marks = [
  ['„', '”'],
  ['«', '»'],
];

const MARKS: Readonly<Record<string, Marks>> = {
  ...Object.fromEntries(['ru', 'uk', 'be', 'bg', 'hy'].map((tag) => [tag, RUSSIAN])),
  ...Object.fromEntries(['de', 'cs', 'sk', 'sl', 'et', 'lt', 'lv', 'is', 'da'].map((tag) => [tag, GERMAN])),
  ...Object.fromEntries(['pl', 'hu', 'ro', 'hr'].map((tag) => [tag, POLISH])),
  ...{ ja: JAPANESE, fr: FRENCH },
};

/**
 * Words between the quotation marks of their language. The words themselves stay as they are: where they have the outer
 * marks in them, those for a quotation within another are put around, so that it is plain where which one ends.
 */
export function quoted(words: string, language: string): string {
  const marks = /^zh-hant\b|^zh-(?:tw|hk|mo)\b/i.test(language) ? JAPANESE : MARKS[primary(language)];
  const [outer, inner] = marks ?? ENGLISH;
  const [open, close] = hasAny(words, outer) && !hasAny(words, inner) ? inner : outer;
  return `${open}${words}${close}`;
}

function hasAny(words: string, pair: Pair): boolean {
  // An apostrophe between letters is no mark.
  const bare = words.replace(/(?<=\p{L})[’'](?=\p{L})/gu, '');
  return [...pair.map((mark) => mark.trim()), ...(pair[0] === '“' ? ['"'] : [])].some((mark) =>
    bare.includes(mark),
  );
}
