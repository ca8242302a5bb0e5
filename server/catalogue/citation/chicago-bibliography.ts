import { begun, joined, sentences, type CitationText } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { invertedName, naturalName } from './cited-name.ts';
import { chicagoDates } from './date-style.ts';
import {
  accessedVia,
  datePart,
  folioPart,
  genre,
  nameRun,
  quotedTitle,
  repositoryPart,
  shelfmarkPart,
  translatedBy,
} from './english-parts.ts';

/** The Chicago Manual of Style, 18th edition: the bibliography. */
export function chicagoBibliography(cited: Cited): CitationText {
  return sentences([
    bibliographyCreators(cited),
    quotedTitle(cited, '.'),
    begun(genre(cited)),
    begun(translatedBy(cited, 'translated by ')),
    begun(datePart(cited, chicagoDates) ?? 'n.d.'),
    begun(joined([shelfmarkPart(cited), folioPart(cited)], ', ')),
    repositoryPart(cited),
    accessedVia(cited, 'Accessed via '),
    cited.address,
  ]);
}

/** Only the first is turned around; of more than six the first three stand for all. */
function bibliographyCreators({ creators }: Cited): CitationText | undefined {
  const names = creators.map((name, index) => nameRun(name, index === 0 ? invertedName : naturalName));
  if (names.length > 6) return joined([...names.slice(0, 3), 'et al.'], ', ');
  const last = names.at(-1);
  if (names.length < 2 || last === undefined) return last;
  const isTurned = creators[0]?.parts !== undefined;
  const before = joined(names.slice(0, -1), ', ');
  return joined([before, last], names.length === 2 && !isTurned ? ' and ' : ', and ');
}
