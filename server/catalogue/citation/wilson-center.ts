import { formatReference } from '../../model/document.ts';
import { begun, ended, joined, type CitationText } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { oneLine, wordsRun } from './cited-words.ts';
import { chicagoDates } from './date-style.ts';
import { datePart, folioPart, quotedTitle, translatedBy } from './english-parts.ts';

/**
 * As the Wilson Center Digital Archive prints it: title, date, the digital archive, the original's shelfmark in whole
 * words, the translator as a sentence of its own, the address.
 */
export function wilsonCenter(cited: Cited): CitationText {
  const { archive, repository, levels, address } = cited;
  const shelfmark = oneLine(formatReference({ levels }, undefined));
  const place = joined(
    [
      datePart(cited, chicagoDates) ?? 'undated',
      archive === undefined ? undefined : [wordsRun(archive, 'en')],
      repository === undefined ? undefined : [wordsRun(repository, 'en')],
      shelfmark,
      folioPart(cited),
    ],
    ', ',
  );
  const held = joined([quotedTitle(cited, ','), place], ' ');
  return joined([ended(held), ended(begun(translatedBy(cited, 'translated by '))), address], ' ');
}
