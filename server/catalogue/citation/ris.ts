import { capitalised } from '../kind-words.ts';
import type { DatePoint } from './cited-date.ts';
import type { CitedDetails } from './cited-details.ts';
import type { Cited } from './cited.ts';
import { invertedName } from './cited-name.ts';
import { chicagoDates } from './date-style.ts';
import { datePart } from './english-parts.ts';
import { itemPlace } from './item-place.ts';
import { isPersonalCommunication } from './personal-communication.ts';
import { translationNote } from './translation-note.ts';

/**
 * RIS, for reference managers. `GEN` would make a journal article of it in Zotero; `AN` and `DB` are where Zotero looks
 * for the shelfmark and for who keeps it. Every value is on one line, so that none can begin a field or end the record.
 */
export function risRecord(cited: Cited, details: CitedDetails): string {
  const { kind, repository, archive, date } = cited;
  const communication = isPersonalCommunication(kind);
  const point = date?.kind === 'point' ? date.point : date?.kind === 'interval' ? date.from : undefined;
  // A date of receipt, a decade or a date in doubt would be taken for a plain one.
  const plain = date?.role === undefined && point?.isDecade === false && point.doubt === undefined;
  const fields: [string, string | undefined][] = [
    ['TY', communication ? 'PCOMM' : 'MANSCPT'],
    ['ID', cited.key],
    ['TI', cited.title.value],
    ...cited.creators.map((name): [string, string] => ['AU', invertedName(name)]),
    ...cited.recipients.map((name): [string, string] => ['A2', invertedName(name)]),
    ...(cited.translation?.translators ?? []).map((name): [string, string] => ['A4', invertedName(name)]),
    ['M3', kind === undefined ? undefined : capitalised(kind)],
    ['PY', plain ? String(point.year).padStart(4, '0') : undefined],
    ['DA', plain ? risDate(point) : undefined],
    ['AN', itemPlace(cited)],
    ['DB', repository?.value],
    ['DP', archive?.value],
    ['LA', cited.languages.join(', ')],
    ['AB', details.summary],
    ...details.keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', plain ? undefined : dated(cited)],
    ['N1', translationNote(cited)],
    ['UR', cited.address],
    ['ER', ''],
  ];
  return fields
    .filter(([tag, value]) => tag === 'ER' || (value !== undefined && value !== ''))
    .map(([tag, value]) => `${tag}  - ${value ?? ''}\r\n`)
    .join('');
}

/** `1950/09/30/`: what is not known is empty. */
function risDate({ year, month, day }: DatePoint): string {
  const two = (number: number | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

function dated(cited: Cited): string | undefined {
  const words = datePart(cited, chicagoDates);
  return words === undefined ? undefined : `Date: ${words}`;
}
