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

/** From a folded word to its stem. */
export type Stemming = (word: string) => string;

const known = new Map<string, Stemming>();

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
  return stemming(language)(word);
}

/** The same for many words of a language (BCP 47). */
export function stemming(language: string): Stemming {
  const tag = primarySubtag(language);
  const before = known.get(tag);
  if (before !== undefined) return before;
  const algorithm = ALGORITHMS[tag];
  const made = algorithm === undefined ? (word: string) => word : remembering(tag, newStemmer(algorithm));
  known.set(tag, made);
  return made;
}

/** `ru` of `ru-petr1708`. */
export function primarySubtag(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}

function remembering(tag: string, stemmer: Stemmer): Stemming {
  const stems = new Map<string, string>();
  return (word) => {
    if (word.length > LONGEST) return word;
    const before = stems.get(word);
    if (before !== undefined) return before;
    if (stems.size >= REMEMBERED) stems.clear();
    const stem = stemmer.stem(modernSpelling(word, tag));
    stems.set(word, stem);
    return stem;
  };
}
