import { CONCEPT_LANGUAGES, CONCEPT_WORDS } from './concept-words.ts';
import { fold } from './fold.ts';

/** What the words of one language name: numbers of lines of `CONCEPT_WORDS`. */
export type Concepts = {
  /** In a text, each as often as it occurs. */
  in: (text: string) => number[];
};

/**
 * The concepts that a language has words for here.
 * @param language BCP 47; of one that is not in the list there are none.
 */
export function conceptsOf(language: string): Concepts {
  const column = CONCEPT_LANGUAGES.findIndex((known) => known === language.split('-')[0]?.toLowerCase());
  if (column < 0) return NONE;
  const made =
    MADE.get(column) ?? (column >= FIRST_WITHOUT_SPACES ? withoutSpaces(column) : withSpaces(column));
  MADE.set(column, made);
  return made;
}

const NONE: Concepts = { in: () => [] };

/** From this column on words are not parted by spaces, or carry their endings. */
const FIRST_WITHOUT_SPACES = CONCEPT_LANGUAGES.indexOf('zh');

const MADE = new Map<number, Concepts>();

function withSpaces(column: number): Concepts {
  const [whole, beginnings] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const [concept, word] of entries(column)) {
    const [map, key] = word.endsWith('*') ? [beginnings, word.slice(0, -1)] : [whole, word];
    map.set(key, [...(map.get(key) ?? []), concept]);
  }
  const lengths = [...new Set([...beginnings.keys()].map(({ length }) => length))];
  return {
    in: (text) =>
      Array.from(fold(text).matchAll(/[\p{L}\p{M}]+/gu), ([word]) => [
        ...(whole.get(word) ?? []),
        ...lengths.flatMap((length) => beginnings.get(word.slice(0, length)) ?? []),
      ]).flat(),
  };
}

function withoutSpaces(column: number): Concepts {
  // One syllable of Korean begins too many words.
  const least = CONCEPT_LANGUAGES[column] === 'ko' ? 2 : 1;
  const words = entries(column).filter(([, word]) => word.length >= least);
  return {
    in: (text) =>
      words.flatMap(([concept, word]) => Array.from({ length: text.split(word).length - 1 }, () => concept)),
  };
}

function entries(column: number): [number, string][] {
  return CONCEPT_WORDS.trim()
    .split('\n')
    .flatMap((line, concept) =>
      (line.split('|')[column] ?? '')
        .split(',')
        .map((word): [number, string] => [concept, fold(word.trim())])
        .filter(([, word]) => word !== ''),
    );
}
