import type { DocumentDate } from '../../model/document.ts';
import { edtfBounds } from '../../model/edtf.ts';

/**
 * The earliest day that the first usable date may mean, for timelines: `1950-10-07T00:00:00Z` (Presentation
 * API 3.0 §3.1, an xsd:dateTime in UTC). Undefined where no date has a known beginning in the years 1 to
 * 9999, or its calendar is neither Gregorian nor Julian.
 */
export function navDateOf(dates: readonly DocumentDate[]): string | undefined {
  return dates.map(navDateFrom).find((navDate) => navDate !== undefined);
}

function navDateFrom({ edtf, calendar }: DocumentDate): string | undefined {
  const from = edtfBounds(edtf)?.from;
  if (from === undefined) return undefined;
  const day = calendar === 'gregorian' ? from : calendar === 'julian' ? gregorianFromJulian(from) : undefined;
  // xsd:dateTime 1.0 has no year 0, and software for timelines none before.
  return day === undefined || !/^\d{4}-/.test(day) || day.startsWith('0000') ? undefined : `${day}T00:00:00Z`;
}

const MILLISECONDS_PER_DAY = 86_400_000;
/** 1 March of the year 0 in the Julian calendar, counted in days from 1970-01-01. */
const JULIAN_EPOCH = -719_470;

/** The Gregorian day of a Julian one; years begin in March here, so that the leap day is a year's last. */
function gregorianFromJulian(text: string): string | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  // Also what a year before 0 comes to, since its text begins with the hyphen.
  if (year < 1) return undefined;
  const years = month < 3 ? year - 1 : year;
  const months = (month + 9) % 12;
  const days = Math.floor(years * 365.25) + Math.floor((153 * months + 2) / 5) + day - 1;
  return new Date((JULIAN_EPOCH + days) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
