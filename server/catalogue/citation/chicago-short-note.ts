import { chicagoDates } from './date-style.ts';
import { ended, joined, type CitationText } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { familyName } from './cited-name.ts';
import { noteCreators } from './chicago-note.ts';
import { datePart, folioPart, quotedTitle } from './english-parts.ts';

/**
 * Chicago, every further note. A title is not shortened by machine; the date stands for the creator where nobody is
 * named, since many papers of a file bear the same title.
 */
export function chicagoShortNote(cited: Cited): CitationText {
  const creators = noteCreators(cited, familyName);
  const rest = joined(
    [creators === undefined ? datePart(cited, chicagoDates) : undefined, folioPart(cited)],
    ', ',
  );
  const title = rest.length === 0 ? quotedTitle(cited, '.') : joined([quotedTitle(cited, ','), rest], ' ');
  return ended(joined([creators, title], ', ')) ?? [];
}
