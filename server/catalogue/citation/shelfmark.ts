import type { Reference } from '../../model/document.ts';
import { oneLine } from './cited-words.ts';
import { citedFrom, type Cited, type CitedSource } from './cited.ts';

type Levels = Reference['levels'];

/** `f. 5, op. 918795, d. 121, ll. 705–706`: whole and in the archive's own order. Words that have no short form stay. */
export function shortShelfmark(levels: Levels): string {
  return levels.map((level) => written(level, SHORT)).join(', ');
}

/** `Ф. 5. Оп. 918795. Д. 121. Л. 705–706` */
export function russianShelfmark(levels: Levels): string {
  return levels.map((level) => written(level, RUSSIAN)).join('. ');
}

/** Who keeps it, under which shelfmark, and on which leaf it stands: a language map of IIIF, of what is known. */
export function wholeShelfmark(source: CitedSource): Record<'en' | 'ru', string[]> {
  const [english, russian] = [citedFrom(source, 'en'), citedFrom(source, 'ru')];
  const leaf = (word: string, { folio }: Cited) => (folio === undefined ? '' : `${word} ${folio}`);
  const listed = (parts: readonly (string | undefined)[], separator: string) => {
    const known = parts.filter((part) => part !== undefined && part !== '');
    return known.length === 0 ? [] : [known.join(separator)];
  };
  return {
    en: listed([english.repository?.value, shortShelfmark(english.levels), leaf('fol.', english)], ', '),
    ru: listed([russian.repository?.value, russianShelfmark(russian.levels), leaf('Л.', russian)], '. '),
  };
}

function written({ name, value }: Levels[number], forms: ReadonlyMap<string, string>): string {
  const word = oneLine(name);
  const plain = word.toLowerCase();
  // Of leaves 705-706 is a span. A file's number may have a hyphen that is part of it.
  const number = LEAVES.has(plain) ? oneLine(value).replace(/(?<=\d\S*)-(?=\d)/gu, '–') : oneLine(value);
  return `${forms.get(plain) ?? word} ${number}`.trim();
}

const LEAVES = new Set(
  'list listi listy leaf leaves folio folios fol. fols. blatt blätter page pages лист листы л. лл. l. ll.'.split(
    ' ',
  ),
);

const SHORT = new Map([
  ['fond', 'f.'],
  ['opis', 'op.'],
  ['delo', 'd.'],
  ['papka', 'p.'],
  ['list', 'l.'],
  ['listi', 'll.'],
  ['listy', 'll.'],
]);

const RUSSIAN = new Map([
  ['fond', 'Ф.'],
  ['f.', 'Ф.'],
  ['фонд', 'Ф.'],
  ['opis', 'Оп.'],
  ['op.', 'Оп.'],
  ['опись', 'Оп.'],
  ['delo', 'Д.'],
  ['d.', 'Д.'],
  ['дело', 'Д.'],
  ['papka', 'П.'],
  ['папка', 'П.'],
  ['list', 'Л.'],
  ['listi', 'Л.'],
  ['listy', 'Л.'],
  ['l.', 'Л.'],
  ['ll.', 'Л.'],
  ['лист', 'Л.'],
  ['листы', 'Л.'],
]);
