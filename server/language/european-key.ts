import { remembered } from './remembered.ts';

/**
 * What spellings of a Russian or other European name have in common, for each way in which its letters may be meant: Cyrillic
 * as it is; Latin letters as English and BGN/PCGN or ALA-LC have them, as German, as French, as ISO 9 and the scientific
 * transliteration; each only where a letter is meant otherwise there. `word` is one word in lower case, without hyphens.
 *
 * Letters of a key: q is ч, w ш and ж, c ц, x х and h. Not kept, because one system or another does not write it: soft and
 * hard signs, doubled letters, s from z, й from ы from и, ё from е, e from ie.
 */
export const europeanKeys = remembered((word: string): string[] => {
  if (word.length > LONGEST) return [];
  if (/[а-яёѣіѳѵ]/.test(word)) {
    const sounds = settled(replaced(word.normalize('NFC'), CYRILLIC));
    // Гитлер: Russian has г for an h that begins a name.
    return sounds.startsWith('g') ? [sounds, `x${sounds.slice(1)}`] : [sounds];
  }
  const composed = word.normalize('NFC');
  const bare = composed.normalize('NFD').replace(MARKS, '').replace(/nh$/, 'n');
  const keys = new Set([settled(replaced(bare, ENGLISH))]);
  if (/sch|w|z|j|ch/.test(bare)) keys.add(settled(replaced(bare, GERMAN)));
  if (/ou|ch|j|[iy]ne$/.test(bare)) keys.add(settled(replaced(bare.replace(/(?<=[iy]n)e$/, ''), FRENCH)));
  if (/j|x|c(?!h)/.test(bare) || composed !== bare)
    keys.add(settled(replaced(composed, SCIENTIFIC).normalize('NFD').replace(MARKS, '')));
  // ё is written so in Latin letters, but so is йо.
  if (YO.test(bare))
    keys.add(settled(replaced(bare.replace(YO, 'e'), bare.includes('j') ? GERMAN : ENGLISH)));
  return Array.from(keys);
});

const LONGEST = 60;
const YO = /(?<=[^aeiou'])[yj]o/;
const MARKS = /[\u0300-\u036f]/g;

type System = { pattern: RegExp; sounds: ReadonlyMap<string, string> };

const CYRILLIC = letters(
  'а a,б b,в v,г g,д d,е e,ё e,ж w,з s,и i,й i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х x,ц c,ч q,ш w,щ wq,ъ ,ы i,ь ,' +
    'э e,ю iu,я ia,ѣ e,і i,ѳ f,ѵ i,є e,ї i,ґ g,ў u,ј i,кс ks,дж dw',
);
const COMMON = 'ph f,th t,ck k,ss s,w v,y i,z s,q k,qu k,tz c,ts c,kh x,h x';
const ENGLISH = letters(
  `${COMMON},shch wq,sch w,tch q,sh w,ch q,zh w,x ks,c k,ce se,ci si,cy si,j j,yo io,ou ou,dzh dw`,
);
const GERMAN = letters(`${COMMON},schtsch wq,tsch q,sch w,ch x,z c,x ks,c k,j i,dsch dw,sz s`);
const FRENCH = letters(`${COMMON},chtch wq,tch q,ch w,j w,ou u,x ks,c k,ce se,ci si,gue ge,gui gi,dj dw`);
const SCIENTIFIC = letters(
  `${COMMON},š w,ž w,č q,ŝ wq,ch x,x x,c c,j i,ë e,è e,é e,â ia,û iu,ju iu,ja ia,sh w,zh w,shch wq`,
);

function letters(table: string): System {
  const sounds = new Map(
    table.split(',').map((entry): [string, string] => {
      const [spelling = '', sound = ''] = entry.split(' ');
      return [spelling, sound];
    }),
  );
  const longestFirst = Array.from(sounds.keys()).sort((a, b) => b.length - a.length);
  return { pattern: new RegExp(longestFirst.join('|'), 'g'), sounds };
}

function replaced(word: string, { pattern, sounds }: System): string {
  return word.replace(pattern, (spelling) => sounds.get(spelling) ?? spelling);
}

/** ё after consonants is written yo or jo, and after ш, ч, щ also o; a last -ов has been written -off and -ow. */
function settled(sounds: string): string {
  return sounds
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/([oe])f$/, '$1v')
    .replace(/([wq])o(?=v$)/, '$1e')
    .replace(/(?<=[^aeiou])iu/g, 'u')
    .replace(/ie/g, 'e')
    .replace(/(\p{L})\1+/gu, '$1');
}
