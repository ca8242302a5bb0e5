import { citedFrom, type CitedSource } from './cited.ts';
import { folioPart } from './english-parts.ts';
import { russianPlace, shortShelfmark } from './shelfmark.ts';

/** Who keeps it, under which shelfmark, and on which leaf it stands: a language map of IIIF, of what is known. */
export function wholeShelfmark(source: CitedSource): Record<'en' | 'ru', string[]> {
  const [english, russian] = [citedFrom(source, 'en'), citedFrom(source, 'ru')];
  const listed = (parts: readonly (string | undefined)[], separator: string) => {
    const known = parts.filter((part) => part !== undefined && part !== '');
    return known.length === 0 ? [] : [known.join(separator)];
  };
  return {
    en: listed([english.repository?.value, shortShelfmark(english.levels), folioPart(english)], ', '),
    ru: listed([russian.repository?.value, russianPlace(russian)], '. '),
  };
}
