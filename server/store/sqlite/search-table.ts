import { primarySubtag } from '../../language/stem.ts';
import { documentFacts } from '../document-facts.ts';
import { unitColumns, type UnitColumns } from '../index-units.ts';
import { recordLines } from '../record-lines.ts';
import type { StoredDocument } from '../store.ts';
import { encodePositions } from '../unit-positions.ts';
import { encode, type Database, type Statement } from './driver.ts';
import type { TextTable } from './text-table.ts';

/** Raise it when the same documents would be indexed differently: the next ingest then does so. */
const VERSION = 4;

type UnitKey = { text: string | null; page: string | null; language: string };
type Span = { first: number; last: number };

/** Writes the search index (`search-index.ts`). Its methods are called inside the transaction of what they index. */
export class SearchTable {
  readonly #texts: TextTable;
  readonly #span: Statement<Span & { gone: 0 | 1 }>;
  readonly #unit: Statement<{ number: number }>;
  readonly #words: Statement<never>;
  readonly #forms: Statement<never>;
  readonly #document: Statement<never>;
  readonly #wordsOf: Statement<{ words: string; language: string }>;
  readonly #drop: readonly Statement<never>[];
  readonly #addTerm: Statement<never>;
  readonly #takeTerm: Statement<never>;
  readonly #dropTerm: Statement<never>;
  readonly #countLanguage: Statement<never>;
  readonly #stale: Statement<{ id: string }>;
  readonly #all: Statement<{ id: string }>;

  constructor(database: Database, texts: TextTable) {
    this.#texts = texts;
    this.#span = database.prepare(
      'select first, last, about is null as gone from search_documents where document = ?',
    );
    this.#unit = database.prepare(
      `insert into search_units (document, text, page, language, words, positions)
       values (?, ?, ?, ?, ?, ?) returning number`,
    );
    this.#words = database.prepare('insert into search_words (rowid, word, title) values (?, ?, ?)');
    this.#forms = database.prepare('insert into search_forms (rowid, stem, also) values (?, ?, ?)');
    this.#document = database.prepare(
      `insert or replace into search_documents (document, first, last, version, about)
       values (?, ?, ?, ${VERSION}, ?)`,
    );
    this.#wordsOf = database.prepare('select words, language from search_units where number between ? and ?');
    this.#drop = [
      database.prepare('delete from search_words where rowid between ? and ?'),
      database.prepare('delete from search_forms where rowid between ? and ?'),
      database.prepare('delete from search_units where number between ? and ?'),
    ];
    this.#addTerm = database.prepare(
      `insert into search_terms (term, shown, documents) values (?, ?, 1)
       on conflict (term) do update set documents = documents + 1`,
    );
    this.#takeTerm = database.prepare('update search_terms set documents = documents - 1 where term = ?');
    this.#dropTerm = database.prepare('delete from search_terms where term = ? and documents <= 0');
    this.#countLanguage = database.prepare(
      `insert into search_languages (language, units) values (?, ?)
       on conflict (language) do update set units = units + excluded.units`,
    );
    this.#all = database.prepare("select id from documents where state = 'present' order by id");
    this.#stale = database.prepare(
      `select d.id from documents d left join search_documents s on s.document = d.id
       where d.state = 'present' and (s.document is null or s.about is null or s.version <> ${VERSION})`,
    );
  }

  /** Makes what can be found of the document what it is now. */
  put(document: StoredDocument): void {
    this.#clear(document.id);
    const terms = new Map<string, string>();
    const span = { first: Number.POSITIVE_INFINITY, last: 0 };
    let recordUnits = 0;
    for (const { key, columns } of this.#unitsOf(document)) {
      const number = this.#write(document.id, key, columns);
      span.first = Math.min(span.first, number);
      span.last = number;
      if (key.text === null) recordUnits += 1;
      for (const [term, shown] of columns.terms) if (!terms.has(term)) terms.set(term, shown);
      this.#countLanguage.run(primarySubtag(key.language), 1);
    }
    for (const [term, shown] of terms) this.#addTerm.run(term, shown);
    this.#document.run(document.id, span.first, span.last, encode(documentFacts(document, recordUnits)));
  }

  /** Nothing of the document is found any more; an empty unit tells readers so. */
  remove(document: string): void {
    const known = this.#span.get(document);
    if (known === undefined || known.gone === 1) return;
    this.#clear(document);
    const empty = unitColumns([], { language: 'none' });
    const key = { text: null, page: null, language: 'none' };
    const number = this.#write(document, key, empty);
    this.#document.run(document, number, number, null);
  }

  /** Ids of the documents that are not indexed, or were by another version of this. */
  stale(): string[] {
    return this.#stale.all().map(({ id }) => id);
  }

  /** Ids of all documents that can be found. */
  all(): string[] {
    return this.#all.all().map(({ id }) => id);
  }

  *#unitsOf(document: StoredDocument): Generator<{ key: UnitKey; columns: UnitColumns }> {
    for (const [language, lines] of recordLines(document.record)) {
      const titles = lines.filter(({ field }) => field === 'title').length;
      const values = lines.map(({ value }) => value);
      yield { key: { text: null, page: null, language }, columns: unitColumns(values, { language, titles }) };
    }
    // Page by page, so that hits are found in the order in which a reader turns the leaves.
    const texts = document.texts.map((text) => ({ ...text, on: new Set(text.pages) }));
    const pages = new Set([...document.pages.map(({ id }) => id), ...texts.flatMap((text) => text.pages)]);
    for (const page of pages) {
      for (const { id: text, language, role, on } of texts) {
        if (!on.has(page)) continue;
        const values = this.#texts.segmentsOn(document.id, text, page).map(({ value }) => value);
        yield { key: { text, page, language }, columns: unitColumns(values, { language, role }) };
      }
    }
    for (const { id: text, language, role, unplacedCount } of texts) {
      if (unplacedCount === 0) continue;
      const values = this.#texts.unplaced(document.id, text).map(({ value }) => value);
      yield { key: { text, page: null, language }, columns: unitColumns(values, { language, role }) };
    }
  }

  #write(document: string, { text, page, language }: UnitKey, columns: UnitColumns): number {
    const { word, title, stem, also, positions } = columns;
    const words = word.join(' ');
    const number =
      this.#unit.get(document, text, page, language, words, encodePositions(positions))?.number ?? 0;
    this.#words.run(number, words, title.join(' '));
    this.#forms.run(number, stem.join(' '), also.join(' '));
    return number;
  }

  #clear(document: string): void {
    const span = this.#span.get(document);
    if (span === undefined) return;
    const units = this.#wordsOf.all(span.first, span.last);
    const words = new Set(units.flatMap((unit) => (unit.words === '' ? [] : unit.words.split(' '))));
    for (const word of words) {
      this.#takeTerm.run(word);
      this.#dropTerm.run(word);
    }
    for (const { language } of units) this.#countLanguage.run(primarySubtag(language), -1);
    for (const statement of this.#drop) statement.run(span.first, span.last);
  }
}
