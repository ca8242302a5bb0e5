import type { FacetName, HitKind, SearchNote, Sort } from '../../../search/search.ts';
import type { RecordField } from '../../../store/record-lines.ts';
import { counted } from './counted.ts';

const number = new Intl.NumberFormat('en');

/** Every word of ours that the search pages say. */
export const searchMessages = {
  heading: 'Search',
  label: 'Search in originals and translations',
  placeholder: 'Words, names, phrases',
  button: 'Search',
  from: 'From',
  to: 'To',
  dateExample: { from: 'e.g. 1950', to: 'e.g. 1953-07' },
  dateHint: 'A year, a month or a day: 1950, 1950-10 or 1950-10-07',
  sortBy: 'Order',
  sort: {
    relevance: 'Best first',
    oldest: 'Oldest first',
    newest: 'Newest first',
    title: 'By title',
  } satisfies Record<Sort, string>,
  exact: 'Exact spelling only',
  exactHint: 'No inflected forms, no other spellings of names',

  documents: (count: number) => counted(count, 'document', 'documents'),
  allDocuments: (count: number) =>
    count === 1 ? 'One document' : `All ${counted(count, 'document', 'documents')}`,
  resultsFor: 'for',
  titleOf: (q: string, page: number) =>
    [q === '' ? 'Search' : `${q} – search`, ...(page === 1 ? [] : [`page ${number.format(page)}`])].join(
      ', ',
    ),
  results: 'Documents found',

  filters: 'Narrowed to',
  removeFilter: (facet: string, value: string) => `No longer narrow to ${facet}: ${value}`,
  remove: 'remove',
  removeAll: 'Remove all',
  dated: 'Date',
  datedFrom: (from: string) => `from ${from}`,
  datedTo: (to: string) => `to ${to}`,
  narrow: 'Narrow down',
  facet: {
    collection: 'Collection',
    repository: 'Repository',
    kind: 'Kind',
    year: 'Year',
    language: 'Language',
    creator: 'Created by',
    person: 'Person',
    place: 'Place',
    scan: 'Scan',
    translation: 'Translation',
    status: 'Status of texts',
  } satisfies Record<FacetName, string>,
  held: { yes: 'Held', no: 'Not held' },
  translated: { yes: 'Translated', no: 'Not translated' },
  moreValues: (count: number) => `${number.format(count)} more`,
  furtherValues: (count: number) => `and ${number.format(count)} others with fewer documents`,

  alsoAs: (typed: string) => `“${typed}” is looked for in every form of the name`,
  onlyAsTyped: 'Look for this spelling only',
  alsoOtherForms: 'Look for other forms and spellings, too',
  exactNow: 'Looked for in this spelling only.',
  formTitle: (form: string) => `Search for ${form} in this spelling alone`,
  written: {
    word: 'written',
    inflected: 'written',
    authority: 'written',
    spelling: 'spelt',
  } satisfies Record<HitKind, string>,

  leaf: (folio: string) => `Leaf ${folio}`,
  readHere: (folio: string, title: string) => `Read leaf ${folio} of “${title}” at these words`,
  unplaced: 'On no leaf',
  cropOf: (folio: string, words: string) => `Part of the scan of leaf ${folio} with the words “${words}”`,
  cropOfPlace: (folio: string) => `Part of the scan of leaf ${folio}`,
  morePlaces: (count: number) => `${counted(count, 'place', 'places')} in this document`,
  shorter: ' …',
  recordField: {
    title: 'Title',
    summary: 'Summary',
    kind: 'Kind',
    creators: 'Created by',
    recipients: 'Addressed to',
    contributors: 'Contributors',
    people: 'People',
    places: 'Places',
    subjects: 'Subjects',
    reference: 'Reference',
    identifiers: 'Identifiers',
    classification: 'Classification',
  } satisfies Record<RecordField, string>,

  note: {
    'quote-unclosed': () =>
      'A quotation mark is missing: everything after the last one is read as one phrase.',
    'bracket-unmatched': () => 'A bracket is missing: it is passed over.',
    'operator-alone': () =>
      'AND, OR or NOT stands alone and is passed over. To look for the word, write it in small letters.',
    'only-excluded': () => 'This only says what to leave out. Say what to look for as well.',
    'field-unknown': (field: string) =>
      `There is no field “${field}”: the words are looked for as they stand.`,
    'spelling-widened': () => 'Nothing is written just so. These are spellings that sound alike.',
    'prefix-too-short': (text: string) => `“${text}*” is too short a beginning to look for.`,
  } satisfies Record<SearchNote['kind'], (about: string) => string>,

  nothingFor: 'No document',
  nothingHow: 'What may help:',
  without: (facet: string, value: string) => `search without “${facet}: ${value}”`,
  withoutDates: 'search in all years',
  withoutAny: 'search in everything',
  withOtherForms: 'look for inflected forms and other spellings of names, too',
  asBeginning: (q: string) => `look for words that begin with it: ${q}`,
  anyOfThem: (q: string) => `look for any of the words: ${q}`,
  browse: 'look through all documents',
  noSuchPage: (page: number) => `There is no page ${number.format(page)} of this.`,
  firstPage: 'To the first page',

  pages: 'Pages of results',
  page: (page: number) => `Page ${number.format(page)}`,
  forPrograms: 'These results for programs:',
  json: 'JSON',
  csv: 'Table (CSV)',
  openSearch: (archive: string) => `Search ${archive}`,

  help: 'How to search',
  helpLead:
    'Words are found in every text, original or translation, and in the records, in their inflected forms. A name is found in all spellings and scripts in which it is known.',
  examples: [
    ['telegram bridge', 'both words'],
    ['"top secret"', 'the words just as they follow each other'],
    ['report*', 'every word that begins so'],
    ['bridge OR ferry', 'either of the two; brackets group them'],
    ['bridge -ferry', 'the first without the second; NOT says the same'],
    ['="report"', 'this spelling alone'],
    ['title:report', 'in titles'],
    ['in:translation bridge', 'in translations; also transcription, transliteration, notes'],
    [
      'kind:telegram year:1950',
      'of a kind, of a year; also person, place, creator, collection, repository, language, status',
    ],
    ['has:scan', 'documents with scans; also has:translation'],
  ] satisfies [string, string][],
};
