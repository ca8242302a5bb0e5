import { AGENT_ROLES, DATE_ROLES, KINDS, LEVELS, type Words } from '../language/archival-words.ts';
import { dateWords } from '../language/date-words.ts';
import type { InterfaceLanguage } from '../http/interface-language.ts';
import { formatReference, type DocumentDate, type Reference } from '../model/document.ts';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import { capitalised } from './kind-words.ts';

// A record's single words are in no language that anybody named, and mostly English: English shows them as they
// stand. The common ones have their Russian in `archival-words.ts`, which manifests use too; these are the catalogue's.
const RUSSIAN_KINDS = new Map([
  ['agreement', 'Соглашение'],
  ['cable', 'Телеграмма'],
  ['cipher telegram', 'Шифротелеграмма'],
  ['conversation', 'Запись беседы'],
  ['decision', 'Решение'],
  ['decree', 'Указ'],
  ['directive', 'Директива'],
  ['map', 'Карта'],
  ['memo', 'Записка'],
  ['note', 'Нота'],
  ['order', 'Приказ'],
  ['photograph', 'Фотография'],
  ['protocol', 'Протокол'],
  ['resolution', 'Постановление'],
  ['speech', 'Речь'],
  ['treaty', 'Договор'],
]);
const RUSSIAN_LEVELS = new Map([
  ['archive', 'Архив'],
  ['collection', 'Собрание'],
  ['papka', 'Папка'],
  ['repository', 'Архив'],
  ['section', 'Раздел'],
  ['storage unit', 'Единица хранения'],
  ['subseries', 'Подсерия'],
  ['verso', 'Оборот'],
]);
const RUSSIAN_ROLES = new Map([
  ['city', 'город'],
  ['destination', 'место назначения'],
  ['earlier letter', 'более раннее письмо'],
  ['earlier memorandum', 'более ранний меморандум'],
  ['earlier report', 'более ранний отчёт'],
  ['earlier telegram', 'более ранняя телеграмма'],
  ['enclosure', 'приложение'],
  ['engineer', 'инженер'],
  ['harbour', 'порт'],
  ['later letter', 'более позднее письмо'],
  ['later report', 'более поздний отчёт'],
  ['later telegram', 'более поздняя телеграмма'],
  ['mentioned', 'упоминание'],
  ['origin', 'место составления'],
  ['reply', 'ответ'],
  ['river', 'река'],
  ['technician', 'техник'],
  ['village', 'деревня'],
]);

/** The kind of a document at the beginning of a line: `Telegram`, `Телеграмма`. */
export function kindWords(kind: string, language: InterfaceLanguage): string {
  return capitalised(wordFor(kind, language, KINDS, RUSSIAN_KINDS) ?? kind);
}

/** What somebody or something is to a document, within a line: `translator`, `переводчик`. */
export function roleWords(role: string, language: InterfaceLanguage): string {
  return wordFor(role, language, AGENT_ROLES, RUSSIAN_ROLES)?.toLowerCase() ?? role;
}

/** What a date is the date of, at the beginning of a line: `Sent`, `Дата отправления`. */
export function dateRoleWords(role: string, language: InterfaceLanguage): string {
  return capitalised(wordFor(role, language, DATE_ROLES) ?? role);
}

/** A level of the arrangement, at the beginning of a line: `Fond`, `Фонд`. */
export function levelName(level: string, language: InterfaceLanguage): string {
  return capitalised(wordFor(level, language, LEVELS, RUSSIAN_LEVELS) ?? level);
}

/** A call number in the archive's own order: `fond 5, opis 3`, `фонд 5, опись 3`. */
export function referenceWords(
  reference: Reference,
  repository: string | undefined,
  language: InterfaceLanguage,
): string {
  if (language !== 'ru') return formatReference(reference, repository);
  const levels = reference.levels.map(({ name, value }) => ({
    name: wordFor(name, language, LEVELS, RUSSIAN_LEVELS)?.toLowerCase() ?? name,
    value,
  }));
  return formatReference({ levels }, repository);
}

/**
 * A date as the record shows it; in the page's language, too, where the record shows it in English alone but says no
 * more by it than its EDTF does.
 */
export function shownDate(date: DocumentDate, language: InterfaceLanguage): LanguageMap {
  const shown = dateWords(date);
  if (date.shown === undefined || shown[language] !== undefined) return shown;
  const { shown: _, ...plain } = date;
  const made = dateWords(plain);
  const own = made[language];
  const says = inLanguage(shown, 'en').values.join('; ');
  return own === undefined || says !== made.en?.join('; ') ? shown : { ...shown, [language]: own };
}

function wordFor(
  word: string,
  language: InterfaceLanguage,
  common: ReadonlyMap<string, Words>,
  russian: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  if (language !== 'ru') return undefined;
  const key = word.toLowerCase();
  return common.get(key)?.ru ?? russian.get(key);
}
