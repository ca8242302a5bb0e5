import { fold } from './fold.ts';
import { simplifyHan } from './simplify-han.ts';

/** A word of a text, folded, and where it stands: UTF-16 offsets in the text as it was given. */
export type Token = { word: string; start: number; end: number; kind: TokenKind };

/** `word`: written with spaces around it; `pair`, `single`: of a script that has none, or that inflects by joining. */
export type TokenKind = 'word' | 'pair' | 'single';

/** A page has some thousand words; a hostile text may be one word of a megabyte, which nobody asks for. */
const LONGEST_WORD = 100;

/**
 * The words of a text in reading order. Words end where letters, digits and marks end, so that `Il-u` is two and
 * `7.10.1950` three. A word that a hyphen divides at the end of a line is one. Han, Kana and Hangul are cut into
 * overlapping pairs of characters, and the last character of a run stands alone once more, so that each is the
 * beginning of some token; runs of Han and Kana go on over the end of a line, and Han is simplified.
 *
 * @param text lines joined by `\n`.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    if (PAIRED.test(run)) addPairs(run, match.index, tokens);
    else addWord(run, match.index, tokens);
  }
  return tokens;
}

/** Whether a text is of such scripts, by its first letter. */
export function isPaired(text: string): boolean {
  return PAIRED.test(text.trimStart());
}

const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]`;
const HANGUL = String.raw`\p{Script=Hangul}`;
/** A soft hyphen may stand anywhere; the others divide a word where a small letter begins the next line. */
const DIVISION = String.raw`(?:\u00ad\s*|[-‐¬⸗]\s*\n\s*(?=\p{Ll}))`;
const HYPHEN = '[-‐¬⸗]';
const LETTER = String.raw`(?!${CJK}|${HANGUL})[\p{L}\p{N}\p{M}]`;
const RUN = new RegExp(
  `${CJK}+(?:\\n${CJK}+)*|${HANGUL}+(?:${HYPHEN}\\s*\\n\\s*${HANGUL}+)*|(?:${LETTER})+(?:${DIVISION}(?:${LETTER})+)*`,
  'gu',
);
const PAIRED = new RegExp(`^(?:${CJK}|${HANGUL})`, 'u');

/** A word as it is written where no line ends in it. */
export function withoutDivision(run: string): string {
  return run.replace(/[-‐¬⸗\u00ad]?\s+|\u00ad/g, '');
}

function addWord(run: string, start: number, tokens: Token[]): void {
  const word = fold(withoutDivision(run));
  // Compatibility forms may come apart into several words, or be nothing but a mark.
  for (const part of word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    if (part.length <= LONGEST_WORD)
      tokens.push({ word: part, start, end: start + run.length, kind: 'word' });
  }
}

const NO_LETTER = /[^\p{L}\p{N}\p{M}]/gu;

function addPairs(run: string, start: number, tokens: Token[]): void {
  const characters = [...run.matchAll(/[^\s\-‐¬⸗]/gu)];
  characters.forEach(([character], index) => {
    const from = start + (characters[index]?.index ?? 0);
    const next = characters[index + 1];
    const end = next === undefined ? from + character.length : start + next.index + next[0].length;
    // Radicals and letters in brackets are symbols, and come apart into what is no letter.
    const word = simplifyHan(fold(character + (next?.[0] ?? ''))).replace(NO_LETTER, '');
    if (word === '') return;
    tokens.push({ word, start: from, end, kind: next === undefined ? 'single' : 'pair' });
  });
}
