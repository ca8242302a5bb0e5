import { begun, ended, joined, type CitationText, type Part } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { initialsOf, naturalName, type CitedName } from './cited-name.ts';
import { wordsRun } from './cited-words.ts';
import { apaDates } from './date-style.ts';
import {
  datePart,
  folioPart,
  genre,
  listed,
  nameRun,
  repositoryPart,
  shelfmarkPart,
  standingOf,
} from './english-parts.ts';

/** The Publication Manual of the American Psychological Association, 7th edition. */
export function apa(cited: Cited): CitationText {
  const { archive, address } = cited;
  const date = joined(['(', datePart(cited, apaDates) ?? 'n.d.', ').'], '');
  const title = ended(titled(cited));
  const creators = apaCreators(cited);
  const place = [shelfmarkPart(cited), folioPart(cited)].filter((part) => part !== undefined).join(', ');
  const repository = repositoryPart(cited);
  const kept =
    repository === undefined ? place : joined([repository, place === '' ? undefined : `(${place})`], ' ');
  const site = archive === undefined ? undefined : [wordsRun(archive, 'en')];
  const order = creators === undefined ? [title, date] : [ended(creators), date, title];
  return joined([...order, ended(kept), ended(site), address], ' ');
}

/** `Telegram from Shtykov to Stalin (G. Goldberg, Trans.) [Telegram to Joseph Stalin]` */
function titled(cited: Cited): CitationText {
  const { title } = cited;
  const kind = genre(cited);
  const name = title.value.replace(/\.$/u, '');
  return joined(
    [
      // What stands by itself is in italics, and no archival paper is part of a larger published whole.
      [{ ...wordsRun({ ...title, value: name }, 'en'), italic: true }],
      translators(cited),
      kind === undefined ? undefined : joined(['[', begun(kind), ']'], ''),
    ],
    ' ',
  );
}

function translators({ translation }: Cited): Part {
  if (translation === undefined) return undefined;
  const names = translation.translators.map((name) => nameRun(name, initialled));
  const standing = standingOf(translation);
  const by = names.length === 0 ? undefined : joined([listed(names, '&'), 'Trans.'], ', ');
  const machine = translation.isByMachine ? 'Machine translation' : undefined;
  const what = joined([by, machine], '; ');
  if (what.length === 0 && standing === undefined) return undefined;
  const shown = what.length === 0 ? 'Translation' : what;
  // Within parentheses APA has brackets.
  const inner = joined([shown, standing], '; ').map((run) => ({
    ...run,
    text: run.text.replaceAll('(', '[').replaceAll(')', ']'),
  }));
  return joined(['(', inner, ')'], '');
}

function initialled(name: CitedName): string {
  return name.parts === undefined
    ? naturalName(name)
    : `${initialsOf(name.parts.given)} ${name.parts.family}`;
}

function apaCreators({ creators }: Cited): CitationText | undefined {
  const names = creators.map((name) =>
    nameRun(name, ({ value, parts }) =>
      parts === undefined ? value : `${parts.family}, ${initialsOf(parts.given)}`,
    ),
  );
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last;
  if (names.length > 20) return joined([joined(names.slice(0, 19), ', '), last], ', . . . ');
  return joined([joined(names.slice(0, -1), ', '), last], ', & ');
}
