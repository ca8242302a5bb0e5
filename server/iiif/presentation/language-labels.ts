import type { InternationalString } from '@iiif/presentation-3';
import { AGENT_ROLES, DATE_ROLES, KINDS, LEVELS, type Words } from '../../language/archival-words.ts';
import type { LanguageMap } from '../../model/language-map.ts';
import type { TextOrigin, TextRole, TextStatus } from '../../model/text.ts';

export type { Words };

/** The languages that we put our own words in. A record's values stand in whatever languages it has. */
export const LABEL_LANGUAGES = ['en', 'ru'] as const;

export const TEXT_ROLE: Record<TextRole, Words> = {
  transcription: { en: 'Transcription', ru: 'Транскрипция' },
  translation: { en: 'Translation', ru: 'Перевод' },
  transliteration: { en: 'Transliteration', ru: 'Транслитерация' },
  notes: { en: 'Notes', ru: 'Примечания' },
};

export const TEXT_STATUS: Record<TextStatus, Words> = {
  draft: { en: 'draft', ru: 'черновик' },
  reviewed: { en: 'reviewed', ru: 'проверено' },
  published: { en: 'published', ru: 'опубликовано' },
};

export const TEXT_ORIGIN: Record<TextOrigin, Words> = {
  human: { en: 'made by people', ru: 'выполнено человеком' },
  ocr: { en: 'machine reading', ru: 'машинное распознавание' },
  'machine-translation': { en: 'machine translation', ru: 'машинный перевод' },
};

export const LEAF_NOT_HELD: Words = { en: 'Leaf not held', ru: 'Лист отсутствует' };
export const DOCUMENT_PAGE: Words = { en: 'Document page', ru: 'Страница документа' };
export const COLLECTION_PAGE: Words = { en: 'Collection page', ru: 'Страница собрания' };
export const HOME_PAGE: Words = { en: 'Home page', ru: 'Главная страница' };
export const CONTENTS: Words = { en: 'Contents', ru: 'Содержание' };
export const WITHOUT_PAGE: Words = { en: 'not placed on a page', ru: 'без привязки к странице' };
export const WORD_BY_WORD: Words = { en: 'word by word', ru: 'по словам' };
export const PLAIN_TEXT: Words = { en: 'plain text', ru: 'простой текст' };
export const ALTO: Words = { en: 'ALTO', ru: 'ALTO' };
export const TEI: Words = { en: 'Whole document in TEI', ru: 'Документ целиком в TEI' };
export const DUBLIN_CORE: Words = { en: 'Record in Dublin Core', ru: 'Описание в Dublin Core' };
export const RIS: Words = { en: 'Citation as RIS', ru: 'Ссылка в RIS' };
export const BIBTEX: Words = { en: 'Citation as BibTeX', ru: 'Ссылка в BibTeX' };
export const CSL_JSON: Words = { en: 'Citation as CSL-JSON', ru: 'Ссылка в CSL-JSON' };
export const CITATIONS: Words = { en: 'Citations written out', ru: 'Готовые ссылки' };
export const COMPARISON: Words = { en: 'Translations compared', ru: 'Сравнение переводов' };
export const LINKS: Words = { en: 'links to the original', ru: 'связи с оригиналом' };
export const OUTLINED: Words = { en: 'with outlines', ru: 'с контурами' };

/** Of a part of a collection: the documents whose ids begin with its key. */
export function partLabel(key: string): InternationalString {
  return inBoth({ en: `Documents “${key}…”`, ru: `Документы «${key}…»` });
}

export function partSummary(key: string): InternationalString {
  return inBoth({
    en: `The documents of the collection whose ids begin with “${key}”.`,
    ru: `Документы собрания, идентификаторы которых начинаются с «${key}».`,
  });
}

export const FIELD = {
  kind: { en: 'Kind', ru: 'Вид документа' },
  creator: { en: 'Creator', ru: 'Автор' },
  recipient: { en: 'Recipient', ru: 'Адресат' },
  contributor: { en: 'Contributor', ru: 'Участник' },
  person: { en: 'People', ru: 'Персоналии' },
  place: { en: 'Places', ru: 'Места' },
  subject: { en: 'Subjects', ru: 'Темы' },
  language: { en: 'Language', ru: 'Язык' },
  repository: { en: 'Repository', ru: 'Хранилище' },
  level: { en: 'Level', ru: 'Уровень' },
  identifier: { en: 'Identifier', ru: 'Идентификатор' },
  classification: { en: 'Classification', ru: 'Гриф' },
  donor: { en: 'Support', ru: 'При поддержке' },
  texts: { en: 'Texts', ru: 'Тексты' },
  role: { en: 'Role', ru: 'Тип текста' },
  status: { en: 'Status', ru: 'Состояние' },
  origin: { en: 'Origin', ru: 'Происхождение' },
  date: { en: 'Date', ru: 'Дата' },
  documents: { en: 'Documents', ru: 'Документы' },
} satisfies Record<string, Words>;

// Made once: making one takes longer than a manifest.
const LANGUAGE_NAMES = {
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
  ru: new Intl.DisplayNames(['ru'], { type: 'language' }),
};

export function dateRoleLabel(role: string | undefined): InternationalString {
  return role === undefined ? inBoth(FIELD.date) : known(DATE_ROLES, role, FIELD.date);
}

/** @param field what an agent without a role, or with one of no known name, is called. */
export function agentRoleLabel(role: string | undefined, field: Words): InternationalString {
  return role === undefined ? inBoth(field) : known(AGENT_ROLES, role, field);
}

/** The role alone, in brackets behind a name: `translator`; a word that is not known stands as it is. */
export function agentRoleName(role: string, language: keyof Words): string {
  return AGENT_ROLES.get(role.toLowerCase())?.[language].toLowerCase() ?? role;
}

export function kindValue(kind: string): InternationalString {
  const words = KINDS.get(kind.toLowerCase());
  return words === undefined ? { none: [kind] } : inBoth(words);
}

/** A level of a call number keeps the archive's own word where we have none for it. */
export function levelLabel(level: string): InternationalString {
  const words = LEVELS.get(level.toLowerCase());
  return words === undefined ? { none: [level] } : inBoth(words);
}

export function inBoth({ en, ru }: Words): InternationalString {
  return { en: [en], ru: [ru] };
}

/** The name of a language in another: `Russian`, `русский`; the tag itself if it has no name. */
export function languageName(tag: string, language: keyof Words): string {
  try {
    return LANGUAGE_NAMES[language].of(tag) ?? tag;
  } catch {
    // RangeError: not a BCP 47 tag. Then it is at least what the record says.
    return tag;
  }
}

/** A record's words as IIIF has them: a copy, since the model's may not be changed. */
export function international(map: LanguageMap): InternationalString {
  return Object.fromEntries(Object.entries(map).map(([tag, values]) => [tag, [...values]]));
}

function known(words: ReadonlyMap<string, Words>, role: string, field: Words): InternationalString {
  const found = words.get(role.toLowerCase());
  return found === undefined
    ? // The record's own word, in a language that nobody named: it is not called Russian.
      { en: [`${field.en} (${role})`], ru: [field.ru] }
    : inBoth(found);
}
