import type { DocumentDate } from '../model/document.ts';
import type { LanguageMap } from '../model/language-map.ts';
import { messages } from './messages.ts';

/**
 * A date for reading: as the record shows it, else made from its EDTF where that is a Gregorian day, month
 * or year, perhaps doubtful, or an interval of such; else the EDTF itself.
 */
export function dateWords(date: DocumentDate): LanguageMap {
  if (date.shown !== undefined) return date.shown;
  const parts = date.edtf.split('/').map(writeDate);
  const [from, to] = parts;
  // Intl writes Gregorian dates: another calendar's must not be named as if it were one.
  if (date.calendar !== 'gregorian' || from === undefined || parts.length > 2) return { none: [date.edtf] };
  if (parts.length === 1) return { en: [from] };
  return to === undefined ? { none: [date.edtf] } : { en: [`${from} – ${to}`] };
}

const PLAIN_DATE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([?~%])?$/;
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function writeDate(edtf: string): string | undefined {
  const parts = PLAIN_DATE.exec(edtf);
  if (parts === null) return undefined;
  const [, year = '', month, day, doubt = ''] = parts;
  const time = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return undefined;
  const words = day !== undefined ? DAY.format(time) : month !== undefined ? MONTH.format(time) : year;
  return `${words}${messages.doubt[doubt] ?? ''}`;
}
