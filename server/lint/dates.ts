import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const DATE_RULES = {
  'nav-date-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 navDate',
    section2: 'Presentation 2.1 §3.3 navDate',
    mend: 'Give a whole date and time, such as 1950-10-07T00:00:00Z.',
  },
  'nav-date-zone': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 navDate',
    mend: 'Add the time zone: Z, or an offset such as +02:00.',
  },
  'annotation-date-invalid': {
    severity: 'error',
    section: 'Web Annotation Data Model §3.3.1',
    mend: 'Give a whole date and time in UTC, such as 1950-10-07T12:00:00Z.',
  },
} satisfies Rules;

export function checkDates({ kind, value, path }: Node, { report, version }: Setting): void {
  if (value.navDate !== undefined) {
    const at = under(path, 'navDate');
    const date = typeof value.navDate === 'string' ? readDateTime(value.navDate) : undefined;
    if (date === undefined) report('nav-date-invalid', at, `${shown(value.navDate)} is no date and time.`);
    // Presentation 2.1 wants UTC and took no pains to say that the zone must be written.
    else if (date.zone === undefined && version === 3)
      report('nav-date-zone', at, `${shown(value.navDate)} does not say its time zone.`);
  }
  if (version === 2 || !['Annotation', 'TextualBody', 'Content', 'AnnotationPage'].includes(kind)) return;
  for (const name of ['created', 'modified', 'generated']) {
    const date = value[name];
    if (date === undefined) continue;
    if (typeof date !== 'string' || readDateTime(date)?.zone === undefined)
      report(
        'annotation-date-invalid',
        under(path, name),
        `${typeof date === 'string' ? quoted(date) : shown(date)} is no date and time with a zone.`,
      );
  }
}

/** XML Schema 1.1 part 2, §3.3.7 dateTime: any year, BC too; 24:00:00 ends a day. Undefined if it is none. */
export function readDateTime(text: string): { zone: string | undefined } | undefined {
  const match =
    /^(-?(?:[1-9]\d{3,9}|0\d{3}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,30})?|24:00:00(?:\.0{1,30})?)(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', , zone] = match;
  return Number(day) <= daysIn(Number(year), Number(month)) ? { zone } : undefined;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
