/** A word in the languages that we put our own words in. */
export type Words = { en: string; ru: string };

// Records may use any word for these; the common ones have a translation. All keys are in lower case.

/** What a date is the date of. */
export const DATE_ROLES = new Map<string, Words>([
  ['written', { en: 'Date written', ru: 'Дата написания' }],
  ['sent', { en: 'Date sent', ru: 'Дата отправления' }],
  ['received', { en: 'Date received', ru: 'Дата получения' }],
  ['published', { en: 'Date published', ru: 'Дата публикации' }],
  ['declassified', { en: 'Date declassified', ru: 'Дата рассекречивания' }],
]);

/** What somebody did for a document. */
export const AGENT_ROLES = new Map<string, Words>([
  ['author', { en: 'Author', ru: 'Автор' }],
  ['sender', { en: 'Sender', ru: 'Отправитель' }],
  ['addressee', { en: 'Addressee', ru: 'Адресат' }],
  ['recipient', { en: 'Recipient', ru: 'Получатель' }],
  ['editor', { en: 'Editor', ru: 'Редактор' }],
  ['transcriber', { en: 'Transcriber', ru: 'Автор транскрипции' }],
  ['translator', { en: 'Translator', ru: 'Переводчик' }],
  ['signatory', { en: 'Signatory', ru: 'Подписант' }],
  ['photographer', { en: 'Photographer', ru: 'Фотограф' }],
]);

/** Kinds of documents. */
export const KINDS = new Map<string, Words>([
  ['telegram', { en: 'Telegram', ru: 'Телеграмма' }],
  ['letter', { en: 'Letter', ru: 'Письмо' }],
  ['report', { en: 'Report', ru: 'Отчёт' }],
  ['record', { en: 'Record', ru: 'Запись' }],
  ['minutes', { en: 'Minutes', ru: 'Протокол' }],
  ['memorandum', { en: 'Memorandum', ru: 'Меморандум' }],
  ['dispatch', { en: 'Dispatch', ru: 'Депеша' }],
  ['diary', { en: 'Diary', ru: 'Дневник' }],
  ['register', { en: 'Register', ru: 'Реестр' }],
]);

/** Levels of an archive’s arrangement, with the words that Russian archives have for them. */
export const LEVELS = new Map<string, Words>([
  ['fond', { en: 'Fond', ru: 'Фонд' }],
  ['fonds', { en: 'Fonds', ru: 'Фонд' }],
  ['opis', { en: 'Opis (inventory)', ru: 'Опись' }],
  ['delo', { en: 'Delo (file)', ru: 'Дело' }],
  ['list', { en: 'List (leaf)', ru: 'Лист' }],
  ['listi', { en: 'Listi (leaves)', ru: 'Листы' }],
  ['series', { en: 'Series', ru: 'Серия' }],
  ['file', { en: 'File', ru: 'Дело' }],
  ['box', { en: 'Box', ru: 'Коробка' }],
  ['folder', { en: 'Folder', ru: 'Папка' }],
  ['item', { en: 'Item', ru: 'Единица хранения' }],
]);
