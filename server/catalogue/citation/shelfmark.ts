import type { Reference } from '../../model/document.ts';
import { isLeaves } from './cited-leaf.ts';
import { isOneLine, spanWords } from './cited-lines.ts';
import { oneLine } from './cited-words.ts';
import type { Cited } from './cited.ts';

type Levels = Reference['levels'];

/** `f. 5, op. 918795, d. 121, ll. 705–706`: whole and in the archive's own order. Words that have no short form stay. */
export function shortShelfmark(levels: Levels): string {
  return levels.map((level) => written(level, SHORT)).join(', ');
}

/** `Ф. 5. Оп. 918795. Д. 121. Л. 705–706` */
export function russianShelfmark(levels: Levels): string {
  return levels.map((level) => written(level, RUSSIAN)).join('. ');
}

/** `Ф. 5. Оп. 918795. Д. 121. Л. 705 об., строки 14–15`: the shelfmark with the leaf that is cited. */
export function russianPlace({ levels, folio, lines }: Cited): string {
  const shelfmark = russianShelfmark(levels);
  if (folio === undefined) return shelfmark;
  const leaves =
    lines.length === 0
      ? russianLeaf(folio)
      : lines
          .map(
            (leaf) =>
              `${russianLeaf(leaf.folio)}, ${isOneLine(leaf.spans) ? 'строка' : 'строки'} ${spanWords(leaf.spans)}`,
          )
          .join('; л. ');
  // A leaf that is none of the shelfmark's is counted otherwise.
  if (levels.some(isLeaves)) return `${shelfmark} (л. ${leaves})`;
  return [shelfmark, `Л. ${leaves}`].filter((part) => part !== '').join('. ');
}

function russianLeaf(folio: string): string {
  return folio.replace(/(?<=\d)\s*verso$/iu, ' об.');
}

function written(level: Levels[number], forms: ReadonlyMap<string, string>): string {
  const [word, value] = [oneLine(level.name), oneLine(level.value)];
  const plain = word.toLowerCase();
  // Of leaves 705-706 is a span. A file's number may have a hyphen that is part of it.
  const number =
    isLeaves(level) || plain === 'page' || plain === 'pages'
      ? value.replace(/(?<=\d\S*)-(?=\d)/gu, '–')
      : value;
  return `${forms.get(plain) ?? word} ${number}`.trim();
}

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
