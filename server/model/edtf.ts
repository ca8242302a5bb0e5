/**
 * Extended Date/Time Format (ISO 8601-2), level 0 and what archives use of level 1: qualifiers `?`, `~`, `%`,
 * unspecified digits `195X`, `1950-XX`, and intervals with open ends `1950/..`.
 */
const DATE = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?$/;

/** First and last day, each `YYYY-MM-DD`, that the date may mean; an open end is absent. */
export type DateBounds = { from?: string; to?: string };

/** Undefined if the text is no such date, or names a day that does not exist. */
export function edtfBounds(edtf: string): DateBounds | undefined {
  const parts = edtf.split('/');
  if (parts.length > 2) return undefined;
  const bounds = parts.map((part): DateBounds | undefined =>
    parts.length === 2 && (part === '..' || part === '') ? {} : dayBounds(part),
  );
  const [first, last = first] = bounds;
  if (first === undefined || last === undefined) return undefined;
  if (first.from !== undefined && last.to !== undefined && first.from > last.to) return undefined;
  return {
    ...(first.from === undefined ? {} : { from: first.from }),
    ...(last.to === undefined ? {} : { to: last.to }),
  };
}

function dayBounds(text: string): Required<DateBounds> | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [firstYear, lastYear] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')];
  if (month === undefined || month === 'XX') {
    return day === undefined || day === 'XX'
      ? { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` }
      : undefined;
  }
  const length = daysIn(Number(lastYear), Number(month));
  if (length === undefined) return undefined;
  if (day === undefined || day === 'XX') {
    return { from: `${firstYear}-${month}-01`, to: `${lastYear}-${month}-${length}` };
  }
  if (Number(day) < 1 || Number(day) > length) return undefined;
  return { from: `${firstYear}-${month}-${day}`, to: `${lastYear}-${month}-${day}` };
}

/** In the proleptic Gregorian calendar, as ISO 8601 has it. */
function daysIn(year: number, month: number): number | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
