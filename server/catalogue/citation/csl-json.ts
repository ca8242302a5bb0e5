import { capitalised } from '../kind-words.ts';
import type { CitedDate, DatePoint } from './cited-date.ts';
import type { CitedDetails } from './cited-details.ts';
import type { Cited } from './cited.ts';
import type { CitedName } from './cited-name.ts';
import { chicagoDates, writeCitedDate } from './date-style.ts';
import { datePart } from './english-parts.ts';
import { itemPlace } from './item-place.ts';
import { isPersonalCommunication } from './personal-communication.ts';
import { translationNote } from './translation-note.ts';

/**
 * CSL-JSON, for citeproc, pandoc and reference managers. Letters and telegrams are `personal_communication`, which prints
 * the recipient. There is no `original-title`: every style would print "Originally published as", which is false of a
 * paper. The shelfmark is one field: divided, styles put it into another order.
 */
export function cslItem(cited: Cited, details: CitedDetails): object {
  const { kind, repository, archive, translation } = cited;
  const notes = [
    cited.date?.role === undefined ? undefined : datePart(cited, chicagoDates),
    translationNote(cited),
  ].filter((note) => note !== undefined);
  return defined({
    id: cited.key,
    type: isPersonalCommunication(kind) ? 'personal_communication' : 'manuscript',
    genre: kind === undefined ? undefined : capitalised(kind),
    title: cited.title.value,
    author: cslNames(cited.creators),
    recipient: cslNames(cited.recipients),
    translator: cslNames(translation?.translators ?? []),
    issued: cited.date?.role === undefined ? cslDate(cited.date) : undefined,
    archive: repository?.value,
    archive_location: itemPlace(cited),
    source: archive?.value,
    language: cited.languages[0],
    abstract: details.summary,
    keyword: details.keywords.length === 0 ? undefined : details.keywords.join(', '),
    note: notes.length === 0 ? undefined : notes.join('. '),
    URL: cited.address,
  });
}

function defined(values: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function cslNames(names: readonly CitedName[]): object[] | undefined {
  // `literal`: styles leave it as it is.
  const written = names.map(({ value, parts }) => parts ?? { literal: value });
  return written.length === 0 ? undefined : written;
}

function cslDate(date: CitedDate | undefined): object | undefined {
  if (date === undefined) return undefined;
  const points = date.kind === 'point' ? [date.point] : date.kind === 'interval' ? [date.from, date.to] : [];
  const known = points.filter((point) => point !== undefined && !point.isDecade);
  if (known.length === 0 || known.length < points.length)
    return { literal: writeCitedDate(date, chicagoDates) };
  const isUnsure = known.some((point) => point?.doubt !== undefined);
  return {
    'date-parts': known.map((point) => (point === undefined ? [] : datePartsOf(point))),
    ...(isUnsure ? { circa: true } : {}),
  };
}

function datePartsOf({ year, month, day }: DatePoint): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}
