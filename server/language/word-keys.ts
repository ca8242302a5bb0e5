import { europeanKeys } from './european-key.ts';
import { koreanKeysOfParts } from './korean-key.ts';
import { mandarinKeysOfWord } from './mandarin-key.ts';
import { isKoreanSurname, isMandarinSurname } from './surnames.ts';
import { remembered } from './remembered.ts';
import { transliterate } from './transliterate.ts';

/** Keys of one word alone, and of several as one name, in letters of a script with case. Words are as `plainWord` leaves them. */
export const keysOfWord = remembered((word: string): string[] => {
  const parts = word.split('-').filter((part) => part !== '');
  const bare = parts.join('');
  const keys = [...lettersKeys(bare), ...koreanPlaceKeys(parts), ...mandarinPlaceKeys(word)];
  // Пак-Ир-У, Mao-Tse-tung: older prints join the surname too.
  if (parts.length > 1) keys.push(...personKeys(parts.slice(0, 1), parts.slice(1)));
  return Array.from(new Set(keys));
});

export function keysOfWords(words: readonly string[]): string[] {
  const first = words.slice(0, 1);
  const last = words.slice(-1);
  const keys = [...together(words), ...personKeys(first, words.slice(1))];
  // Syngman Rhee: the surname last, as in the West.
  if (keys.every((key) => key.startsWith('e'))) keys.push(...personKeys(last, words.slice(0, -1)));
  return Array.from(new Set(keys));
}

/** Of several words the spaces and hyphens are not told. */
function together(words: readonly string[]): string[] {
  const each = words.map((word) => europeanKeys(word.replace(/-/g, '')));
  const most = Math.max(...each.map((keys) => keys.length));
  return Array.from({ length: most }, (_, index) =>
    each.map((keys) => keys[index] ?? keys[0] ?? '').join(''),
  ).flatMap((sounds) => (isLongEnough(sounds) ? [`e0${sounds}`] : []));
}

function lettersKeys(word: string): string[] {
  const keys = europeanKeys(word).filter(isLongEnough);
  return keys.length > 0 ? keys.map((key) => `e0${key}`) : exactKey(word);
}

/** What is too short to be told by sounds is only found as it is written. */
export function exactKey(word: string): string[] {
  const letters = transliterate(word)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? [] : [`x0${letters.slice(0, 60)}`];
}

/** Five sounds, or four with two vowels. */
function isLongEnough(sounds: string): boolean {
  return sounds.length >= 5 || (sounds.length === 4 && /[aeiou].*[aeiou]/.test(sounds));
}

function koreanPlaceKeys(parts: readonly string[]): string[] {
  const spelling = parts
    .join('')
    .normalize('NFD')
    .replace(/\u0301/g, '');
  return koreanKeysOfParts(parts, 'place')
    .filter(({ sounds }) => sounds.length > 4 || !spelling.includes('ou') || spelling.includes('eou'))
    .flatMap(({ sounds, syllables }) => placeKeys('k', sounds, syllables));
}

function mandarinPlaceKeys(word: string): string[] {
  return mandarinKeysOfWord(word).flatMap(({ sounds, most }) => placeKeys('m', sounds, most));
}

/** Rivers and mountains are named with what they are (강, 江; 산, 山) and without. Of the k before 강 it is not told whose it is. */
const GENERIC = { k: [/(?:k|s)an$/, /(?<=k)an$/], m: [/(?:ciang|shan)$/] };

export function placeKeys(language: 'k' | 'm', sounds: string, syllables: number): string[] {
  if (syllables < 2 || syllables > 5 || sounds.length < 4) return [];
  const names = new Set([sounds]);
  if (syllables > 2) for (const generic of GENERIC[language]) names.add(sounds.replace(generic, ''));
  return Array.from(names, (name) => `${language}0${name}`);
}

function personKeys(surname: readonly string[], given: readonly string[]): string[] {
  const [family = ''] = surname;
  const korean = koreanFamilies(family);
  const mandarin = mandarinFamilies(family);
  if (korean.length === 0 && mandarin.length === 0) return [];
  const parts = given.flatMap((word) => word.split('-')).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 3) return [];
  const own =
    korean.length === 0 ? [] : koreanKeysOfParts(parts, 'person').filter(({ syllables }) => syllables <= 3);
  const other =
    mandarin.length === 0 ? [] : mandarinKeysOfWord(parts.join('')).filter(({ fewest }) => fewest <= 2);
  return [
    ...korean.flatMap((first) => own.map(({ sounds }) => personKey('k', first, sounds))),
    ...mandarin.flatMap((first) => other.map(({ sounds }) => personKey('m', first, sounds))),
  ];
}

const koreanFamilies = remembered((family) =>
  koreanKeysOfParts(family.split('-'), 'person')
    .map(({ sounds }) => sounds)
    .filter(isKoreanSurname),
);
const mandarinFamilies = remembered((family) =>
  mandarinKeysOfWord(family)
    .map(({ sounds }) => sounds)
    .filter(isMandarinSurname),
);

export function personKey(language: 'k' | 'm', surname: string, given: string): string {
  return `${language}0${surname}0${given}`;
}
