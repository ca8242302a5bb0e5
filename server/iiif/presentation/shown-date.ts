import type { InternationalString } from '@iiif/presentation-3';
import type { DocumentDate } from '../../model/document.ts';
import { international, type Words } from './language-labels.ts';

/**
 * A date for reading: as the record shows it, else made from its EDTF where that is a day, a month or a year
 * (perhaps doubtful), else the EDTF itself.
 */
export function shownDate(date: DocumentDate): InternationalString {
  if (date.shown !== undefined) return international(date.shown);
  const parts = PLAIN_DATE.exec(date.edtf);
  // Intl writes Gregorian dates: another calendar's must not be named as if it were one.
  if (parts === null || date.calendar !== 'gregorian') return { none: [date.edtf] };
  const [, year = '', month, day, doubt = ''] = parts;
  const time = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return { none: [date.edtf] };
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const write = (language: keyof Words) =>
    `${precision === 'year' ? year : FORMATS[language][precision].format(time)}${DOUBTS[doubt]?.[language] ?? ''}`;
  return { en: [write('en')], ru: [write('ru')] };
}

const PLAIN_DATE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([?~%])?$/;

/** EDTF level 1, qualification of a date. */
const DOUBTS: Record<string, Words> = {
  '?': { en: ' (uncertain)', ru: ' (предположительно)' },
  '~': { en: ' (approximately)', ru: ' (приблизительно)' },
  '%': { en: ' (uncertain and approximate)', ru: ' (предположительно и приблизительно)' },
};

const FORMATS = { en: formatsIn('en-GB'), ru: formatsIn('ru') };

function formatsIn(locale: string) {
  const month = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return {
    day: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
    month: new Intl.DateTimeFormat(locale, month),
  };
}
