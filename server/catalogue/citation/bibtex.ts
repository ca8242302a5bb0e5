import { capitalised } from '../kind-words.ts';
import type { CitedDate } from './cited-date.ts';
import type { CitedDetails } from './cited-details.ts';
import type { Cited } from './cited.ts';
import { invertedName, type CitedName } from './cited-name.ts';
import { chicagoDates } from './date-style.ts';
import { datePart, genre } from './english-parts.ts';
import { begun, plainCitation } from './citation-text.tsx';
import { itemPlace } from './item-place.ts';
import { translationNote } from './translation-note.ts';

/**
 * A BibTeX entry that BibLaTeX reads as well: `howpublished` and `note` carry to the old styles what `translator`,
 * `library` and `url` are for the new. Names that are not divided stand in braces of their own.
 */
export function bibtexEntry(cited: Cited, details: CitedDetails): string {
  const { repository, archive, date, translation, kind } = cited;
  const point = date?.role === undefined && date?.kind === 'point' ? date.point : undefined;
  const isPlain = point?.isDecade === false && point.doubt === undefined;
  const place = [itemPlace(cited), repository?.value].filter((part) => part !== undefined).join(', ');
  const notes = [
    translationNote(cited),
    place === '' ? undefined : place,
    archive === undefined ? undefined : `Accessed via ${archive.value}`,
  ].filter((note) => note !== undefined);
  const fields: [string, string | undefined][] = [
    ['author', people(cited.creators)],
    ['title', `{${escaped(cited.title.value)}}`],
    ['howpublished', genreWords(cited)],
    ['type', kind === undefined ? undefined : escaped(capitalised(kind))],
    ['date', biblatexDate(date)],
    ['year', isPlain ? String(point.year) : undated(cited)],
    ['month', isPlain && point.month !== undefined ? String(point.month) : undefined],
    ['translator', people(translation?.translators ?? [])],
    ['library', place === '' ? undefined : escaped(place)],
    ['note', notes.length === 0 ? undefined : escaped(notes.join('. '))],
    ['keywords', details.keywords.length === 0 ? undefined : escaped(details.keywords.join(', '))],
    // Taken letter by letter; ours are percent-encoded, so they hold no braces.
    ['url', cited.address],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},\n`],
  );
  return `@misc{${cited.key.replace(/[^\w.-]/g, '-')},\n${lines.join('')}}\n`;
}

/** In one pass. Braces as words, for BibTeX counts `\{` too: one that is left open would swallow the entries after it. */
function escaped(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

function people(names: readonly CitedName[]): string {
  return names
    .map((name) => (name.parts === undefined ? `{${escaped(name.value)}}` : escaped(invertedName(name))))
    .join(' and ');
}

function genreWords(cited: Cited): string | undefined {
  const words = genre(cited);
  return words === undefined ? undefined : escaped(plainCitation(begun(words)));
}

/** BibLaTeX reads EDTF; a date of receipt is not the paper's. */
function biblatexDate(date: CitedDate | undefined): string | undefined {
  if (date?.kind !== 'point' || date.role !== undefined) return undefined;
  const { year, isDecade, month, day, doubt } = date.point;
  const two = (number: number) => String(number).padStart(2, '0');
  const digits = String(year).padStart(4, '0');
  const parts = [isDecade ? `${digits.slice(0, 3)}X` : digits];
  if (month !== undefined) parts.push(two(month));
  if (day !== undefined) parts.push(two(day));
  const mark = doubt === undefined ? '' : { uncertain: '?', approximate: '~', both: '\\%' }[doubt];
  return `${parts.join('-')}${mark}`;
}

function undated(cited: Cited): string | undefined {
  const words = datePart(cited, chicagoDates);
  return words === undefined ? undefined : escaped(words);
}
