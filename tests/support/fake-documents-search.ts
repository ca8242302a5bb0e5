import { telegram } from './telegram.ts';
import type {
  DocumentResult,
  DocumentsAnswer,
  DocumentsRequest,
  Passage,
  Search,
} from '../../server/search/search.ts';
import { page, record } from './stored-document.ts';

/** Answers every question about documents with the same, and remembers what it was asked. */
export class FakeSearch implements Search {
  readonly asked: DocumentsRequest[] = [];
  answer: DocumentsAnswer;

  constructor(answer: Partial<DocumentsAnswer> = {}) {
    this.answer = documentsAnswer(answer);
  }

  documents(request: DocumentsRequest): Promise<DocumentsAnswer> {
    this.asked.push(request);
    return Promise.resolve(this.answer);
  }

  hits(): Promise<never> {
    return Promise.reject(new Error('nobody asks for hits here'));
  }

  terms(): Promise<never> {
    return Promise.reject(new Error('nobody asks for terms here'));
  }

  years(): Promise<never> {
    return Promise.reject(new Error('nobody asks for years here'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export function documentsAnswer(changes: Partial<DocumentsAnswer> = {}): DocumentsAnswer {
  const { results = [] } = changes;
  return { total: results.length, results, facets: [], names: [], notes: [], ...changes };
}

const TEXTS = telegram().texts.map(({ segments, minted, ...text }) => text);

export function documentResult(changes: Partial<DocumentResult> = {}): DocumentResult {
  return {
    document: 'telegram',
    record: record({ title: { en: ['Telegram from the Legation'] } }),
    collection: 'cold-war',
    texts: TEXTS,
    pageCount: 2,
    recordHits: [],
    passages: [],
    placesCount: 0,
    ...changes,
  };
}

/** A word of a Russian transcription on leaf 705, with its translation. */
export function passage(changes: Partial<Passage> = {}): Passage {
  return {
    text: 'ru',
    role: 'transcription',
    language: 'ru',
    page: page('705'),
    segment: 's1',
    snippet: [{ text: 'из ' }, { text: 'телеграммы', hit: 'inflected' }, { text: ' миссии' }],
    forms: [{ form: 'телеграммы', kind: 'inflected' }],
    places: [{ page: '705', box: { x: 400, y: 600, width: 300, height: 40 } }],
    counterpart: {
      text: 'en-a',
      role: 'translation',
      language: 'en',
      segment: 's4',
      value: 'from the telegram of the Legation',
      snippet: [{ text: 'from the telegram of the Legation' }],
    },
    ...changes,
  };
}
