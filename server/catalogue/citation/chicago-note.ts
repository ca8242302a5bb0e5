import { joined, type CitationText } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { naturalName } from './cited-name.ts';
import { chicagoDates } from './date-style.ts';
import {
  accessedVia,
  datePart,
  folioPart,
  genre,
  listed,
  nameRun,
  quotedTitle,
  repositoryPart,
  shelfmarkPart,
  translatedBy,
} from './english-parts.ts';

/** The Chicago Manual of Style, 18th edition: the first note on a document. */
export function chicagoNote(cited: Cited): CitationText {
  const rest = joined(
    [
      genre(cited),
      translatedBy(cited, 'trans. '),
      datePart(cited, chicagoDates) ?? 'n.d.',
      shelfmarkPart(cited),
      folioPart(cited),
      repositoryPart(cited),
      accessedVia(cited, 'accessed via '),
      cited.address,
    ],
    ', ',
  );
  const title = joined([quotedTitle(cited, ','), rest], ' ');
  return [...joined([noteCreators(cited, naturalName), title], ', '), { text: '.' }];
}

/** More than two are the first of them and others. */
export function noteCreators(
  { creators }: Cited,
  write: Parameters<typeof nameRun>[1],
): CitationText | undefined {
  const [first] = creators;
  if (first === undefined) return undefined;
  if (creators.length > 2) return joined([nameRun(first, write), 'et al.'], ' ');
  return listed(creators.map((name) => nameRun(name, write)));
}
