import type {
  Hit,
  HitPart,
  HitsAnswer,
  HitsRequest,
  Search,
  TermsRequest,
} from '../../server/search/search.ts';
import { page } from './stored-document.ts';

/** A search that finds what it is given, and remembers what it was asked. */
export function fakeSearch(answer: Partial<HitsAnswer> = {}, terms: readonly string[] = []) {
  const asked: (HitsRequest | TermsRequest)[] = [];
  const search: Pick<Search, 'hits' | 'terms'> = {
    hits: (request) => {
      asked.push(request);
      return Promise.resolve({ hits: [], hasMore: false, lastPage: 1, notes: [], ...answer });
    },
    terms: (request) => {
      asked.push(request);
      return Promise.resolve({ terms: terms.map((term) => ({ term, documents: 2 })) });
    },
  };
  return { search, asked };
}

/** A part of a line of the telegram, in a box on page 705. */
export function hitPart(changes: Partial<HitPart> = {}): HitPart {
  const box = { x: 520, y: 200.6, width: 480.6, height: 33 };
  const { start, end, value } = { start: 9, end: 18, value: 'Товарищу Филиппову', ...changes };
  const lengthOf = (text: string) => Array.from(text).length;
  const before = lengthOf(value.slice(0, start));
  return {
    ...{ segment: 's1', page: page('705'), place: { page: '705', box } },
    characters: { start: before, end: before + lengthOf(value.slice(start, end)) },
    ...changes,
    ...{ start, end, value },
  };
}

/** A hit in the telegram's transcription, of one part unless told otherwise. */
export function hit(changes: Partial<Hit> = {}): Hit {
  return {
    document: 'telegram',
    title: { en: ['Telegram from the Legation'], ru: ['Телеграмма миссии'] },
    text: 'ru',
    role: 'transcription',
    language: 'ru',
    kind: 'inflected',
    before: 'Товарищу ',
    match: 'Филиппову',
    after: '',
    parts: [hitPart()],
    ...changes,
  };
}

/** `hand is` over two lines. */
export function hitOverTwoLines(): Hit {
  const [first, second] = ['A bird in the hand', 'is worth two.'];
  const box = { x: 10, y: 10, width: 10, height: 10 };
  return hit({
    text: 'en-a',
    role: 'translation',
    language: 'en',
    before: 'A bird in the ',
    match: 'hand is',
    after: ' worth two.',
    parts: [
      hitPart({ segment: 's1', value: first, start: 14, end: 18, place: { page: '705', box } }),
      hitPart({
        segment: 's2',
        value: second,
        start: 0,
        end: 2,
        place: { page: '705', box: { ...box, y: 30 } },
      }),
    ],
  });
}
