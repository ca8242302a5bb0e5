import { ended, joined, type CitationText, type Part } from './citation-text.tsx';
import type { Cited, CitedTranslation } from './cited.ts';
import { initialsOf, naturalName, type CitedName } from './cited-name.ts';
import { wordsRun } from './cited-words.ts';
import { gostDates, writeCitedDate } from './date-style.ts';
import { russianPlace } from './shelfmark.ts';

/** ГОСТ Р 7.0.5-2008: archival documents and electronic resources, the reference after the text. */
export function gost(cited: Cited): CitationText {
  const { title, repository, archive, address, accessed } = cited;
  const names = cited.creators.map((name) => nameRun(name, familyAndInitials));
  // Up to three are named before the title; of more the first, as the standard's "и др." has it.
  const heading = names.length > 3 ? joined([names[0], '[и др.]'], ' ') : ended(joined(names, ', '));
  const named = [wordsRun({ ...title, value: title.value.replace(/\.$/u, '') }, 'ru')];
  const dated = joined([named, dateOf(cited)], ', ');
  const described = joined([dated, translators(cited.translation)], ' / ');
  const kept = joined(
    [ended(repository === undefined ? undefined : [wordsRun(repository, 'ru')]), ended(russianPlace(cited))],
    ' ',
  );
  const via =
    archive === undefined ? undefined : joined(['Доступ через «', [wordsRun(archive, 'ru')], '».'], '');
  const [year = '', month = '', day = ''] = accessed.split('-');
  const head = joined([heading, described], ' ');
  return joined(
    [
      kept.length === 0 ? ended(head) : joined([head, kept], ' // '),
      via,
      `URL: ${address} (дата обращения: ${day}.${month}.${year}).`,
    ],
    ' ',
  );
}

function dateOf({ date }: Cited): string {
  const words = writeCitedDate(date, gostDates);
  if (words === undefined) return '[б. д.]';
  return date?.role === 'received' ? `получено ${words}` : words;
}

function translators(translation: CitedTranslation | undefined): Part {
  if (translation === undefined) return undefined;
  const { revision, isByMachine } = translation;
  const names = joined(
    translation.translators.map((name) => nameRun(name, initialsAndFamily)),
    ', ',
  );
  const by = names.length === 0 ? undefined : joined(['пер.: ', names], '');
  const standing = [
    translation.status === 'published' && revision === undefined ? undefined : STATUS[translation.status],
    revision === undefined ? undefined : `ред. ${revision}`,
  ].filter((part) => part !== undefined);
  const shown = joined([by, isByMachine ? 'машинный перевод' : undefined], ', ');
  if (shown.length === 0 && standing.length === 0) return undefined;
  const known = shown.length === 0 ? 'перевод' : shown;
  return joined([known, standing.length === 0 ? undefined : `(${standing.join(', ')})`], ' ');
}

const STATUS: Record<CitedTranslation['status'], string> = {
  draft: 'черновик',
  reviewed: 'проверен',
  published: 'опубликован',
};

function nameRun(name: CitedName, write: (name: CitedName) => string): CitationText {
  return [wordsRun({ value: write(name), language: name.language }, 'ru')];
}

/** `Штыков Т. Ф.`: without a comma. */
function familyAndInitials({ value, parts }: CitedName): string {
  return parts === undefined ? value : `${parts.family} ${initialsOf(parts.given)}`;
}

function initialsAndFamily(name: CitedName): string {
  return name.parts === undefined
    ? naturalName(name)
    : `${initialsOf(name.parts.given)} ${name.parts.family}`;
}
