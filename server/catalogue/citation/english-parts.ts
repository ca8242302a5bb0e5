import type { CitationText, Part, Run } from './citation-text.tsx';
import { joined } from './citation-text.tsx';
import { isOneLine, spanWords } from './cited-lines.ts';
import type { Cited } from './cited.ts';
import { writeCitedDate, type DateStyle } from './date-style.ts';
import { naturalName, type CitedName } from './cited-name.ts';
import { wordsRun } from './cited-words.ts';
import { shortShelfmark } from './shelfmark.ts';

/** A name with its language, written by one of `naturalName`, `invertedName`, `familyName`. */
export function nameRun(name: CitedName, write: (name: CitedName) => string): CitationText {
  return [wordsRun({ value: write(name), language: name.language }, 'en')];
}

/** `“Who?”`; with a comma or a full stop inside the marks, as Americans set it: `“Telegram,”`. */
export function quotedTitle({ title }: Cited, mark: ',' | '.'): CitationText {
  const inner = title.value
    .replace(/[.,]$/u, '')
    .replace(/“([^”]*)”/gu, '‘$1’')
    .replace(/"([^"]*)"/gu, '‘$1’');
  const stop = mark === '.' && /[?!…]$/u.test(inner) ? '' : mark;
  return joined(['“', [wordsRun({ ...title, value: inner }, 'en')], `${stop}”`], '');
}

/** `telegram to Joseph Stalin`; of what has no kind nothing. */
export function genre(cited: Cited): CitationText | undefined {
  if (cited.kind === undefined) return undefined;
  const kind = cited.kind.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const to = listed(cited.recipients.map((name) => nameRun(name, naturalName)));
  return joined([kind, to.length === 0 ? undefined : joined(['to ', to], '')], ' ');
}

/** `A`, `A and B`, `A, B, and C`. */
export function listed(names: readonly CitationText[], and = 'and'): CitationText {
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? [];
  const before = joined(names.slice(0, -1), ', ');
  return joined([before, last], names.length === 2 ? ` ${and} ` : `, ${and} `);
}

/** `trans. Gary Goldberg`, and how far it can be trusted where that is not plain. */
export function translatedBy({ translation }: Cited, words: 'trans. ' | 'translated by '): Part {
  if (translation === undefined) return undefined;
  const names = listed(translation.translators.map((name) => nameRun(name, naturalName)));
  const by = names.length > 0 ? joined([words, names], '') : undefined;
  const machine = translation.isByMachine ? 'machine translation' : undefined;
  const standing = standingOf(translation);
  // Of a translation by nobody who is known there is something to say only if this one was asked for.
  if (by === undefined && machine === undefined && standing === undefined) return undefined;
  const whole = joined([by ?? machine ?? 'translation', by === undefined ? undefined : machine], ', ');
  return joined([whole, standing === undefined ? undefined : `(${standing})`], ' ');
}

/** `draft, rev. 3`: the status where it is not published, and the revision where one is cited. */
export function standingOf({ status, revision }: NonNullable<Cited['translation']>): string | undefined {
  const parts = [
    status === 'published' && revision === undefined ? undefined : status,
    revision === undefined ? undefined : `rev. ${revision}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** With its role where it is not the day on which the document was made: `received October 8, 1950`. */
export function datePart({ date }: Cited, style: DateStyle): string | undefined {
  const words = writeCitedDate(date, style);
  return words === undefined || date?.role === undefined ? words : `${date.role} ${words}`;
}

/** `f. 5, op. 918795, d. 121, ll. 705–706`; undefined where none is known. */
export function shelfmarkPart({ levels }: Cited): string | undefined {
  return levels.length === 0 ? undefined : shortShelfmark(levels);
}

/** `fol. 14, lines 14–15`: `ll.` would be lines as well as leaves. */
export function folioPart({ folio, lines }: Cited): string | undefined {
  if (folio === undefined) return undefined;
  if (lines.length === 0) return `fol. ${folio}`;
  return lines
    .map((leaf) => `fol. ${leaf.folio}, ${isOneLine(leaf.spans) ? 'line' : 'lines'} ${spanWords(leaf.spans)}`)
    .join(', and ');
}

export function repositoryPart({ repository }: Cited): Run[] | undefined {
  return repository === undefined ? undefined : [wordsRun(repository, 'en')];
}

/** The archive that was used, which is not the one that keeps the paper. */
export function accessedVia({ archive }: Cited, words: string): Part {
  return archive === undefined ? undefined : joined([words, [wordsRun(archive, 'en')]], '');
}
