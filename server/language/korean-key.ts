import { romanizeHangul } from './hangul.ts';
import { koreanSpelling, plainSpelling, type Spelling } from './korean-spelling.ts';
import { remembered } from './remembered.ts';

/**
 * What spellings of a Korean name have in common, for each way in which its words of Latin or Cyrillic letters may be meant;
 * none if they cannot be Korean. `parts` are its words and what hyphens divide, in lower case: McCune-Reischauer (1939),
 * Revised Romanization (2000), Kontsevich, the usual English spellings, with or without diacritics and apostrophes.
 *
 * Kept are consonants by where they are made, and five vowels. Not kept, because one system or another does not write it:
 * voice, aspiration and tension; l from r; n from ng; eo from o, eu from u; glides; which of two syllables a consonant
 * belongs to. Sounds that meet are assimilated. Initial r and n are as in the South (Yi for Ri, No for Ro).
 */
export function koreanKeysOfParts(parts: readonly string[], kind: 'person' | 'place'): KoreanKey[] {
  return keysOfSpellings(
    parts.map((part, index) => (index === 0 ? initialSpelling(part) : laterSpelling(part))),
    kind === 'person' ? OF_PERSONS : OF_PLACES,
  );
}

function keysOfSpellings(
  spellings: readonly (Spelling | undefined)[],
  meanings: readonly string[],
): KoreanKey[] {
  if (spellings.includes(undefined)) return [];
  const keys = new Map<string, KoreanKey>();
  for (const meaning of meanings) {
    if (!Array.from(meaning).every((choice) => spellings.some((spelling) => spelling?.choices.has(choice))))
      continue;
    const read = spellings.map((spelling) => readAs(spelling, meaning));
    const key = keyOf(read.join(''));
    if (key !== undefined) keys.set(key.sounds, key);
  }
  return Array.from(keys.values());
}

/** Of hangul, which is read syllable by syllable, so that what meets is assimilated as in the other spellings. */
export function koreanKeysOfHangul(hangul: string): KoreanKey[] {
  return keysOfSpellings(
    Array.from(hangul, (syllable, index) =>
      index === 0 ? initialSyllable(syllable) : laterSyllable(syllable),
    ),
    [''],
  );
}

const initialSpelling = remembered((part) => koreanSpelling(part, true));
const laterSpelling = remembered((part) => koreanSpelling(part, false));
const initialSyllable = remembered((syllable) => plainSpelling(romanizeHangul(syllable), true));
const laterSyllable = remembered((syllable) => plainSpelling(romanizeHangul(syllable), false));

export type KoreanKey = { sounds: string; syllables: number };

/**
 * A spelling is meant in one way throughout. ng before a vowel may be one sound or two (G is k); `Сен` is older Russian for
 * Sŏng (E is o); i before a vowel may be a y that came by way of Russian letters (I is nothing), as in `Phenian` (LI).
 */
const OF_PLACES: readonly string[] = ['', 'E', 'G', 'I', 'EG', 'EI', 'LI'];
/** `Sung` is English for Sŏng (U), `Sen` comes by way of Russian (L), and so does old `Ден` for Chŏng (T is c). */
const OF_PERSONS: readonly string[] = [...OF_PLACES, 'U', 'L', 'T', 'UG', 'LG', 'ET', 'EGT'];

const MEANT: Readonly<Record<string, readonly [plain: string, otherwise: string]>> = {
  U: ['u', 'o'],
  E: ['e', 'o'],
  L: ['e', 'o'],
  G: ['N', 'nk'],
  I: ['i', ''],
  T: ['t', 'c'],
};

function readAs(spelling: Spelling | undefined, meaning: string): string {
  if (spelling === undefined) return '?';
  if (spelling.choices.size === 0) return spelling.sounds;
  return spelling.sounds.replace(
    /[UELGIT]/g,
    (choice) => MEANT[choice]?.[meaning.includes(choice) ? 1 : 0] ?? '',
  );
}

/** Sino-Korean syllables have at most one consonant on each side, and end in k, n, ng, l, m or p. */
const KOREAN = /^[ktpcsnmhr]?[aeiou]+(?:[krmnp]?[ktpcsnmhr][aeiou]+)*[krmnp]?$/;
const LONGEST = 40;

function keyOf(sounds: string): KoreanKey | undefined {
  if (sounds.length > LONGEST || /^[ktpcsnmhrN]{2}/.test(sounds)) return undefined;
  const key = assimilated(sounds).replace(/N/g, 'n').replace(/nn/g, 'n');
  if (!KOREAN.test(key) || /[aeiou]{4}/.test(key)) return undefined;
  return { sounds: key, syllables: key.match(/[aeiou]/g)?.length ?? 0 };
}

function assimilated(sounds: string): string {
  if (!MEETING.test(sounds)) return sounds;
  let result = sounds;
  for (const [meeting, sound] of MEETINGS) result = result.replace(meeting, sound);
  return result;
}

/** Standard pronunciation (1988), chapters 5 and 6, as far as it makes one sound of two, and vowels that are one in speech. */
const MEETINGS: readonly (readonly [RegExp, string])[] = [
  [/([ktpc])h/g, '$1'],
  [/h([ktpc])/g, '$1'],
  [/([ktpcsmr])\1/g, '$1'],
  [/nr|rn/g, 'r'],
  [/k(?=[nm])|kr/g, 'N'],
  [/p(?=n)|pr/g, 'mn'],
  [/pm|mr(?=$)/g, 'm'],
  [/mr/g, 'mn'],
  [/Nr/g, 'N'],
  [/Nn|nN|NN/g, 'N'],
  [/ui/g, 'i'],
  [/o[ei]|a[ei]/g, 'e'],
  [/[uo]a/g, 'a'],
];
/** Any of them. */
const MEETING = /[ktpc]h|h[ktpc]|([ktpcsmr])\1|nr|rn|k[nmr]|p[nrm]|mr|N[rnN]|nN|[oau][ei]|[uo]a/;
