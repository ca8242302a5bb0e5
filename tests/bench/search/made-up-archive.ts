import { seededRandom, type Random } from '../../../scripts/specimens/random.ts';
import type { Page } from '../../../server/model/page.ts';
import type { Segment, TextRole } from '../../../server/model/text.ts';
import type { IngestedCollection, IngestedDocument, IngestedText } from '../../../server/store/store.ts';
import { MadeUpNames, nameMap, type MadeUpName } from './made-up-names.ts';
import { MADE_UP_LANGUAGES, Vocabulary, type MadeUpLanguage } from './vocabulary.ts';

/** Raise it when the same number makes another document: stores that were kept are then made anew. */
export const ARCHIVE_VERSION = 1;

export const COLLECTIONS = 40;
const PAGES = 5;
/** Originals on a transcribed page, and as many lines of English. */
export const LINES = 20;
/** Lines of a document: half of all pages are transcribed, of one document two and of the next three. */
export const LINES_OF_A_DOCUMENT = PAGES * LINES;
const WITH_NAME = 0.05;
const CANVAS = { width: 2480, height: 3508 };

export const KINDS = [
  'telegram',
  'letter',
  'report',
  'minutes',
  'note',
  'decree',
  'order',
  'memorandum',
  'protocol',
  'speech',
  'list',
  'map',
] as const;
const REPOSITORIES = [
  'State Archive',
  'Foreign Ministry',
  'Army Archive',
  'Party Archive',
  'University',
  'Museum',
];
const PARTICLES = ['', '', '은', '는', '이', '가', '을', '를', '에', '에서', '의', '로', '와', '도'];

/** Documents that nobody wrote. Each is made from its number alone, the same every time and on every machine. */
export class MadeUpArchive {
  readonly vocabularies: Readonly<Record<MadeUpLanguage, Vocabulary>>;
  readonly people = new MadeUpNames(2000, 'person');
  readonly #places = new MadeUpNames(200, 'place');

  constructor() {
    const [ru, en, ko, zh] = MADE_UP_LANGUAGES.map((language) => new Vocabulary(language));
    if (ru === undefined || en === undefined || ko === undefined || zh === undefined)
      throw new Error('A language has no words');
    this.vocabularies = { ru, en, ko, zh };
  }

  collections(): IngestedCollection[] {
    const collection = (id: string, name: string, position: number, parent?: string): IngestedCollection => ({
      id,
      parent,
      folder: parent === undefined ? '' : id,
      position,
      record: { title: { en: [name] }, order: [] },
    });
    return [
      collection('top', 'Archive', 0),
      ...Array.from({ length: COLLECTIONS }, (_, number) =>
        collection(collectionId(number), `Fond ${number + 1}`, number, 'top'),
      ),
    ];
  }

  document(number: number): IngestedDocument {
    const transcribed = number % 2 === 0 ? [1, 2] : [1, 2, 3];
    return this.#document(documentId(number), number, PAGES, transcribed);
  }

  /** One page of twice as many lines, as somebody adds it while others search. */
  addition(number: number): IngestedDocument {
    return this.#document(`added-${number}`, 10_000_000 + number, 1, [1]);
  }

  #document(id: string, number: number, count: number, transcribed: readonly number[]): IngestedDocument {
    const random = seededRandom(Math.imul(number + 1, 0x9e3779b1));
    const language = languageOf(random.next());
    const collection = collectionId(Math.floor(random.next() * COLLECTIONS));
    const lines = transcribed.flatMap((page) =>
      Array.from({ length: LINES }, (_, at) => this.#pairOfLines(String(page), at, language, random)),
    );
    const text = (own: string, role: TextRole, tongue: string, segments: Segment[]): IngestedText => ({
      id: own,
      role,
      language: tongue,
      ...(role === 'translation' ? { translationOf: 'original' } : {}),
      contributors: [],
      origin: 'human',
      status: random.next() < 0.5 ? 'reviewed' : 'published',
      segments,
      minted: segments.length,
    });
    return {
      id,
      collection,
      folder: `manifests/${collection}/${id}`,
      position: number,
      record: this.#record(language, random),
      pages: Array.from({ length: count }, (_, at) => pageOf(id, String(at + 1))),
      texts: [
        text(
          'original',
          'transcription',
          language,
          lines.map(({ original }) => original),
        ),
        text(
          'english',
          'translation',
          'en',
          lines.map(({ english }) => english),
        ),
      ],
      fingerprint: `made-up-${ARCHIVE_VERSION}`,
      problems: [],
    };
  }

  #record(language: MadeUpLanguage, random: Random): IngestedDocument['record'] {
    const agent = (name: MadeUpName) => ({ name: nameMap(name) });
    const kind = KINDS[Math.floor(random.next() * KINDS.length)] ?? 'note';
    const [creator, first, second] = [0, 1, 2].map(() => this.people.draw(random));
    const people = [first, second].flatMap((name) => (name === undefined ? [] : [agent(name)]));
    return {
      title: {
        [language]: [this.#words(language, 5, random)],
        ...(language === 'en' ? {} : { en: [`${kind}: ${this.#words('en', 5, random)}`] }),
      },
      kind,
      dates: [{ role: 'written', edtf: dateOf(random), calendar: 'gregorian' }],
      summary: { en: [this.#words('en', 12, random)] },
      languages: [language],
      creators: creator === undefined ? [] : [agent(creator)],
      recipients: [],
      contributors: [],
      people,
      places: [0, 1].map(() => agent(this.#places.draw(random))),
      subjects: [],
      reference: {
        repository: { en: [REPOSITORIES[Math.floor(random.next() * REPOSITORIES.length)] ?? 'Museum'] },
        levels: [
          { name: 'fond', value: String(1 + Math.floor(random.next() * 200)) },
          { name: 'delo', value: String(1 + Math.floor(random.next() * 2000)) },
        ],
      },
      identifiers: [],
      donors: [],
      related: [],
      access: 'open',
      formerly: [],
      contents: [],
    };
  }

  /** A translation names whom its original names, and stands on the page where that does. */
  #pairOfLines(page: string, at: number, language: MadeUpLanguage, random: Random) {
    const name = random.next() < WITH_NAME ? this.people.draw(random) : undefined;
    const id = `${page}-${at + 1}`;
    const places = [{ page, box: { x: 260, y: 300 + 140 * at, width: 1960, height: 90 } }];
    const common = { granularity: 'line', places, words: [] } as const;
    const value = this.#line(language, name, random);
    const original: Segment = { id, ...common, value, renders: [] };
    const english: Segment = {
      id,
      ...common,
      value: this.#line('en', name, random),
      renders: [id],
      link: { parts: [{ segment: id, start: 0, end: value.length }], origin: 'machine', confidence: 0.9 },
    };
    return { original, english };
  }

  #line(language: MadeUpLanguage, name: MadeUpName | undefined, random: Random): string {
    const count = 6 + Math.floor(random.next() * 5);
    const words = Array.from({ length: count }, () => this.#word(language, random));
    if (name !== undefined) {
      const form = language === 'ru' ? pick(name.russianForms, random) : name[language];
      words.splice(Math.floor(random.next() * count), 0, form);
    }
    const isEnd = random.next() < 0.3;
    const line = words.join(language === 'zh' ? '' : ' ');
    return language === 'zh' ? `${line}${isEnd ? '。' : ''}` : isEnd ? sentence(line) : line;
  }

  #words(language: MadeUpLanguage, count: number, random: Random): string {
    const words = Array.from({ length: count }, () => this.#word(language, random));
    return sentence(words.join(language === 'zh' ? '' : ' ')).replace(/\.$/, '');
  }

  #word(language: MadeUpLanguage, random: Random): string {
    const word = this.vocabularies[language].draw(random);
    return language === 'ko' ? word + pick(PARTICLES, random) : word;
  }
}

export function documentId(number: number): string {
  return `document-${number}`;
}

export function collectionId(number: number): string {
  return `fond-${number + 1}`;
}

function languageOf(share: number): MadeUpLanguage {
  return share < 0.55 ? 'ru' : share < 0.7 ? 'en' : share < 0.85 ? 'ko' : 'zh';
}

function pageOf(document: string, id: string): Page {
  const image = `${document}_${id}`;
  const file = `images/${document}/${id}.tif`;
  return { id, folio: id, canvas: CANVAS, image: { id: image, key: image, file, part: 0, ...CANVAS } };
}

function dateOf(random: Random): string {
  const two = (number: number) => String(1 + Math.floor(number)).padStart(2, '0');
  const year = 1917 + Math.floor(random.next() * 75);
  return `${year}-${two(random.next() * 12)}-${two(random.next() * 28)}`;
}

function sentence(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

function pick(list: readonly string[], random: Random): string {
  return list[Math.floor(random.next() * list.length)] ?? '';
}
