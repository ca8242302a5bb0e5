import type { DocumentDate } from '../../model/document.ts';
import { inLanguage } from '../../model/language-map.ts';
import { oneLine } from './cited-words.ts';

export type Doubt = 'uncertain' | 'approximate' | 'both';

/** One point of time, as closely as it is known. */
export type DatePoint = {
  /** Of a decade its first year. */
  year: number;
  isDecade: boolean;
  month: number | undefined;
  day: number | undefined;
  doubt: Doubt | undefined;
};

/** A date that a style can write in its own way, or words that it must leave as they are. */
export type CitedDate = { role: string | undefined } & (
  | { kind: 'point'; point: DatePoint }
  | { kind: 'interval'; from: DatePoint | undefined; to: DatePoint | undefined }
  | { kind: 'words'; value: string }
);

/**
 * Of several dates the one on which the document was made; else the first, with its role: a date of receipt is not the
 * date of a letter.
 */
export function citedDate(dates: readonly DocumentDate[], language: string): CitedDate | undefined {
  const made = madeOn(dates);
  const date = made ?? dates[0];
  if (date === undefined) return undefined;
  return { role: made === undefined ? date.role : undefined, ...read(date, language) };
}

/** The date on which the document itself was made; undefined where the record knows others only. */
export function madeOn(dates: readonly DocumentDate[]): DocumentDate | undefined {
  return dates.find(({ role }) => role === undefined || MADE.has(role.toLowerCase()));
}

const MADE = new Set('written sent created dated signed issued drafted composed typed'.split(' '));

type Read =
  | { kind: 'point'; point: DatePoint }
  | { kind: 'interval'; from: DatePoint | undefined; to: DatePoint | undefined }
  | { kind: 'words'; value: string };

function read(date: DocumentDate, language: string): Read {
  // The styles write Gregorian dates: another calendar's must not be named as if it were one.
  if (date.calendar === 'gregorian') {
    const [first = '', second, ...more] = date.edtf.split('/');
    const from = parsePoint(first);
    if (second === undefined && from !== undefined) return { kind: 'point', point: from };
    const to = second === undefined ? undefined : parsePoint(second);
    const isRead = (text: string, point: DatePoint | undefined) =>
      point !== undefined || /^(?:\.\.)?$/.test(text);
    if (second !== undefined && more.length === 0 && (from ?? to) !== undefined)
      if (isRead(first, from) && isRead(second, to)) return { kind: 'interval', from, to };
  }
  const words =
    date.shown === undefined ? date.edtf : (inLanguage(date.shown, language).values[0] ?? date.edtf);
  return { kind: 'words', value: oneLine(words) };
}

const POINT = /^(\d{4}|\d{3}X)(?:-(0[1-9]|1[0-2]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?([?~%])?$/;
const DOUBTS: Readonly<Record<string, Doubt>> = { '?': 'uncertain', '~': 'approximate', '%': 'both' };

function parsePoint(edtf: string): DatePoint | undefined {
  const [, year, month, day, doubt = ''] = POINT.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  const known = (digits: string | undefined) =>
    digits === undefined || digits === 'XX' ? undefined : Number(digits);
  return {
    year: Number(year.replace('X', '0')),
    isDecade: year.endsWith('X'),
    month: known(month),
    day: known(month) === undefined ? undefined : known(day),
    doubt: DOUBTS[doubt],
  };
}
