import { nameMentions } from '../language/name-keys.ts';
import { hasStems, primarySubtag, stemOf } from '../language/stem.ts';
import { tokenize, withoutDivision, type Token } from '../language/tokens.ts';
import type { UnitPositions } from './search-index.ts';

/** A unit of the index as it is written: tokens of each column in order, and what its hits are found again by. */
export type UnitColumns = {
  word: readonly string[];
  stem: readonly string[];
  title: readonly string[];
  also: readonly string[];
  positions: UnitPositions;
  /** Words that may complete what a reader has begun to type, by their folded form, as they are written. */
  terms: ReadonlyMap<string, string>;
};

/**
 * @param values of the segments that stand on a page, or of a record's lines, in order.
 * @param titles how many of them, from the first, are titles.
 * @param role of the text, to be asked for.
 */
export function unitColumns(
  values: readonly string[],
  { language, titles = 0, role }: { language: string; titles?: number; role?: string },
): UnitColumns {
  const text = unitText(values);
  const tokens = tokenize(text);
  const segments = segmentStarts(values);
  const titleEnd = titles === 0 ? 0 : (segments[titles] ?? text.length);
  return {
    word: tokens.map(({ word }) => word),
    stem: hasStems(language) ? tokens.map(({ word }) => stemToken(stemOf(word, language), language)) : [],
    title: tokens.filter(({ end }) => end <= titleEnd).map(({ word }) => word),
    also: [
      ...new Set([
        languageToken(language),
        ...(role === undefined ? [] : [roleToken(role)]),
        ...joinedWords(text, tokens),
        ...nameMentions(text).flatMap(({ keys }) => keys.map(nameToken)),
      ]),
    ],
    positions: { segments, starts: tokens.map(({ start }) => start), ends: tokens.map(({ end }) => end) },
    terms: termsOf(text, tokens),
  };
}

/** What the offsets of a unit's tokens count in. */
export function unitText(values: readonly string[]): string {
  return values.join('\n');
}

export function stemToken(stem: string, language: string): string {
  return `${stem}_${primarySubtag(language)}`;
}

export function languageToken(language: string): string {
  return `${primarySubtag(language)}_language`;
}

export function roleToken(role: string): string {
  return `${role}_role`;
}

export function nameToken(key: string): string {
  return `${key.replace(/[^\p{L}\p{N}]/gu, '')}_name`;
}

export function joinedToken(words: readonly string[]): string {
  return `${words.join('')}_joined`;
}

function segmentStarts(values: readonly string[]): number[] {
  let start = 0;
  return values.map((value) => {
    const own = start;
    start += value.length + 1;
    return own;
  });
}

/** `Il-u` is two tokens, and can be found as `Ilu` as well. */
function joinedWords(text: string, tokens: readonly Token[]): string[] {
  const joined: string[] = [];
  let run: Token[] = [];
  const close = () => {
    if (run.length > 1) joined.push(joinedToken(run.map(({ word }) => word)));
    run = [];
  };
  for (const token of tokens) {
    const before = run.at(-1);
    if (before !== undefined && !HYPHEN.test(text.slice(before.end, token.start))) close();
    if (token.kind === 'word') run.push(token);
  }
  close();
  return joined;
}

const HYPHEN = /^[-‐‑]$/;
/** What is shorter is typed faster than chosen. */
const SHORTEST_TERM = 3;
const LONGEST_TERM = 40;

/** Pairs of characters are no words: of Han, Kana and Hangul there are none. */
function termsOf(text: string, tokens: readonly Token[]): Map<string, string> {
  const terms = new Map<string, string>();
  for (const { word, start, end, kind } of tokens) {
    if (kind !== 'word' || word.length < SHORTEST_TERM || word.length > LONGEST_TERM) continue;
    if (!terms.has(word)) terms.set(word, withoutDivision(text.slice(start, end)));
  }
  return terms;
}
