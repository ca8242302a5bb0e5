import { begun, joined, sentences, type CitationText } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { invertedName, naturalName } from './cited-name.ts';
import { wordsRun } from './cited-words.ts';
import { mlaDates } from './date-style.ts';
import {
  datePart,
  folioPart,
  nameRun,
  quotedTitle,
  repositoryPart,
  shelfmarkPart,
  translatedBy,
} from './english-parts.ts';

/** The MLA Handbook, 9th edition: the paper's place is the first container, the digital archive the second. */
export function mla(cited: Cited): CitationText {
  const { archive } = cited;
  const site = archive === undefined ? undefined : [{ ...wordsRun(archive, 'en'), italic: true }];
  const held = joined(
    [
      begun(translatedBy(cited, 'translated by ')),
      datePart(cited, mlaDates),
      repositoryPart(cited),
      joined([shelfmarkPart(cited), folioPart(cited)], ', '),
    ],
    ', ',
  );
  return sentences([
    mlaCreators(cited),
    quotedTitle(cited, '.'),
    begun(cited.kind),
    held,
    joined([site, cited.address], ', '),
  ]);
}

function mlaCreators({ creators }: Cited): CitationText | undefined {
  const [first, second] = creators;
  if (first === undefined) return undefined;
  const name = nameRun(first, invertedName);
  if (second === undefined) return name;
  if (creators.length > 2) return joined([name, 'et al.'], ', ');
  return joined([name, nameRun(second, naturalName)], ', and ');
}
