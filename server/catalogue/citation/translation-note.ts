import { begun, plainCitation } from './citation-text.tsx';
import type { Cited } from './cited.ts';
import { translatedBy } from './english-parts.ts';

/** `Translated by Gary Goldberg (draft, rev. 2)`: formats have a translator, but no field for how far to trust them. */
export function translationNote(cited: Cited): string | undefined {
  const words = plainCitation(begun(translatedBy(cited, 'translated by ')));
  return words === '' ? undefined : words;
}
