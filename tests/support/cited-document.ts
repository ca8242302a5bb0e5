import type { CitedSource } from '../../server/catalogue/citation/cited.ts';
import { PublicUrls } from '../../server/http/public-urls.ts';
import type { DocumentRecord } from '../../server/model/document.ts';
import type { TextRecord } from '../../server/model/text.ts';
import { page, record, segment, storedDocument, text } from './stored-document.ts';

/** The telegram that the style guides' own processors were run on: their strings are the tests'. */
export function citedTelegram(
  changes: Partial<DocumentRecord> = {},
  translation: Partial<TextRecord> = {},
): CitedSource {
  return {
    document: storedDocument({
      id: 'd1',
      record: record({
        title: { en: ['Telegram from Shtykov to Stalin'], ru: ['Телеграмма Штыкова Сталину'] },
        kind: 'telegram',
        dates: [
          { role: 'received', edtf: '1950-10-01', calendar: 'gregorian' },
          { role: 'sent', edtf: '1950-09-30', calendar: 'gregorian' },
        ],
        languages: ['ru'],
        creators: [{ name: { en: ['Terenty Shtykov'], ru: ['Штыков, Терентий Фомич'] } }],
        recipients: [{ name: { en: ['Joseph Stalin'], ru: ['Иосиф Сталин'] } }],
        reference: {
          repository: { en: ['TsAMO RF'], ru: ['ЦАМО РФ'] },
          levels: [
            { name: 'fond', value: '5' },
            { name: 'opis', value: '918795' },
            { name: 'delo', value: '121' },
            { name: 'listi', value: '705-706' },
          ],
        },
        ...changes,
      }),
      pages: [page('705'), page('706')],
      texts: [
        text('en', [segment('s1', 'Comrade', ['705'])], {
          role: 'translation',
          language: 'en',
          status: 'published',
          contributors: [
            { name: { en: ['Gary Goldberg'], ru: ['Гэри Голдберг'] }, role: 'translator' },
            { name: { en: ['E. Ditor'] }, role: 'editor' },
          ],
          ...translation,
        }),
      ],
    }),
    archive: undefined,
    accessed: '2026-11-26',
    urls: new PublicUrls('https://example.org'),
  };
}

/** A paper of which little is known: no translation, no shelfmark. */
export function citedPaper(changes: Partial<DocumentRecord>): CitedSource {
  const { document, ...rest } = citedTelegram();
  return { ...rest, document: { ...document, texts: [], record: record(changes) } };
}
