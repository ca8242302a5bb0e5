import type { IngestedCollection, IngestedDocument } from '../../server/store/store.ts';
import { ingestedDocument, lostPage, page, record, segment, text } from './stored-document.ts';

/**
 * One document with everything that a record, a page, a text and a link can be: a scan of other proportions
 * than its canvas, a leaf not held, a line on two pages, one on none, one with its outline and its words, a linked
 * and an unlinked translation.
 */
export function telegram(): IngestedDocument {
  return ingestedDocument({
    record: record({
      title: { en: ['Telegram from the Legation'], ru: ['Телеграмма миссии'] },
      kind: 'telegram',
      dates: [
        { role: 'sent', edtf: '1950-10-07', shown: { en: ['7 October 1950'] }, calendar: 'gregorian' },
        { role: 'received', edtf: '1950-10~', calendar: 'gregorian' },
        { role: 'filed', edtf: '195X', calendar: 'gregorian' },
      ],
      summary: { en: ['What the Legation asked for.'] },
      languages: ['ru', 'zh-Hant'],
      creators: [{ name: { en: ['Pak Il-u'], ru: ['Пак Ир У'] }, id: 'pak-il-u' }],
      recipients: [{ name: { none: ['Filippov'] } }],
      contributors: [
        { name: { en: ['A. Specimen'] }, role: 'editor' },
        { name: { en: ['B. Specimen'] }, role: 'stamp reader' },
      ],
      people: [{ name: { en: ['Kim'], ru: ['Ким'] } }, { name: { none: ['Shtykov'] } }],
      places: [{ name: { en: ['Pyongyang'] } }],
      subjects: [{ en: ['Supply'] }, { en: ['Railways'] }],
      reference: {
        repository: { en: ['Specimen Archive'], ru: ['Архив образцов'] },
        levels: [
          { name: 'fond', value: '5' },
          { name: 'opis', value: '918795' },
          { name: 'delo', value: '121' },
          { name: 'listi', value: '705-708' },
          { name: 'Korob', value: '9' },
        ],
      },
      identifiers: [{ scheme: 'ark', value: '/12345/x1' }],
      rights: 'https://rightsstatements.org/vocab/NKC/1.0/',
      requiredStatement: { label: { en: ['Source'] }, value: { en: ['<Specimen> & Archive <5>'] } },
      donors: [{ en: ['Made possible by the Specimen Fund'] }],
      classification: { en: ['Top secret'] },
      formerly: ['old-telegram'],
      contents: [
        {
          label: { en: ['Message'] },
          page: '705',
          children: [
            { label: { en: ['Heading'] }, page: '705', children: [] },
            { label: { en: ['Body'] }, page: '706', children: [] },
          ],
        },
        { label: { en: ['Enclosure'] }, page: '707', children: [] },
        { label: { en: ['Lost heading'] }, page: 'nowhere', children: [] },
      ],
    }),
    pages: [
      page('705', { folio: '705 verso' }),
      page('706'),
      lostPage('707'),
      page('708', {
        image: {
          id: 'telegram_708',
          key: 'k',
          file: 'images/telegram/708.jpg',
          part: 0,
          width: 3000,
          height: 2000,
        },
      }),
    ],
    texts: [
      text(
        'en-a',
        [
          segment('s1', 'Comrade Filippov!', ['705'], {
            renders: ['s1', 's2', 'never-was'],
            granularity: 'sentence',
          }),
          segment('s2', 'Nowhere in particular.', [], { renders: ['s3'] }),
        ],
        {
          role: 'translation',
          translationOf: 'ru',
          language: 'en',
          contributors: [{ name: { en: ['A. Specimen'], ru: ['А. Образцов'] }, role: 'translator' }],
          status: 'published',
          rights: 'http://creativecommons.org/licenses/by/4.0/',
        },
      ),
      text('notes', [segment('s1', 'Stamped twice.', ['708'])], { role: 'notes', language: 'en' }),
      text('ru', [
        segment('s1', 'Товарищу Филиппову', [], {
          places: [
            {
              page: '705',
              box: { x: 100.4, y: 200.6, width: 900.2, height: 50 },
              // It rises to the right.
              polygon: [
                { x: 100.4, y: 230 },
                { x: 1000, y: 200.6 },
                { x: 1000.6, y: 220 },
                { x: 101, y: 250.6 },
              ],
            },
          ],
          words: [
            { start: 0, end: 8, box: { x: 100.4, y: 215, width: 400, height: 35.6 }, confidence: 0.9 },
            { start: 9, end: 18, box: { x: 520, y: 200.6, width: 480.6, height: 33 } },
          ],
        }),
        segment('s2', 'вторая & третья', ['705', '706'], {
          html: '<b>вторая</b> &amp; третья',
          box: { x: 1900, y: 2750, width: 200, height: 100 },
        }),
        segment('s3', 'без места', []),
      ]),
      text('en-mt', [segment('s1', 'Machine words', ['705', '707'], { html: '<br> not XML' })], {
        role: 'translation',
        language: 'en',
        label: { en: ['Draft by machine'] },
        origin: 'machine-translation',
        status: 'draft',
      }),
    ],
  });
}

export function collections(): IngestedCollection[] {
  return [
    {
      id: 'top',
      parent: undefined,
      folder: 'manifests',
      position: 0,
      record: { title: { en: ['Specimens'] }, order: [] },
    },
    {
      id: 'cold-war',
      parent: 'top',
      folder: 'manifests/cold-war',
      position: 0,
      record: {
        title: { en: ['Cold War'], ru: ['Холодная война'] },
        summary: { en: ['Telegrams.'] },
        level: 'fond',
        reference: { levels: [{ name: 'fond', value: '5' }] },
        repository: { en: ['Specimen Archive'] },
        rights: 'http://rightsstatements.org/vocab/NKC/1.0/',
        order: ['telegram'],
      },
    },
    {
      id: 'annexes',
      parent: 'cold-war',
      folder: 'manifests/cold-war/annexes',
      position: 0,
      record: { title: { en: ['Annexes'] }, order: [] },
    },
  ];
}
