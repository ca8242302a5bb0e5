import type { Block } from './sheet.ts';

/**
 * Sentences of the original, and those of the translation that say the same: one and one, or several, or none.
 * Each side is in its own order. A form feed stands where a leaf ends, a soft hyphen where a word may be broken.
 */
export type Group = { original: readonly string[]; rendering: readonly string[] };

/** What is a paragraph of the original, of the translation, or of both. */
export type Passage = {
  groups: readonly Group[];
  /** Blanks before its first line; before each, if it is no running text. */
  indent: number;
  skip?: Block['skip'];
  leading?: Block['leading'];
  underlined?: Block['underlined'];
  /** In the translation; a paragraph unless said. */
  element?: 'h1' | 'footnote';
};

/** A passage of one sentence on each side. */
export function pair(
  original: string,
  rendering: string,
  typed: Omit<Passage, 'groups'> = { indent: 0 },
): Passage {
  return { ...typed, groups: [group(original, rendering)] };
}

export function group(original: string | readonly string[], rendering: string | readonly string[]): Group {
  return { original: listOf(original), rendering: listOf(rendering) };
}

function listOf(sentences: string | readonly string[]): readonly string[] {
  return typeof sentences === 'string' ? [sentences] : sentences;
}
