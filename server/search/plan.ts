import { fold } from '../language/fold.ts';
import { hasStems, stemOf } from '../language/stem.ts';
import { tokenize, type Token } from '../language/tokens.ts';
import type { LanguageMap } from '../model/language-map.ts';
import { joinedToken, nameToken, roleToken, stemToken } from '../store/index-units.ts';
import type { IndexPhrase } from '../store/search-index.ts';
import type { AskedTerm, Field, Query } from './query.ts';
import type { HitKind, SearchNote } from './search.ts';
import { spellingKeys } from './spellings.ts';

/** A query that knows what it looks for in the index. */
export type Plan =
  | { kind: 'leaf'; leaf: Leaf }
  | { kind: 'facts'; field: Field; value: string }
  | { kind: 'and' | 'or'; parts: readonly Plan[] }
  | { kind: 'not'; part: Plan };

/** Something to be found, in all the ways in which it may be written. */
export type Leaf = {
  /** As it was typed. */
  text: string;
  ways: readonly Way[];
  name?: KnownName;
  /** That it is a name is a guess by how it is written: a word that stands everywhere is none. */
  guessed?: boolean;
};

export type Way = IndexPhrase & { hit: HitKind };

/** A person or place of an authority file, with all its forms. */
export type KnownName = {
  kind: 'person' | 'place';
  id: string;
  name: LanguageMap;
  forms: readonly string[];
};

export type Planned = {
  plan?: Plan;
  /** Of the texts that hits may stand in; all of these must hold. */
  within: readonly IndexPhrase[];
  leaves: readonly Leaf[];
  notes: readonly SearchNote[];
};

export type Planning = {
  /** Primary subtags of the languages of the texts. */
  languages: readonly string[];
  names: NameBook;
  /** Nothing but what was typed. */
  exact: boolean;
  /** Spellings that sound alike also for what is not written as a name, in small letters. */
  tolerant: boolean;
};

/** The names of authority files, by their forms. */
export interface NameBook {
  find(text: string): readonly KnownName[];
  /** Forms that begin so. */
  beginning(text: string, limit: number): readonly string[];
}

const SHORTEST_PREFIX = 2;

/** What each part of a query is to be looked for as: its forms by language, the forms of names that it may be. */
export function planQuery(query: Query, planning: Planning): Planned {
  const planner = new Planner(planning);
  const plan = planner.plan(query);
  return {
    ...(plan === undefined ? {} : { plan }),
    within: planner.within,
    leaves: planner.leaves,
    notes: planner.notes,
  };
}

class Planner {
  readonly within: IndexPhrase[] = [];
  readonly leaves: Leaf[] = [];
  readonly notes: SearchNote[] = [];
  readonly #planning: Planning;

  constructor(planning: Planning) {
    this.#planning = planning;
  }

  plan(query: Query): Plan | undefined {
    switch (query.kind) {
      case 'term':
        return this.#name([query]) ?? this.#term(query);
      case 'field':
        return this.#field(query.field, query.value);
      case 'not': {
        const part = new Planner(this.#planning).plan(query.part);
        return part === undefined ? undefined : { kind: 'not', part };
      }
      case 'and':
        return joined('and', this.#conjunction(query.parts));
      case 'or':
        return joined(
          'or',
          query.parts.flatMap((part) => this.plan(part) ?? []),
        );
    }
  }

  /** Neighbours that are the words of one name are looked for as the name. */
  #conjunction(parts: readonly Query[]): Plan[] {
    const plans: Plan[] = [];
    let rest = parts;
    for (let [first] = rest; first !== undefined; [first] = rest) {
      const { plan, length } = this.#longestName(plainTerms(rest));
      const one = plan ?? this.plan(first);
      if (one !== undefined) plans.push(one);
      rest = rest.slice(length);
    }
    return plans;
  }

  #longestName(run: readonly AskedTerm[]): { plan?: Plan; length: number } {
    for (let length = Math.min(run.length, LONGEST_NAME); length > 1; length -= 1) {
      const plan = this.#name(run.slice(0, length));
      if (plan !== undefined) return { plan, length };
    }
    return { length: 1 };
  }

  /** Undefined where the terms are no name; of an authority's names nothing else is looked for. */
  #name(terms: readonly AskedTerm[]): Plan | undefined {
    const { exact, tolerant, names, languages } = this.#planning;
    if (exact || terms.some((term) => term.exact || term.prefix)) return undefined;
    const text = terms.map((term) => term.text).join(' ');
    const known = names.find(text);
    const typed = typedWays(text, languages);
    const sounds = known.length > 0 || tolerant || isWrittenAsName(terms) ? spellings([text]) : [];
    if (known.length > 0) {
      const plans = known.map((name) =>
        this.#leaf({ text, ways: distinct([...typed, ...formsOf(name), ...sounds]), name }),
      );
      return joined('or', plans);
    }
    if (sounds.length === 0) return undefined;
    const name = this.#leaf({ text, ways: distinct([...typed, ...sounds]), guessed: terms.length === 1 });
    if (terms.length === 1) return name;
    // Words that stand beside each other by chance are looked for one by one as well.
    const apart = joined(
      'and',
      terms.flatMap((term) => this.#term(term) ?? []),
    );
    return joined('or', [name, ...(apart === undefined ? [] : [apart])]);
  }

  #term({ text, prefix, exact }: AskedTerm): Plan | undefined {
    const { languages } = this.#planning;
    const tokens = tokenize(text);
    const last = tokens.at(-1);
    if (last === undefined) return undefined;
    if (prefix && last.kind === 'word' && last.word.length < SHORTEST_PREFIX) {
      this.notes.push({ kind: 'prefix-too-short', text });
    } else if (prefix) {
      return this.#leaf({ text: `${text}*`, ways: [{ ...asWords(tokens), prefix: true, hit: 'word' }] });
    }
    const ways =
      exact || this.#planning.exact
        ? [{ ...asWords(tokens), hit: 'word' as const }]
        : typedWays(text, languages);
    return this.#leaf({ text, ways });
  }

  #field(field: Field, value: string): Plan | undefined {
    if (field === 'in') {
      this.within.push({ column: 'also', tokens: [roleToken(roleOf(value))] });
      return undefined;
    }
    if (field !== 'title') return this.#facts(field, value);
    const ways = typedWays(value, []).map((way) => ({ ...way, column: 'title' as const }));
    return ways.length === 0 ? undefined : this.#leaf({ text: value, ways });
  }

  /** Who is in an authority file is meant by any of their forms. */
  #facts(field: Field, value: string): Plan {
    const own: Plan = { kind: 'facts', field, value };
    const kind =
      field === 'place' ? 'place' : field === 'person' || field === 'creator' ? 'person' : undefined;
    const known = this.#planning.names.find(value).filter((name) => name.kind === kind);
    const parts = [own, ...known.map(({ id }): Plan => ({ kind: 'facts', field, value: id }))];
    return parts.length === 1 ? own : { kind: 'or', parts };
  }

  #leaf(leaf: Leaf): Plan {
    this.leaves.push(leaf);
    return { kind: 'leaf', leaf };
  }
}

const LONGEST_NAME = 4;

function plainTerms(parts: readonly Query[]): AskedTerm[] {
  const end = parts.findIndex((part) => part.kind !== 'term' || part.exact || part.prefix || part.phrase);
  return parts.slice(0, end < 0 ? parts.length : end).flatMap((part) => (part.kind === 'term' ? [part] : []));
}

/** The words themselves, with and without their hyphens, and their stems in each language. */
function typedWays(text: string, languages: readonly string[]): Way[] {
  const tokens = tokenize(text);
  if (tokens.length === 0) return [];
  const own: Way = { ...asWords(tokens), hit: 'word' };
  // A text may have the end of a line where the reader wrote a space.
  const closed = text.replace(GAP_IN_HAN, '');
  if (closed !== text) return [own, { ...asWords(tokenize(closed)), hit: 'word' }];
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ word }) => word);
  if (words.length < tokens.length) return [own];
  const hyphened = /^\S+$/u.test(text) && words.length > 1;
  return distinct([
    own,
    ...(hyphened ? [{ column: 'word', tokens: [words.join('')], hit: 'word' } as const] : []),
    ...(words.length === 1 ? [{ column: 'also', tokens: [joinedToken(words)], hit: 'word' } as const] : []),
    ...languages
      .filter((language) => hasStems(language) && words.some((word) => mayBe(language, word)))
      .flatMap((language) => inflected(words, language)),
  ]);
}

/**
 * Stemmers take the ends of some plain words for endings (`паром` is no form of `пар`), so a word may be the stem of
 * others, and its stem a word.
 */
function inflected(words: readonly string[], language: string): Way[] {
  const stems = words.map((word) => stemOf(word, language));
  const hit = 'inflected';
  return [
    { column: 'stem', tokens: stems.map((stem) => stemToken(stem, language)), hit },
    { column: 'stem', tokens: words.map((word) => stemToken(word, language)), hit },
    { column: 'word', tokens: stems, hit },
  ];
}

const HAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const GAP_IN_HAN = new RegExp(`(?<=${HAN})\\s+(?=${HAN})`, 'gu');

/** A run of Han or Hangul ends with a character that may go on in the text; one alone is the beginning of a pair. */
function asWords(tokens: readonly Token[]): IndexPhrase {
  const words = tokens.map(({ word }) => word);
  if (tokens.at(-1)?.kind !== 'single') return { column: 'word', tokens: words };
  return tokens.at(-2)?.kind === 'pair'
    ? { column: 'word', tokens: words.slice(0, -1) }
    : { column: 'word', tokens: words, prefix: true };
}

function formsOf({ forms }: KnownName): Way[] {
  return [
    ...forms.flatMap((form) => {
      const tokens = tokenize(form);
      return tokens.length === 0 ? [] : [{ ...asWords(tokens), hit: 'authority' as const }];
    }),
    ...spellings(forms),
  ];
}

function spellings(names: readonly string[]): Way[] {
  return distinct(
    names
      .flatMap(spellingKeys)
      .map((key) => ({ column: 'also', tokens: [nameToken(key)], hit: 'spelling' as const })),
  );
}

/** In capitals, or in a script that has none. */
function isWrittenAsName(terms: readonly AskedTerm[]): boolean {
  return terms.every(({ text }) => /^["'‘’«“]?(?:\p{Lu}|\p{Lo})/u.test(text));
}

const CYRILLIC = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt']);

/** Whether the language is written in the word's script: elsewhere the word as such is enough. */
function mayBe(language: string, word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word) === CYRILLIC.has(language);
}

function roleOf(value: string): string {
  return fold(value) === 'original' ? 'transcription' : fold(value);
}

function distinct<T extends Pick<Way, 'column' | 'tokens'>>(ways: readonly T[]): T[] {
  const seen = new Set<string>();
  return ways.filter(({ column, tokens }) => {
    const key = `${column} ${tokens.join(' ')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function joined(kind: 'and' | 'or', parts: readonly Plan[]): Plan | undefined {
  const [only] = parts;
  return parts.length <= 1 ? only : { kind, parts };
}
