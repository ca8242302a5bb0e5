import { transliterate } from '../language/transliterate.ts';
import { conceptsOf } from '../language/concepts.ts';

/**
 * What a translation usually carries over from a sentence, as words of one common alphabet: numbers, punctuation that
 * says something, beginnings of words that may be names or cognates, and concepts that every language has a word for.
 * Each occurs once for each time that the sentence has it.
 */
export function anchorsOf(text: string, language: string): string[] {
  const plain = text.normalize('NFKC').slice(0, LONGEST);
  const anchors = [...numbersIn(plain), ...marksIn(plain)];
  for (const concept of conceptsOf(language).in(plain)) anchors.push(`c${concept}`);
  for (const [word] of plain.matchAll(WORDS)) {
    const sound = soundOf(word);
    if (sound.length < SHORT) continue;
    // Names and learned words agree at their beginnings: the longer the agreement, the more it says.
    anchors.push(`w${sound.slice(0, SHORT)}`);
    if (sound.length > SHORT) anchors.push(`w${sound.slice(0, LONG)}`);
  }
  return anchors;
}

/** Whether an anchor is a number. */
export function isNumber(anchor: string): boolean {
  return anchor.startsWith('n');
}

/** A sentence has some hundred characters; a hostile one may have millions. */
const LONGEST = 20_000;

/** Letters with their marks; apostrophes and hyphens part words, since the languages use them differently. */
const WORDS = /[\p{L}\p{M}]+/gu;

const [SHORT, LONG] = [4, 6];

/** Digits with their separators, taken as the number that they are: 8.839 and 8 839 are one, and 8,5 is another. */
function numbersIn(text: string): string[] {
  return Array.from(text.matchAll(/\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?/g), ([number]) => {
    const whole = number.replace(/[.,'’\u00a0\u202f ](?=\d{3}(?:\D|$))/g, '');
    return `n${whole.replace(',', '.').replace(/^0+(?=\d)/, '')}`;
  });
}

/** Punctuation that translators keep. */
function marksIn(text: string): string[] {
  return Array.from(
    text.matchAll(/[?？]|[!！]|[:：]|[;；]|[(（]|[«„“「『]|…|\.\.\.|%|§|№/g),
    ([mark]) => `p${MARKS[mark] ?? mark}`,
  );
}

const MARKS: Readonly<Record<string, string>> = {
  '？': '?',
  '！': '!',
  '：': ':',
  '；': ';',
  '（': '(',
  '„': '«',
  '“': '«',
  '「': '«',
  '『': '«',
  '...': '…',
};

/** A word as it may sound in another language: Kommission and commission, Himalaya and Гималаи begin alike. */
export function soundOf(word: string): string {
  return transliterate(word)
    .toLowerCase()
    .replace(/sch|sh|ch/g, 'c')
    .replace(/ph/g, 'f')
    .replace(/[tkrg]h/g, (pair) => pair.charAt(0))
    .replace(/ck|q|c(?=[aourlktn]|$)/g, 'k')
    .replace(/ts|tz|z|c(?=[eiy])/g, 's')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/x/g, 'ks')
    .replace(/ae|oe/g, 'e')
    .replace(/(.)\1+/g, '$1');
}
