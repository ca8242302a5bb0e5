import type {
  DocumentFacts,
  IndexedDocument,
  IndexedTerm,
  IndexedUnit,
  IndexPhrase,
  SearchIndex,
  UnitSpan,
} from '../search-index.ts';
import { EMPTY, union } from '../../model/number-set.ts';
import { decodePositions } from '../unit-positions.ts';
import { RememberedUnits } from './remembered-units.ts';
import {
  decode,
  openDatabase,
  readAtLarge,
  translated,
  type Database,
  type Json,
  type Statement,
} from './driver.ts';

type UnitRow = {
  number: number;
  document: string;
  text: string | null;
  page: string | null;
  language: string;
  words: string;
  positions: Uint8Array;
};

type DocumentRow = UnitSpan & { document: string; about: Json<DocumentFacts> | null };

/**
 * The search index in a store's SQLite file, for reading; `openSqliteStore` has prepared it.
 *
 * @throws Failure `store-unusable`
 */
export function openSqliteSearchIndex(file: string): SearchIndex {
  return translated(`The search index in ${file} cannot be opened`, 'store-unusable', () => {
    const database = openDatabase(file);
    database.exec('pragma query_only = on');
    readAtLarge(database);
    return new SqliteSearchIndex(database);
  });
}

class SqliteSearchIndex implements SearchIndex {
  readonly #database: Database;
  readonly #remembered = new RememberedUnits();
  readonly #matching: Readonly<Record<Table, Statement<{ numbers: string | null }>>>;
  readonly #documents: Statement<DocumentRow>;
  readonly #last: Statement<{ last: number | null }>;
  readonly #units: Statement<UnitRow>;
  readonly #terms: Statement<IndexedTerm>;
  readonly #languages: Statement<{ language: string }>;

  constructor(database: Database) {
    this.#database = database;
    // As one text: a row for each of ten thousand numbers takes the driver ten times as long.
    const matching = (table: Table) =>
      database.prepare<{ numbers: string | null }>(
        `select group_concat(rowid) as numbers from ${table}
         where ${table} match ? and rowid between ? and ?`,
      );
    this.#matching = { search_words: matching('search_words'), search_forms: matching('search_forms') };
    this.#documents = database.prepare(
      'select document, first, last, about from search_documents where first > ? order by first limit ?',
    );
    this.#last = database.prepare('select last from search_documents order by first desc limit 1');
    this.#units = database.prepare('select * from search_units where number between ? and ? order by number');
    this.#terms = database.prepare(
      'select term, shown, documents from search_terms where term >= ?1 and term < ?2 order by documents desc, term limit ?3',
    );
    this.#languages = database.prepare('select language from search_languages where units > 0');
  }

  matching(phrases: readonly IndexPhrase[], within?: UnitSpan): Promise<Uint32Array> {
    return this.#read(() => {
      const { first = 0, last = Number.MAX_SAFE_INTEGER } = within ?? {};
      const found = TABLES.map((table) => {
        const expression = expressionOf(phrases.filter(({ column }) => TABLE_OF[column] === table));
        if (expression === '') return EMPTY;
        const ask = (from: number, to: number) =>
          numbersOf(this.#matching[table].get(expression, from, to)?.numbers ?? '');
        // What was found once stays found: units do not change, they only come and go.
        if (within === undefined)
          return this.#remembered.extend(`${table} ${expression}`, this.#lastUnit(), ask);
        return ask(first, last);
      });
      return found.reduce(union);
    });
  }

  documentsAfter(unit: number, limit: number): Promise<IndexedDocument[]> {
    return this.#read(() =>
      this.#documents.all(unit, limit).map(({ about, ...rest }) => ({
        ...rest,
        ...(about === null ? {} : { about: decode(about) }),
      })),
    );
  }

  lastUnit(): Promise<number> {
    return this.#read(() => this.#lastUnit());
  }

  async unit(number: number): Promise<IndexedUnit | undefined> {
    const [unit] = await this.units({ first: number, last: number });
    return unit;
  }

  units({ first, last }: UnitSpan): Promise<IndexedUnit[]> {
    return this.#read(() => this.#units.all(first, last).map(unitOf));
  }

  terms(prefix: string, limit: number): Promise<IndexedTerm[]> {
    return this.#read(() => (prefix === '' ? [] : this.#terms.all(prefix, `${prefix}\u{10ffff}`, limit)));
  }

  languages(): Promise<string[]> {
    return this.#read(() => this.#languages.all().map(({ language }) => language));
  }

  close(): Promise<void> {
    return this.#read(() => this.#database.close());
  }

  #lastUnit(): number {
    return this.#last.get()?.last ?? 0;
  }

  #read<T>(work: () => T): Promise<T> {
    return new Promise((resolve) =>
      resolve(translated('The search index cannot be read', 'store-unusable', work)),
    );
  }
}

const TABLES = ['search_words', 'search_forms'] as const;
type Table = (typeof TABLES)[number];
const TABLE_OF: Readonly<Record<IndexPhrase['column'], Table>> = {
  word: 'search_words',
  title: 'search_words',
  stem: 'search_forms',
  also: 'search_forms',
};

/**
 * In FTS5's query syntax. Tokens are letters, digits, marks and `_` alone; they stand in quotes all the same, so
 * that none is an operator.
 */
function expressionOf(phrases: readonly IndexPhrase[]): string {
  return phrases
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ column, tokens, prefix = false }) => {
      const words = tokens.join(' ').replaceAll('"', '');
      return `${column} : "${words}"${prefix ? ' *' : ''}`;
    })
    .join(' OR ');
}

/** `12,15,107`, ascending. */
function numbersOf(list: string): Uint32Array {
  if (list === '') return EMPTY;
  const numbers = new Uint32Array(Math.ceil((list.length + 1) / 2));
  let [count, value] = [0, 0];
  for (let index = 0; index < list.length; index += 1) {
    const code = list.charCodeAt(index);
    if (code === COMMA) {
      numbers[count] = value;
      count += 1;
      value = 0;
    } else {
      value = value * 10 + (code - ZERO);
    }
  }
  numbers[count] = value;
  return numbers.subarray(0, count + 1);
}

const COMMA = 44;
const ZERO = 48;

function unitOf({ text, page, words, positions, ...rest }: UnitRow): IndexedUnit {
  return {
    ...rest,
    ...(text === null ? {} : { text }),
    ...(page === null ? {} : { page }),
    words: words === '' ? [] : words.split(' '),
    positions: decodePositions(positions),
  };
}
