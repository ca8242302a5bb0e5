import { newStemmer, type Stemmer } from 'snowball-stemmers';
import { modernSpelling } from './orthography.ts';

/** Snowball's algorithms by primary language subtag; languages that are not here are searched by whole words. */
const ALGORITHMS: Readonly<Record<string, string | undefined>> = {
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  tr: 'turkish',
};

/** A Zipf-like language repeats itself: this many words are nearly all of those in millions of lines. */
const REMEMBERED = 100_000;
/** No word of a language is longer; what is, is not stemmed. */
const LONGEST = 64;

type Known = { stemmer: Stemmer; stems: Map<string, string> };
const known = new Map<string, Known | undefined>();

/** Whether words of the language (BCP 47) have stems. */
export function hasStems(language: string): boolean {
  return ALGORITHMS[primarySubtag(language)] !== undefined;
}

/**
 * What the word's inflected forms have in common, in today's spelling; the word itself where the language has no
 * stemmer. Snowball (M. F. Porter, 2001).
 *
 * @param word folded.
 */
export function stemOf(word: string, language: string): string {
  const tag = primarySubtag(language);
  if (word.length > LONGEST) return word;
  const one = stemmerOf(tag);
  if (one === undefined) return word;
  const before = one.stems.get(word);
  if (before !== undefined) return before;
  if (one.stems.size >= REMEMBERED) one.stems.clear();
  const stem = one.stemmer.stem(modernSpelling(word, tag));
  one.stems.set(word, stem);
  return stem;
}

/** `ru` of `ru-petr1708`. */
export function primarySubtag(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}

function stemmerOf(tag: string): Known | undefined {
  if (known.has(tag)) return known.get(tag);
  const algorithm = ALGORITHMS[tag];
  const made = algorithm === undefined ? undefined : { stemmer: newStemmer(algorithm), stems: new Map() };
  known.set(tag, made);
  return made;
}
