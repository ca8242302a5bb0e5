import { romanizeHangul } from './hangul.ts';

/**
 * Writes Cyrillic, Greek and Hangul in Latin letters and takes diacritics off, for identifiers: one way,
 * not reversible, in no single standard. What it does not know (Han, Kana, Arabic ...) it leaves as it is.
 */
export function transliterate(text: string): string {
  const latin = romanizeHangul(text.normalize('NFC'))
    .replace(BULGARIAN_VOWEL, (letter) => inCaseOf(letter, 'а'))
    .replace(GREEK_PAIR, (pair) =>
      inCaseOf(pair, GREEK_PAIRS[pair.normalize('NFD').replace(MARKS, '').toLowerCase()] ?? pair),
    )
    .replace(/\p{L}/gu, (letter) => {
      const known = LETTERS.get(letter.toLowerCase());
      return known === undefined ? letter : inCaseOf(letter, known);
    });
  return latin
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/\p{L}/gu, (letter) => {
      // Letters that were known but for their marks: accented Greek, Cyrillic with a stress.
      const known = LETTERS.get(letter.toLowerCase());
      return known === undefined ? letter : inCaseOf(letter, known);
    })
    .normalize('NFC');
}

const MARKS = /[\u0300-\u036f]/g;

/** Before a consonant ъ is the Bulgarian vowel; elsewhere it is the silent Russian sign. */
const BULGARIAN_VOWEL = /ъ(?=[бвгджзйклмнпрстфхцчшщ])/gi;

/** ου is one sound; the second letter of αυ, ευ, ηυ is a consonant. */
const GREEK_PAIR = /[οΟ][υύΥΎ]|[αεηΑΕΗ][υύΥΎ]/g;
const GREEK_PAIRS: Readonly<Record<string, string>> = { ου: 'ou', αυ: 'av', ευ: 'ev', ηυ: 'iv' };

const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    // Russian, with the letters that the reform of 1918 dropped
    'а a|б b|в v|г g|д d|е e|ё e|ж zh|з z|и i|й i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh',
    'щ shch|ъ |ы y|ь |э e|ю yu|я ya|ѣ e|ѳ f|ѵ i|ѕ z|ѡ o|ѫ u|ѧ ya|ѯ ks|ѱ ps',
    // Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian
    'є ye|і i|ї yi|ґ g|ў w|ѝ i|ђ dj|ј j|љ lj|њ nj|ћ c|џ dz|ѓ gj|ќ kj',
    // Turkic and other languages of the Soviet Union
    'ә a|ғ gh|қ q|ң ng|ө o|ұ u|ү u|һ h|җ j|ҳ h|ҷ j|ҝ g|ҹ j|ӣ i|ӯ u|ӑ a|ӗ e|ҫ s|ӳ u|ӏ ',
    'α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o',
    // Latin letters that do not come apart into a letter and a mark
    'ß ss|æ ae|œ oe|ø o|đ d|ð d|þ th|ł l|ı i|ħ h|ŋ ng|ŧ t|ĸ k|ə e|ʼ |ʹ |ƶ z|ꝛ r|ꝑ per',
  ]
    .flatMap((group) => group.split('|'))
    .map((entry): [string, string] => {
      const [letter = '', latin = ''] = entry.split(' ');
      return [letter, latin];
    }),
);

function inCaseOf(original: string, latin: string): string {
  const [first = ''] = original;
  return first === first.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
}
