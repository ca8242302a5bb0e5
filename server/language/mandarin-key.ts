import { mandarinSyllables } from './han-readings.ts';
import { remembered } from './remembered.ts';
import { palladiusOf, postalOf, wadeGilesOf } from './mandarin-spellings.ts';

/**
 * What spellings of a Mandarin name have in common, for each way in which a word of Latin or Cyrillic letters can be cut into
 * syllables of one system; none if it cannot. Wade-Giles without apostrophes does not tell p' from p, nor ch' from ch, nor ü
 * from u: so the key does not either. Where one syllable ends is not told: Xi'an is the same as Xian.
 */
export const mandarinKeysOfWord = remembered((word: string): MandarinKey[] => {
  const cyrillic = /[а-яё]/.test(word);
  const bare = (cyrillic ? word : word.normalize('NFD')).replace(SIGNS, '');
  if (bare.length > LONGEST) return [];
  const plain = cyrillic ? bare : bare.replace(/tsch|tch/g, 'ch').replace(/sch/g, 'sh');
  const keys = new Map<string, MandarinKey>();
  for (const system of cyrillic ? CYRILLIC : LATIN) {
    for (const key of cut(plain, system)) {
      keys.set(key.sounds, united(key, keys.get(key.sounds)));
    }
  }
  return Array.from(keys.values());
});

export function mandarinKeyOf(syllables: readonly string[]): MandarinKey {
  return {
    sounds: syllables.map(soundsRemembered).join(''),
    fewest: syllables.length,
    most: syllables.length,
  };
}

/** How many syllables it has at least and at most, as it is cut. */
export type MandarinKey = { sounds: string; fewest: number; most: number };

/** Apostrophes, hyphens and the hard sign only say where syllables meet; a lost one is no other name. */
const SIGNS = /[^a-zа-яё]/g;
const LONGEST = 24;

type System = ReadonlyMap<string, readonly string[]>;

const FOLDED_INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  zh: 'c',
  ch: 'c',
  j: 'c',
  q: 'c',
  z: 'z',
  c: 'z',
};

/** zhi, chi, shi, ri, zi, ci, si have a vowel of their own, which only pinyin writes as i. */
function soundsOf(pinyin: string): string {
  const [initial = ''] = /^(?:zh|ch|sh|[bpdtgkjqzcrs])?/.exec(pinyin) ?? [];
  const final = pinyin.slice(initial.length).replace('ü', 'u').replace(/^uo$/, 'o');
  const own = final === 'i' && ['zh', 'ch', 'sh', 'r', 'z', 'c', 's'].includes(initial);
  return (FOLDED_INITIALS[initial] ?? initial) + (own ? 'y' : final);
}

const soundsRemembered = remembered(soundsOf);

function system(spellingsOf: (pinyin: string) => readonly string[]): System {
  const spellings = new Map<string, string[]>();
  for (const pinyin of mandarinSyllables()) {
    const sounds = soundsOf(pinyin);
    for (const spelling of spellingsOf(pinyin)) {
      const known = spellings.get(spelling) ?? [];
      if (!known.includes(sounds)) spellings.set(spelling, [...known, sounds]);
    }
  }
  return spellings;
}

const LATIN = [system((pinyin) => [pinyin.replace('ü', 'u')]), system(wadeGilesOf), system(postalOf)];
/** The second is for texts that have lost the soft sign, which alone tells n from ng. */
const CYRILLIC = [
  system(palladiusOf),
  system((pinyin) => palladiusOf(pinyin).flatMap((each) => [each, each.replace('ь', '')])),
];

const MOST_CUTS = 3;
const LONGEST_SYLLABLE = 7;

/** Cuts from the end, longest syllables first; at each place at most three ways are kept, so that time is linear. */
function cut(word: string, spellings: System): MandarinKey[] {
  const ways: MandarinKey[][] = [];
  ways[word.length] = [{ sounds: '', fewest: 0, most: 0 }];
  for (let start = word.length - 1; start >= 0; start -= 1) {
    const here = new Map<string, MandarinKey>();
    for (
      let end = Math.min(word.length, start + LONGEST_SYLLABLE);
      end > start && here.size < MOST_CUTS;
      end -= 1
    ) {
      const rest = ways[end] ?? [];
      if (rest.length === 0) continue;
      for (const sounds of spellings.get(word.slice(start, end)) ?? []) {
        for (const after of rest) {
          const key = { sounds: sounds + after.sounds, fewest: 1 + after.fewest, most: 1 + after.most };
          const known = here.get(key.sounds);
          if (known !== undefined || here.size < MOST_CUTS) here.set(key.sounds, united(key, known));
        }
      }
    }
    ways[start] = Array.from(here.values());
  }
  return ways[0] ?? [];
}

function united(key: MandarinKey, other: MandarinKey = key): MandarinKey {
  return { ...key, fewest: Math.min(key.fewest, other.fewest), most: Math.max(key.most, other.most) };
}
