import type { CountedUnit } from '../../../model/linkage.ts';
import type { Messages } from '../messages.ts';
import { counted, countedOf, numeral } from './counted.ts';

const UNITS: Record<CountedUnit, readonly [one: string, few: string, many: string]> = {
  line: ['строка', 'строки', 'строк'],
  sentence: ['предложение', 'предложения', 'предложений'],
  passage: ['отрывок', 'отрывка', 'отрывков'],
};
const FORMATS = new Intl.ListFormat('ru');
const LEAVES = ['лист', 'листа', 'листов'] as const;
const PLACES = ['место', 'места', 'мест'] as const;
const DOTS = ['точка', 'точки', 'точек'] as const;

/** Every word of ours that a document's page says of its texts, its scans and its addresses. */
export const documentMessages: Messages['document'] = {
  texts: 'Тексты',
  makers: {
    transcription: 'Автор транскрипции',
    translation: 'Переводчик',
    transliteration: 'Автор транслитерации',
    notes: 'Автор примечаний',
  },
  madeFrom: 'Основан на тексте:',
  notesOn: 'Примечания к тексту:',
  origin: 'Происхождение',
  originWords: {
    human: 'Подготовлен человеком',
    ocr: 'Распознан машиной по сканам (OCR)',
    'machine-translation': 'Машинный перевод',
  },
  nobodyNamed: 'Никто не назван',
  ownRights: 'Собственные условия не указаны',
  readFrom: (format) => `Загружен в формате ${format}:`,
  format: { alto: 'ALTO', html: 'HTML', 'plain-text': 'простого текста' },
  moreFiles: (count) => `и ещё ${counted(count, ['файл', 'файла', 'файлов'])}`,
  extent: 'Объём',
  extentWords: (count, unit, leaves) =>
    [
      counted(count, UNITS[unit]),
      ...(leaves === 0 ? [] : [`на ${counted(leaves, ['листе', 'листах', 'листах'])}`]),
    ].join(' '),
  unplaced: (count) => `${counted(count, UNITS.passage)} без привязки к листу`,

  coverage: 'Полнота перевода',
  translated: (done, all, unit) =>
    done === all
      ? `Переведено всё: ${counted(all, UNITS[unit])}`
      : `Переведено ${numeral(done)} из ${countedOf(all, UNITS[unit])}`,
  countedByLinks: 'Подсчитано по связям между двумя текстами.',
  nothingLinked: 'Сказать, какая часть переведена, нельзя: между двумя текстами ещё нет связей.',
  noOriginal: 'Текста, с которого сделан перевод, здесь нет.',
  leavesLost: (folios, count) =>
    count === 1
      ? `Скана листа ${folios} нет; то, что стояло на нём, не учтено.`
      : `Сканов листов ${folios} нет; то, что стояло на них, не учтено.`,
  links: 'Связи',
  linkedBy: {
    hand: (count) => `${numeral(count)} — вручную`,
    confirmed: (count) => `${numeral(count)} — машиной, с подтверждением человека`,
    machine: (count) => `${numeral(count)} — машиной, надёжно`,
  },
  unsure: (count) => `${numeral(count)} — машиной, менее надёжно`,
  unsureExplained: (percent) =>
    `Менее надёжные: сама машина оценивает их ниже ${numeral(percent)} %. Рядом с оригиналом они отмечены точками.`,
  unlinked: (count) => `${numeral(count)} — без связей`,
  linksOf: (linked, all) =>
    `С оригиналом связано ${numeral(linked)} из ${countedOf(all, UNITS.passage)} перевода:`,
  untranslated: 'Не переведено',
  untranslatedPlaces: (count) => counted(count, PLACES),
  added: 'Без оригинала',
  addedWords: 'На этих листах нет того, что передавали бы эти слова:',
  unplacedHere: 'Вне листов',
  stretch: (count, unit) => counted(count, UNITS[unit]),
  moreStretches: (count) => `Ещё ${counted(count, PLACES)} в список не вошло.`,
  rowUntranslated: 'Не переведено',
  rowAdded: 'Без оригинала на этих листах',

  revisions: 'Редакции',
  revision: (revision) => `Редакция ${numeral(revision)}`,
  shownRevision: 'показана здесь',
  firstRevision: (count, unit) => `первая загрузка, ${counted(count, UNITS[unit])}`,
  // With a colon nothing has to agree with lines, which are feminine, sentences and passages at once.
  reworded: (count, unit) => `изменено: ${counted(count, UNITS[unit])}`,
  addedTo: (count, unit) => `добавлено: ${counted(count, UNITS[unit])}`,
  gone: (count, unit) => `удалено: ${counted(count, UNITS[unit])}`,
  moved: (count, unit) => `перемещено на скане: ${counted(count, UNITS[unit])}`,
  otherwise: 'другая разметка или другой порядок, слова те же',
  revisionsCount: (count) => counted(count, ['редакция', 'редакции', 'редакций']),
  revisionAsText: (revision) => `Редакция ${numeral(revision)} простым текстом`,

  eachScan: 'Сведения о каждом скане',
  scansHeld: (held, all) =>
    held === all
      ? all === 1
        ? 'Есть скан листа'
        : `Есть сканы всех листов, всего ${numeral(all)}`
      : `Есть сканы ${numeral(held)} из ${countedOf(all, LEAVES)}`,
  scanFormats: (formats) => FORMATS.format(formats),
  // Cut short, for it stands both alone and after “from”, which would decline it.
  scanSize: (width, height) => `${numeral(width)} × ${numeral(height)} пикс.`,
  scanSizes: (least, most) => `от ${least} до ${most}`,
  resolution: (perInch) => `${counted(Math.round(perInch), DOTS)} на дюйм`,
  resolutions: (least, most) =>
    `от ${numeral(Math.round(least))} до ${countedOf(Math.round(most), DOTS)} на дюйм`,
  whereStated: (range) => `${range}, где указано`,
  resolutionUnknown: 'разрешение не указано',
  scanColumns: {
    ...{ leaf: 'Лист', size: 'Размер', file: 'Файл', resolution: 'Разрешение' },
    created: 'Загружен',
  },
  partOf: (part) => `, страница ${numeral(part)} файла`,
  notStated: 'не указано',
  notKnown: 'неизвестно',

  share: 'Поделиться',
  shareText: 'Этот документ с этим текстом',
  shareManifest: 'В программе просмотра IIIF',
  dragManifest: 'Перетащите этот знак в программу просмотра IIIF или откройте манифест здесь',
  shareLeaves: 'Отдельный лист',
  shareLeavesOf: (count) => `Адреса ${countedOf(count, LEAVES)}`,
  shareElse: 'В читальном зале кнопка «Поделиться» создаёт адрес строки или части скана.',

  summaryIn: (language) => `Аннотация, язык: ${language}`,
  otherSummary: 'Другая аннотация',
  published: 'Дата публикации здесь',
  formerly: 'Прежние идентификаторы',
  access: 'Доступ',
  accessWords: { open: 'Открыт для всех' },
};
