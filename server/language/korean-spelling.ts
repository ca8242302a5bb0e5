/**
 * The sounds of one word, as the letters of Latin or Cyrillic systems have them: k t p c s n m h r, N for ng, a e i o u; and
 * capitals where a spelling may mean two things (`choices`). Undefined where a letter is none of Korean. `initial`: the word
 * begins a name, where r and n are as in the South.
 */
export function koreanSpelling(word: string, initial: boolean): Spelling | undefined {
  const cyrillic = /[а-яё]/.test(word);
  const plain = cyrillic ? word : asEnglish(word);
  const first = initial ? asInTheSouth(plain, cyrillic) : plain;
  const letters = cyrillic ? CYRILLIC : LATIN;
  let sounds = '';
  let position = 0;
  letters.lastIndex = 0;
  for (const match of first.matchAll(letters)) {
    if (match.index !== position) return undefined;
    position += match[0].length;
    sounds += soundOf(match[0], cyrillic, first.slice(position));
  }
  if (position !== first.length || sounds === '') return undefined;
  return { sounds, choices: new Set(sounds.match(/[UELGIT]/g)) };
}

/** Of a syllable of hangul in Revised Romanization, which means one thing. */
export function plainSpelling(romanized: string, initial: boolean): Spelling | undefined {
  const spelling = koreanSpelling(romanized, initial);
  if (spelling === undefined) return undefined;
  return {
    sounds: spelling.sounds
      .replace(/L/g, 'e')
      .toLowerCase()
      .replace(/n$/, romanized.endsWith('ng') ? 'N' : 'n'),
    choices: new Set(),
  };
}

export type Spelling = { sounds: string; choices: ReadonlySet<string> };

/**
 * Typewriters have ^ or ~ for the breve; of other marks none is Korean. h makes a vowel long (Suh, Ahn). German has j for y (Pjöngjang), after consonants that no other
 * system has before a j.
 */
function asEnglish(word: string): string {
  const bare = word
    .normalize('NFD')
    .replace(/(?<=[ou])[\u0302\u0303\u0306\u030c]/g, '\u0306')
    .replace(/(?<=o)\u0308|(?<=e)\u0301/g, '')
    .normalize('NFC');
  const english = bare
    .replace(/^park$/, 'pak')
    .replace(/uh(?![aeiouywŏŭ])/g, 'eo')
    .replace(/(?<=[ao])h(?![aeiouywŏŭ])/g, '');
  return /[pbkh]j|mjö/.test(word) ? english.replace(/j/g, 'y') : english;
}

function asInTheSouth(word: string, cyrillic: boolean): string {
  const start = word.replace(cyrillic ? /^[рл](?=[июяёе])/ : /^(?:rh|r|l)(?=ee|i|y)|^n(?=y)/, '');
  return start.replace(/^[rl]h?/, 'n').replace(/^[рл]/, 'н');
}

const LATIN_SOUNDS = spelled(
  'young yo,yeo o,yae e,yoo u,you o,eui ui,eoo u,' +
    'eo o,eu u,ae e,ai e,oe e,oi e,oo u,ou ou,oy e,ee i,ŏ o,ŭ u,i i,a a,e e,o o,u u,y u,' +
    'tsch c,tch c,dzh c,zh c,ts c,ch c,jj c,tj c,j c,kk k,ck k,kh k,gh k,k k,g k,tt t,th t,t t,d t,pp p,ph p,p p,b p,ss s,sh s,s s,' +
    'll r,rh r,lh r,r r,l r,ng N,n n,nn n,mm m,m m,wh h,h h',
);
const CYRILLIC_SOUNDS = spelled(
  'ый ui,ий i,эй e,ай e,ой e,оэ e,вэ e,а a,я a,о o,ё o,э e,у u,ю u,ы u,и i,й i,' +
    'кх k,кк k,к k,г k,тх t,тт t,т t,д t,пх p,пп p,п p,б p,чж c,дж c,чх c,тч c,цх c,ч c,ц c,сс s,с s,ш s,' +
    'рр r,лл r,р r,л r,нъ N,м m,мм m,н n,нн n,х h,ъ ,ь ',
);

const LATIN = letters(LATIN_SOUNDS, "[yw](?=[aeiouŏŭ])|i(?=[aou])|'");
const CYRILLIC = letters(CYRILLIC_SOUNDS, 'нг|е|в(?=[аоэеи])|[тд](?=[еёюяи])');

function soundOf(letters: string, cyrillic: boolean, after: string): string {
  if (letters === 'ng' || letters === 'нг') {
    if (!cyrillic) return VOWEL.test(after) ? 'G' : 'N';
    return VOWEL.test(after) ? 'nk' : 'N';
  }
  if (/^[yw]$/.test(letters) && VOWEL.test(after)) return '';
  // No Sino-Korean syllable has t before i or y: old Soviet Korean spelling has it for ㅈ (Тен, Ден).
  if (/^[тд]$/.test(letters) && /^[еёюяи]/.test(after)) return 'T';
  if (letters === 'i' && /^[aou]/.test(after)) return 'I';
  if (letters === 'е') return 'E';
  if (letters === 'u' && /^[nkpml](?![aeiouyw])/.test(after)) return 'U';
  if (letters === 'e' && after.startsWith('n')) return 'L';
  return (cyrillic ? CYRILLIC_SOUNDS : LATIN_SOUNDS).get(letters) ?? '';
}

const VOWEL = /^[aeiouywŏŭаяоёэеуюыи]/;

function spelled(table: string): ReadonlyMap<string, string> {
  return new Map(
    table.split(',').map((entry): [string, string] => {
      const [spelling = '', sounds = ''] = entry.split(' ');
      return [spelling, sounds];
    }),
  );
}

function letters(sounds: ReadonlyMap<string, string>, more: string): RegExp {
  const longestFirst = Array.from(sounds.keys()).sort((a, b) => b.length - a.length);
  return new RegExp(`${more}|${longestFirst.join('|')}`, 'g');
}
