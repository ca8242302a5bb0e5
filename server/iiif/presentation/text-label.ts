import type { InternationalString } from '@iiif/presentation-3';
import { inLanguage } from '../../model/language-map.ts';
import type { TextRecord } from '../../model/text.ts';
import {
  TEXT_ORIGIN,
  TEXT_ROLE,
  TEXT_STATUS,
  agentRoleName,
  languageName,
  type Words,
} from './language-labels.ts';

/**
 * What a reader chooses a text by: `Translation, English, A. Specimen (translator), reviewed`. A name that
 * the record gives stands for what it is and whose; what no human made says so.
 */
export function textLabel(text: TextRecord): InternationalString {
  return { en: [labelIn(text, 'en')], ru: [labelIn(text, 'ru')] };
}

/** The same with what of the text it is: `Transcription, Russian, reviewed, word by word`. */
export function partLabel(text: TextRecord, part: Words): InternationalString {
  return { en: [`${labelIn(text, 'en')}, ${part.en}`], ru: [`${labelIn(text, 'ru')}, ${part.ru}`] };
}

/** `A. Specimen (translator)` for each who made the text. */
export function contributorNames(text: TextRecord, language: keyof Words): string[] {
  return text.contributors.map(({ name, role }) => {
    const shown = inLanguage(name, language).values.join(', ');
    return role === undefined ? shown : `${shown} (${agentRoleName(role, language)})`;
  });
}

function labelIn(text: TextRecord, language: keyof Words): string {
  const own = text.label === undefined ? [] : inLanguage(text.label, language).values;
  return [
    ...(own.length > 0 ? own : [TEXT_ROLE[text.role][language]]),
    languageName(text.language, language),
    ...(own.length > 0 ? [] : contributorNames(text, language)),
    ...(text.origin === 'human' ? [] : [TEXT_ORIGIN[text.origin][language]]),
    TEXT_STATUS[text.status][language],
  ].join(', ');
}

const ORDER: Record<TextRecord['role'], number> = {
  transcription: 0,
  translation: 1,
  transliteration: 2,
  notes: 3,
};

/** Transcriptions first, since some viewers show the first page of annotations only; then translations. */
export function inReadingOrder<Text extends TextRecord>(texts: readonly Text[]): Text[] {
  return texts.toSorted((a, b) => ORDER[a.role] - ORDER[b.role]);
}
