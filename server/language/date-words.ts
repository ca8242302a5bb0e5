import type { DocumentDate } from '../model/document.ts';
import type { LanguageMap } from '../model/language-map.ts';

/**
 * A date for reading, in English and Russian: as the record shows it, else made from its EDTF where that is a
 * day, a month or a year, perhaps doubtful, or an interval of such; else the EDTF itself.
 */
export function dateWords({ shown, edtf, calendar }: DocumentDate): LanguageMap {
  if (shown !== undefined) return shown;
  const parts = edtf.split('/');
  const [en, ru] = [inWords(parts, 'en'), inWords(parts, 'ru')];
  // Intl writes Gregorian dates: another calendar's must not be named as if it were one.
  if (calendar !== 'gregorian' || en === undefined || ru === undefined) return { none: [edtf] };
  return { en: [en], ru: [ru] };
}

type Language = 'en' | 'ru';

function inWords(parts: readonly string[], language: Language): string | undefined {
  const written = parts.map((part) => writeDate(part, language));
  return parts.length > 2 || written.includes(undefined) ? undefined : written.join(' – ');
}

const PLAIN_DATE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([?~%])?$/;

function writeDate(edtf: string, language: Language): string | undefined {
  const parts = PLAIN_DATE.exec(edtf);
  if (parts === null) return undefined;
  const [, year = '', month, day, doubt = ''] = parts;
  const time = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return undefined;
  const { days, months } = FORMATS[language];
  const words = day !== undefined ? days.format(time) : month !== undefined ? months.format(time) : year;
  return `${words}${DOUBTS[doubt]?.[language] ?? ''}`;
}

/** EDTF level 1, qualification of a date. */
const DOUBTS: Record<string, Record<Language, string>> = {
  '?': { en: ' (uncertain)', ru: ' (предположительно)' },
  '~': { en: ' (approximately)', ru: ' (приблизительно)' },
  '%': { en: ' (uncertain and approximate)', ru: ' (предположительно и приблизительно)' },
};

const FORMATS = { en: formatsIn('en-GB'), ru: formatsIn('ru') };

function formatsIn(locale: string) {
  const month = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return {
    days: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
    months: new Intl.DateTimeFormat(locale, month),
  };
}
