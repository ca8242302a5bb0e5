import type { CitedDate, DatePoint, Doubt } from './cited-date.ts';

/** How a style writes dates. */
export type DateStyle = {
  point: (point: DatePoint) => string;
  doubt: Record<Doubt, (words: string) => string>;
  from: (words: string) => string;
  until: (words: string) => string;
};

/** Undefined where nothing is known of the date. The role of a date that is not the document's own is for the style. */
export function writeCitedDate(date: CitedDate | undefined, style: DateStyle): string | undefined {
  if (date === undefined) return undefined;
  if (date.kind === 'words') return date.value;
  const point = (one: DatePoint) =>
    one.doubt === undefined ? style.point(one) : style.doubt[one.doubt](style.point(one));
  if (date.kind === 'point') return point(date.point);
  const { from, to } = date;
  if (from === undefined) return to === undefined ? undefined : style.until(point(to));
  if (to === undefined) return style.from(point(from));
  const ends = [point(from), point(to)];
  return ends.join(ends.some((words) => words.includes(' ')) ? ' – ' : '–');
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTHS_OF_MLA = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const MONTHS_OF_GOST = 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.'.split(' ');
const MONTHS_ALONE_OF_GOST = 'янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.'.split(' ');

function yearOf({ year, isDecade }: DatePoint): string {
  return isDecade ? `${year}s` : `${year}`;
}

function nameOf(months: readonly string[], month: number | undefined): string | undefined {
  return month === undefined ? undefined : months[month - 1];
}

const open = { from: (words: string) => `from ${words}`, until: (words: string) => `until ${words}` };
const bracketed = {
  uncertain: (words: string) => `[${words}?]`,
  approximate: (words: string) => `ca. ${words}`,
  both: (words: string) => `[ca. ${words}?]`,
};

/** `September 30, 1950` */
export const chicagoDates: DateStyle = {
  point: (point) => {
    const month = nameOf(MONTHS, point.month);
    if (month === undefined) return yearOf(point);
    return point.day === undefined ? `${month} ${yearOf(point)}` : `${month} ${point.day}, ${yearOf(point)}`;
  },
  doubt: bracketed,
  ...open,
};

/** `30 Sept. 1950` */
export const mlaDates: DateStyle = {
  point: (point) => [point.day, nameOf(MONTHS_OF_MLA, point.month), yearOf(point)].filter(Boolean).join(' '),
  doubt: {
    uncertain: (words) => `${words}?`,
    approximate: (words) => `circa ${words}`,
    both: (words) => `circa ${words}?`,
  },
  ...open,
};

/** `1950, September 30` */
export const apaDates: DateStyle = {
  point: (point) => {
    const day = [nameOf(MONTHS, point.month), point.day].filter(Boolean).join(' ');
    return day === '' ? yearOf(point) : `${yearOf(point)}, ${day}`;
  },
  doubt: bracketed,
  ...open,
};

/** `30 сент. 1950 г.` */
export const gostDates: DateStyle = {
  point: ({ year, isDecade, month, day }) => {
    if (isDecade) return `${year}-е гг.`;
    const name = nameOf(day === undefined ? MONTHS_ALONE_OF_GOST : MONTHS_OF_GOST, month);
    return [day, name, year, 'г.'].filter((word) => word !== undefined).join(' ');
  },
  doubt: {
    uncertain: (words) => `[${words}?]`,
    approximate: (words) => `[ок. ${words}]`,
    both: (words) => `[ок. ${words}?]`,
  },
  from: (words) => `с ${words}`,
  until: (words) => `до ${words}`,
};
