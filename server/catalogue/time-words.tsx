import type { ReactElement, ReactNode } from 'react';
import type { DocumentDate } from '../model/document.ts';
import { useMessages } from './interface.tsx';

/**
 * A day, for people and for programs.
 *
 * @param time ISO 8601; what is no time is shown as it is.
 */
export function Day({ time }: { time: string }): ReactElement {
  const { day } = useMessages();
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return <>{time}</>;
  return <time dateTime={time}>{day(date)}</time>;
}

/**
 * Words for a date of a record, as a time where HTML can say it: a day, a month or a year of the Gregorian calendar
 * without any doubt (HTML, "Dates and times"). EDTF can say much more, and that stays words.
 */
export function DateTime({ date, children }: { date: DocumentDate; children: ReactNode }): ReactElement {
  const isTime = date.calendar === 'gregorian' && PLAIN.test(date.edtf);
  return isTime ? <time dateTime={date.edtf}>{children}</time> : <>{children}</>;
}

const PLAIN = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
