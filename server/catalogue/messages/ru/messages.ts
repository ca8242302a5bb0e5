import type { Messages } from '../messages.ts';
import { aboutMessages } from './about.ts';
import { conventionMessages } from './conventions.ts';
import { counted, numeral } from './counted.ts';
import { datesMessages } from './dates.ts';
import { documentMessages } from './document.ts';
import { failureIn } from './failures.ts';
import { folioWords } from './folio.ts';
import { institutionMessages } from './institution.ts';
import { searchMessages } from './search.ts';

const day = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });
const degrees = new Intl.NumberFormat('ru', { maximumFractionDigits: 10 });

const DOCUMENTS = ['документ', 'документа', 'документов'] as const;

const contentState: Messages['contentState'] = {
  expected:
    'состояние содержимого IIIF: адрес манифеста или аннотации либо сама аннотация или её цель в JSON, закодированные encodeURIComponent и затем base64url',
  refusal: {
    empty: 'Ссылка не называет ничего, что можно открыть',
    'too-long': 'То, о чём просит ссылка, слишком длинно',
    'not-encoded': 'То, о чём просит ссылка, не удаётся раскодировать',
    'not-json': 'То, о чём просит ссылка, — не JSON и не адрес',
    'too-deep': 'У того, о чём просит ссылка, слишком много уровней вложенности',
    'not-an-address': 'Ссылка указывает на то, что не является открываемым адресом',
    'no-target': 'В ссылке не сказано, на что она указывает',
    'no-manifest': 'Ссылка называет страницу или раздел, но не манифест, к которому они относятся',
    collection: 'Ссылка называет собрание, а не один из его документов',
    'unknown-type': 'Ссылка называет не документ и не его часть',
  },
  note: {
    'first-of-several': 'Ссылка называет несколько мест; это первое из них.',
    'region-unread': 'Часть страницы указана в ссылке так, что прочитать её не удалось.',
    'range-unknown': 'Ссылка называет раздел, которого в этом документе нет.',
    'segment-gone': 'Строки, которую называет ссылка, в этом тексте больше нет.',
    'segment-unknown':
      'Строки, которую называет ссылка, в документе нет. Возможно, ссылка скопирована не целиком.',
  },
};

/** Every word of ours that the catalogue's pages say, as archivists say it. */
export const russian: Messages = {
  language: 'ru',
  languages: 'Языки сайта',
  software: 'Diptych',
  skip: 'Перейти к содержанию',
  home: 'Главная',
  breadcrumb: 'Место в архиве',
  siteNavigation: 'Сайт',
  openManifest: 'Из другого архива',
  footer: 'Опубликовано с помощью Diptych в открытом формате IIIF.',
  topCollection: 'Коллекция IIIF всего архива',

  search: searchMessages,
  dates: datesMessages,
  about: aboutMessages,
  institution: institutionMessages,
  document: documentMessages,
  conventions: conventionMessages,
  feed: 'Следить за обновлениями в ленте Atom',

  collections: 'Собрания',
  recent: 'Последние поступления и изменения',
  documents: 'Документы',
  documentsCount: (count) => counted(count, DOCUMENTS),
  collectionsCount: (count) => counted(count, ['часть', 'части', 'частей']),
  leavesCount: (count) => counted(count, ['лист', 'листа', 'листов']),
  parts: 'Части этого собрания',
  emptyArchive: 'Здесь пока ничего не опубликовано.',
  emptyArchiveHow:
    'Документы появятся, когда их сканы будут лежать в папке images архива, описания и тексты — в папке manifests и всё это будет загружено командой:',
  emptyArchiveCommand: 'npx diptych ingest',
  emptyCollection: 'В этом собрании пока нет документов.',
  next: 'Дальше',
  previous: 'Назад',
  unfiled: (count) => `${counted(count, DOCUMENTS)} вне собраний`,
  collectionManifest: 'Коллекция IIIF',
  toBeginning: 'К началу',
  moreDocuments: 'Другие документы',

  authority: { person: 'Лицо', place: 'Место' },
  authorities: { person: 'Персоналии', place: 'Места' },
  authoritiesLead: {
    person: 'Кто писал и получал документы и кто в них упомянут, во всех формах имени.',
    place: 'Где документы написаны и о каких местах в них говорится, во всех формах названия.',
  },
  authoritiesCount: {
    person: (count) => counted(count, ['лицо', 'лица', 'лиц']),
    place: (count) => counted(count, ['место', 'места', 'мест']),
  },
  noAuthorities: {
    person: 'В этом архиве лица пока не описаны.',
    place: 'В этом архиве места пока не описаны.',
  },
  moreAuthorities: { person: 'Другие лица', place: 'Другие места' },
  allAuthorities: { person: 'Все лица этого архива', place: 'Все места этого архива' },
  namedNowhere: {
    person: 'Ни в одном описании документа это лицо не названо.',
    place: 'Ни в одном описании документа это место не названо.',
  },
  named: {
    creators: 'Автор',
    recipients: 'Адресат',
    contributors: 'Участник',
    people: 'Упоминание',
    places: 'Упоминание',
  },
  inTexts: 'Упоминания в текстах',
  born: (date) => `Дата рождения: ${date}`,
  died: (date) => `Дата смерти: ${date}`,
  active: (dates) => `Время деятельности: ${dates}`,
  activeSince: (date) => `Начало деятельности: ${date}`,
  activeUntil: (date) => `Окончание деятельности: ${date}`,
  forms: 'Формы имени',
  languageUnknown: 'Язык неизвестен',
  scheme: {
    mr: 'Маккьюн — Рейшауэр',
    rr: 'Новая романизация',
    yale: 'Йельская система',
    kontsevich: 'Система Концевича',
    kholodovich: 'Система Холодовича',
    'wade-giles': 'Уэйд — Джайлз',
    pinyin: 'Пиньинь',
    palladius: 'Система Палладия',
    hepburn: 'Система Хэпбёрна',
    polivanov: 'Система Поливанова',
    iso9: 'ИСО 9',
    'ala-lc': 'ALA-LC',
    'bgn-pcgn': 'BGN/PCGN',
    scientific: 'Научная транслитерация',
  },
  elsewhere: 'В других источниках',
  coordinates: 'Координаты',
  coordinatesAt: (latitude, longitude) =>
    `${degrees.format(Math.abs(latitude))}° ${latitude < 0 ? 'ю. ш.' : 'с. ш.'}, ${degrees.format(Math.abs(longitude))}° ${longitude < 0 ? 'з. д.' : 'в. д.'}`,
  authoritySource: {
    wikidata: 'Викиданные',
    viaf: 'VIAF',
    gnd: 'GND',
    lcnaf: 'Библиотека Конгресса',
    isni: 'ISNI',
    geonames: 'GeoNames',
    tgn: 'Тезаурус Гетти',
    web: 'Веб-страница',
  },

  readBesideScan: 'Читать рядом со сканом',
  readInRoom: 'Открыть в читальном зале',
  firstLeaf: (folio, title) => `Скан листа ${folioWords(folio)} документа «${title}»`,
  folio: folioWords,
  leafOf: (folio) => `Лист ${folioWords(folio)}`,
  folioMark: (folio) => `Лист ${folioWords(folio)} рядом со сканом`,
  leafNotHeld: 'Скана листа нет',
  notHeld: 'скана нет',
  leavesNotHeld: (folios) => `Нет сканов листов: ${folios}`,
  noScan: 'Сканов нет',
  summary: 'Аннотация',
  text: 'Текст',
  originalAndTranslation: 'Оригинал и перевод',
  textChoice: 'Тексты для чтения рядом с оригиналом',
  leafColumn: 'Лист',
  leavesRange: (from, to, count) =>
    `Листы с ${folioWords(from)} по ${folioWords(to)}, всего ${numeral(count)}`,
  leavesPages: 'Другие листы',
  earlierLeaves: 'Предыдущие листы',
  laterLeaves: 'Следующие листы',
  leafBegins: (folio) => `Начало листа ${folioWords(folio)}`,
  notLinked: 'Ещё не связано',
  linkedByMachine: 'Связано машиной',
  linkedByMachineExplained:
    'Никто из людей эти связи не проверял. Точками отмечены слова, связи которых менее надёжны.',
  unsureLink: 'Ненадёжная связь',
  notLinkedExplained: 'Эти два текста не связаны построчно: они стоят рядом, лист за листом.',
  notLinkedWhole: 'Эти два текста не связаны построчно: они стоят рядом целиком.',
  placedExplained: 'Связано по месту на листе.',
  unplaced: 'Без привязки к листу',
  noText: 'Транскрипции и перевода пока нет.',
  noTextHere: 'В этих текстах для этого листа ничего нет',
  leaves: 'Листы',
  contents: 'Содержание',
  record: 'Описание',
  support: 'При поддержке',
  related: 'Связанные документы',
  downloads: 'Сохранить',
  download: {
    'plain-text': 'Простой текст',
    tei: 'Документ целиком в TEI',
    'dublin-core': 'Описание в Dublin Core (JSON-LD)',
    ris: 'Ссылка для Zotero, EndNote и других программ (RIS)',
    bibtex: 'Ссылка для LaTeX (BibTeX)',
    'csl-json': 'Ссылка для citeproc и pandoc (CSL-JSON)',
  },
  cite: 'Ссылка на документ',
  citeStyle: {
    'chicago-note': 'Чикагский стиль, сноска',
    'chicago-short-note': 'Чикагский стиль, краткая сноска',
    'chicago-bibliography': 'Чикагский стиль, библиография',
    mla: 'MLA',
    apa: 'APA',
    gost: 'ГОСТ Р 7.0.5-2008',
    'wilson-center': 'Центр Вильсона',
  },
  citeStyles: 'Ссылка на документ в семи стилях',
  citeText: 'Ссылка на этот текст в его редакции, в семи стилях',
  citeChosen: 'Ссылка на отдельный перевод в его редакции:',
  citeOther: 'Ссылка на другой перевод:',
  technical: 'Для программ и других средств просмотра',
  manifest: 'Манифест IIIF',
  manifestUse: 'Вставьте этот адрес в любую программу просмотра IIIF, чтобы открыть документ в ней.',
  manifestWithTextsUse:
    'Вставьте этот адрес в любую программу просмотра IIIF, чтобы открыть документ в ней. Тексты в нём обозначены как то, что они есть: транскрипции и переводы.',
  commentingManifest: 'То же для Mirador 3 и 4.0',
  commentingManifestUse:
    'Эти программы без особой настройки не показывают транскрипций и переводов. Здесь тексты обозначены как комментарии, которые они показывают.',
  permalink: 'Постоянный адрес',

  role: {
    transcription: 'Транскрипция',
    translation: 'Перевод',
    transliteration: 'Транслитерация',
    notes: 'Примечания',
  },
  // All of a text, which is masculine.
  status: { draft: 'черновик', reviewed: 'проверен', published: 'опубликован' },
  origin: {
    human: undefined,
    ocr: 'Распознан машиной',
    'machine-translation': 'Машинный перевод',
  },
  machineStatus: { draft: 'не проверен', reviewed: 'проверен', published: 'опубликован' },
  // Names stay in the nominative, so that none has to be declined.
  madeBy: {
    transcription: 'Автор транскрипции:',
    translation: 'Переводчик:',
    transliteration: 'Автор транслитерации:',
    notes: 'Автор примечаний:',
  },
  number: numeral,
  day: (time) => day.format(time),
  calendar: (name) => CALENDARS[name.toLowerCase()] ?? name,
  rightsStatement: {
    InC: 'Охраняется авторским правом',
    'InC-OW-EU': 'Охраняется авторским правом: сиротское произведение (ЕС)',
    'InC-EDU': 'Охраняется авторским правом: разрешено использование в образовании',
    'InC-NC': 'Охраняется авторским правом: разрешено некоммерческое использование',
    'InC-RUU': 'Охраняется авторским правом: правообладатели неизвестны или не найдены',
    'NoC-CR': 'Не охраняется авторским правом: ограничения по договору',
    'NoC-NC': 'Не охраняется авторским правом: только некоммерческое использование',
    'NoC-OKLR': 'Не охраняется авторским правом: другие известные правовые ограничения',
    'NoC-US': 'Не охраняется авторским правом в США',
    CNE: 'Авторские права не оценивались',
    UND: 'Авторские права не установлены',
    NKC: 'Об авторских правах ничего не известно',
  },
  publicDomain: 'Общественное достояние',
  publicDomainBy: (deed) => `${deed}, общественное достояние`,
  revision: (revision) => `редакция ${numeral(revision)}`,

  field: {
    kind: 'Вид документа',
    date: 'Дата',
    creators: 'Автор',
    recipients: 'Адресат',
    contributors: 'Участники',
    people: 'Персоналии',
    places: 'Места',
    subjects: 'Темы',
    languages: 'Язык',
    repository: 'Хранилище',
    reference: 'Шифр',
    level: 'Уровень',
    identifiers: 'Идентификаторы',
    classification: 'Гриф',
    extent: 'Объём',
    source: 'Источник',
    rights: 'Права',
    texts: 'Тексты',
    updated: 'Последнее изменение',
  },
  sentTo: (sender, recipient) => `${sender} — ${recipient}`,

  compareHeading: 'Сравнение двух переводов',
  compareTitle: (title) => `${title}: сравнение переводов`,
  compareLink: 'Сравнить переводы',
  compareLeft: 'Перевод',
  compareRight: 'Сравнить с',
  compareOrder: 'Порядок',
  compareReading: 'Как в тексте',
  compareDifference: 'Сначала с наибольшими различиями',
  compareShow: 'Сравнить',
  compareExplained: 'Отмечены слова, которые есть только в одном из двух переводов.',
  compareOtherLanguage: 'Переводы на разных языках, поэтому слова не сравниваются.',
  passagesCount: (count) => `${counted(count, ['отрывок', 'отрывка', 'отрывков'])}.`,
  nothingToCompare: 'Двух переводов одного текста здесь нет.',
  compareJson: 'Это сравнение в JSON',
  comparePages: 'Другие отрывки',
  compareNoOriginal: 'Не связано с оригиналом',
  notTranslated: 'Здесь не переведено',
  sameWords: 'Теми же словами',
  differentWords: (share) => `Различаются ${numeral(Math.max(1, Math.round(share * 100)))} % слов`,
  pageOf: (page, pages) => `Страница ${numeral(page)} из ${numeral(pages)}`,

  readingRoom: 'Читальный зал',
  backToDocument: 'Назад к документу',
  backToCatalogue: 'Назад в каталог',
  opening: 'Читальный зал открывается',
  needsScript:
    'Для чтения документов других архивов в читальном зале нужен JavaScript, который здесь выключен или не загрузился.',
  notBuilt:
    'Панель со сканом ещё не собрана, поэтому текст показан без неё. Чтобы собрать её, выполните npm run build.',
  manifestAddress: 'Адрес манифеста IIIF',
  manifestForm: 'Читать документ другого архива',
  manifestFormLead:
    'Архивы и библиотеки, публикующие сканы по открытому стандарту IIIF, дают каждому документу адрес для программ просмотра — манифест. На их страницах это ссылка или значок IIIF. Вставьте адрес сюда, и документ откроется в читальном зале: сканы, а рядом тексты, если они есть.',
  manifestExample: 'Например, https://example.org/iiif/letter/manifest.json',
  open: 'Открыть',
  previousLeaf: 'Предыдущий лист',
  nextLeaf: 'Следующий лист',
  leafPosition: (folio, position, count) =>
    `Лист ${folioWords(folio)}, ${numeral(position)} из ${numeral(count)}`,

  contentState,

  failure: failureIn(contentState),
  error: {
    notFound: 'Здесь этого нет',
    notFoundHelp:
      'Возможно, адрес обрезан или введён с опечаткой. Всё опубликованное можно найти через собрания.',
    authorityHelp:
      'Возможно, адрес обрезан или введён с опечаткой либо у записи теперь другой идентификатор.',
    gone: 'Больше не опубликовано',
    goneHelp:
      'Адрес сохраняется, чтобы ссылки на него оставались понятными, и никогда не передаётся другому документу.',
    badRequest: 'Этот адрес непонятен',
    unavailable: 'Сейчас недоступно',
    unavailableHelp: 'Ничего не потеряно. Попробуйте ещё раз немного позже.',
    broken: 'У нас произошла ошибка',
    brokenHelp:
      'Ошибка записана в журнал. Попробуйте ещё раз и, если она повторится, сообщите об этом архиву.',
    expected: 'Ожидалось',
    received: 'Получено',
  },
};

const CALENDARS: Readonly<Record<string, string>> = {
  julian: 'по юлианскому календарю',
  hebrew: 'по еврейскому календарю',
  islamic: 'по исламскому календарю',
  chinese: 'по китайскому календарю',
  republican: 'по республиканскому календарю',
};
