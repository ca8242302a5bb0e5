/** Marks of Latin, Greek and Cyrillic only: in Indic scripts, Hebrew or Kana such marks are letters' own parts. */
const DIACRITICS = /[\u0300-\u036f]/g;
/** Soft hyphens, zero-width characters, byte-order marks and direction marks: seen by nobody. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Letters that do not come apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i' },
};

/**
 * What two spellings of the same words have in common: compatibility forms, case, diacritics and invisible
 * characters are gone. й is a letter and stays; ё is е.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðłı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/и\u0306/g, 'й')
    .replace(DIACRITICS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC');
}
