import { fold } from './fold.ts';

/** A text's pairs of neighbouring characters, as sorted numbers: made once, compared often. */
export type Bigrams = { readonly folded: string; readonly pairs: Uint32Array };

/** Enough to tell paragraphs apart; a hostile one may be megabytes long. */
const LONGEST = 4000;

/** How alike two texts are, 0 to 1, whatever their case and diacritics: Dice's coefficient over bigrams. */
export function similarity(a: string, b: string): number {
  return similarityOf(bigramsOf(a), bigramsOf(b));
}

export function bigramsOf(text: string): Bigrams {
  const folded = fold(text.slice(0, LONGEST)).replace(/\s+/g, ' ').trim();
  const pairs = new Uint32Array(Math.max(0, folded.length - 1));
  for (let index = 0; index < pairs.length; index += 1) {
    pairs[index] = folded.charCodeAt(index) * 0x10000 + folded.charCodeAt(index + 1);
  }
  return { folded, pairs: pairs.sort() };
}

export function similarityOf(a: Bigrams, b: Bigrams): number {
  if (a.folded === b.folded) return 1;
  const total = a.pairs.length + b.pairs.length;
  if (total === 0) return 0;
  let [shared, left, right] = [0, 0, 0];
  while (left < a.pairs.length && right < b.pairs.length) {
    const difference = (a.pairs[left] ?? 0) - (b.pairs[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return (2 * shared) / total;
}
