import { seededRandom, type Random } from '../../../scripts/specimens/random.ts';
import { FACETS, SORTS, type FacetName, type Sort } from '../../../server/search/search.ts';
import { COLLECTIONS, collectionId, documentId, KINDS, type MadeUpArchive } from './made-up-archive.ts';
import { MADE_UP_LANGUAGES, type MadeUpLanguage } from './vocabulary.ts';

export const QUERY_KINDS = [
  'rare word',
  'middling word',
  'common word',
  'phrase',
  'prefix',
  'facets',
  'name',
  'autocomplete',
  'in a document',
  'hits everywhere',
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** What a reader may ask, whatever way it goes. */
export type BenchQuery = {
  kind: QueryKind;
  q: string;
  filters: readonly { facet: FacetName; value: string }[];
  from?: string;
  to?: string;
  sort: Sort;
  /** The document that is looked into. */
  document?: string;
};

/** What makes a question of a kind; nothing, now and then. */
type Made = Partial<Omit<BenchQuery, 'kind' | 'q'>> & { q?: string | undefined };

/** Questions of a kind: all different, so that a cache of answers is of little use. */
const POOL = 400;

/** Ranks from 0. */
const COMMON = 30;
const MIDDLING = { from: 300, to: 3000 };

/** Words and phrases as they stand in the made-up documents: something is always found, as often as its kind says. */
export function queryPools(
  archive: MadeUpArchive,
  documents: number,
): ReadonlyMap<QueryKind, readonly BenchQuery[]> {
  const random = seededRandom(1991);
  const texts = new TextSampler(archive, documents, random);
  const pool = (kind: QueryKind, make: () => Made) => {
    const queries = new Map<string, BenchQuery>();
    for (let attempt = 0; queries.size < POOL && attempt < POOL * 1000; attempt += 1) {
      const { q = '', ...rest } = make();
      if (q === '') continue;
      const query: BenchQuery = { kind, q, filters: [], sort: 'relevance', ...rest };
      queries.set(JSON.stringify(query), query);
    }
    return [kind, [...queries.values()]] as const;
  };
  const middling = () => texts.word((rank) => rank >= MIDDLING.from && rank < MIDDLING.to);
  return new Map([
    pool('rare word', () => ({ q: texts.word((rank, count) => rank > count / 8) })),
    pool('middling word', () => ({ q: middling() })),
    pool('common word', () => ({
      q: commonWord(archive, random),
      // There are no more than 120 of them.
      sort: SORTS[Math.floor(random.next() * SORTS.length)] ?? 'relevance',
    })),
    pool('phrase', () => ({ q: `"${texts.phrase()}"` })),
    pool('prefix', () => ({ q: withStar(texts.beginning(3, 5)) })),
    pool('facets', () => ({
      q: random.next() < 0.5 ? middling() : commonWord(archive, random),
      ...narrowing(random),
    })),
    pool('name', () => {
      const name = archive.people.draw(random);
      const language = MADE_UP_LANGUAGES[Math.floor(random.next() * MADE_UP_LANGUAGES.length)] ?? 'en';
      return { q: name[language] };
    }),
    pool('autocomplete', () => ({ q: texts.beginning(2, 4) })),
    pool('in a document', () => {
      const document = Math.floor(random.next() * documents);
      return { q: texts.wordOf(document), document: documentId(document) };
    }),
    pool('hits everywhere', () => ({ q: middling() })),
  ]);
}

function withStar(beginning: string | undefined): string | undefined {
  return beginning === undefined ? undefined : `${beginning}*`;
}

/** Two filters and forty years. */
function narrowing(random: Random): Made {
  const possible: Partial<Record<FacetName, string>> = {
    language: MADE_UP_LANGUAGES[Math.floor(random.next() * MADE_UP_LANGUAGES.length)] ?? 'ru',
    kind: KINDS[Math.floor(random.next() * KINDS.length)] ?? 'note',
    collection: collectionId(Math.floor(random.next() * COLLECTIONS)),
  };
  const left = Math.floor(random.next() * 3);
  const filters = FACETS.flatMap((facet) => {
    const value = possible[facet];
    return value === undefined ? [] : [{ facet, value }];
  }).filter((_, at) => at !== left);
  const year = 1917 + Math.floor(random.next() * 35);
  return { filters, from: `${year}-01-01`, to: `${year + 40}-12-31` };
}

function commonWord(archive: MadeUpArchive, random: Random): string {
  const language = MADE_UP_LANGUAGES[Math.floor(random.next() * MADE_UP_LANGUAGES.length)] ?? 'en';
  return archive.vocabularies[language].words[Math.floor(random.next() * COMMON)] ?? '';
}

type Line = { language: MadeUpLanguage; value: string };

/** Draws lines as they come in the texts: half of them English, of the rest most Russian. */
class TextSampler {
  readonly #archive: MadeUpArchive;
  readonly #random: Random;
  readonly #lines: readonly Line[];

  constructor(archive: MadeUpArchive, documents: number, random: Random) {
    this.#archive = archive;
    this.#random = random;
    this.#lines = Array.from({ length: Math.min(400, documents) }, () =>
      linesOf(archive, Math.floor(random.next() * documents)),
    ).flat();
  }

  word(wanted: (rank: number, count: number) => boolean): string | undefined {
    const { language, value } = this.#line();
    const word = this.#pick(this.#wordsOf(value, language));
    const rank = word === undefined ? undefined : this.#archive.vocabularies[language].rank(word);
    return rank !== undefined && wanted(rank, this.#archive.vocabularies[language].words.length)
      ? word
      : undefined;
  }

  wordOf(document: number): string | undefined {
    const line = this.#pick(linesOf(this.#archive, document));
    return line === undefined ? undefined : this.#pick(this.#wordsOf(line.value, line.language));
  }

  /** Two neighbours. */
  phrase(): string {
    const { language, value } = this.#line();
    const words = split(value, language);
    const at = Math.floor(this.#random.next() * (words.length - 1));
    return words.slice(at, at + 2).join(language === 'zh' ? '' : ' ');
  }

  /** Of a word in Cyrillic or Latin letters. */
  beginning(shortest: number, longest: number): string | undefined {
    const { language, value } = this.#line();
    if (language === 'ko' || language === 'zh') return undefined;
    const length = shortest + Math.floor(this.#random.next() * (longest - shortest + 1));
    const word = this.#pick(split(value, language)) ?? '';
    return word.length > length ? word.slice(0, length).toLowerCase() : undefined;
  }

  #line(): Line {
    return this.#pick(this.#lines) ?? { language: 'en', value: '' };
  }

  /** Korean without what is joined to a word. */
  #wordsOf(value: string, language: MadeUpLanguage): string[] {
    const words = split(value, language).map((word) => word.toLowerCase());
    if (language !== 'ko') return words;
    return words.map((word) =>
      this.#archive.vocabularies.ko.rank(word) === undefined ? word.slice(0, -1) : word,
    );
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random.next() * list.length)];
  }
}

function linesOf(archive: MadeUpArchive, number: number): Line[] {
  return archive.document(number).texts.flatMap(({ language, segments }) => {
    const known = MADE_UP_LANGUAGES.find((one) => one === language) ?? 'en';
    return segments.map(({ value }) => ({ language: known, value }));
  });
}

function split(line: string, language: MadeUpLanguage): string[] {
  const bare = line.replace(/[.。]$/, '');
  return language === 'zh' ? (bare.match(/../gu) ?? []) : bare.split(' ');
}
