/**
 * How a syllable of pinyin (ISO 7098, without tones) is written in other systems, each by its own rules for initials and
 * finals: Wade-Giles (as in Giles 1892, without apostrophes and diacritics), the spelling of the Chinese Post (1906), and
 * Palladius in Cyrillic, with the older habits of each.
 */
export function wadeGilesOf(pinyin: string): string[] {
  const { initial, final } = take(pinyin);
  if (final === 'i' && 'zh ch sh r z c s'.split(' ').includes(initial)) {
    if (initial.length === 1 && initial !== 'r')
      return initial === 's' ? ['szu', 'ssu', 'sze'] : ['tzu', 'tze', 'tsu'];
    return [`${WADE_INITIALS[initial] ?? initial}ih`];
  }
  const start = WADE_INITIALS[initial] ?? initial;
  const finals = wadeFinals(initial, final);
  return finals.flatMap((end) => (final === 'e' ? [start + end, `${start}${end}h`] : [start + end]));
}

/** Before i and ü the Post kept k, h, ts and s, which Mandarin has made j, q and x. */
export function postalOf(pinyin: string): string[] {
  const { initial, final } = take(pinyin);
  const wade = wadeGilesOf(pinyin);
  const old = { j: ['k', 'ts'], q: ['k', 'ts'], x: ['h', 's'] }[initial];
  const spellings = [...wade, ...(POSTAL_SYLLABLES[pinyin] ?? [])];
  for (const start of old ?? []) spellings.push(...wadeFinals(initial, final).map((end) => start + end));
  return [...spellings, ...spellings.map((spelling) => spelling.replace(/(?<=[a-z])u(?=[aeio])/, 'w'))];
}

export function palladiusOf(pinyin: string): string[] {
  const { initial, final } = take(pinyin);
  const start = PALLADIUS_INITIALS[initial] ?? '';
  const end = palladiusFinal(initial, final);
  const exact = start + end;
  const older = new Set([exact, ...(PALLADIUS_HABITS[pinyin] ?? [])]);
  if (start !== '' && end.includes('э')) older.add(start + end.replace('э', 'е'));
  if (end.endsWith('юэ')) older.add(start + end.replace('юэ', 'юе'));
  if (start !== '' && final === 'eng') older.add(`${start}ын`);
  if (initial === 'q' && final === 'ing') older.add('цын');
  if (initial === 'w') older.add(exact.replace('в', 'у'));
  if (final === 'e' && ['g', 'k', 'h'].includes(initial)) older.add(`${start}о`);
  if (final === 'uo') older.add(`${start}уо`);
  return Array.from(older);
}

const INITIALS = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/;

function take(pinyin: string): { initial: string; final: string } {
  const [initial = ''] = INITIALS.exec(pinyin) ?? [];
  return { initial, final: pinyin.slice(initial.length) };
}

const WADE_INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  zh: 'ch',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  z: 'ts',
  c: 'ts',
  r: 'j',
  y: '',
};

function wadeFinals(initial: string, final: string): string[] {
  if (initial === 'y') return WADE_Y[final] ?? [final === 'i' ? 'i' : `y${final}`];
  if (final === 'e' && ['g', 'k', 'h'].includes(initial)) return ['o', 'e'];
  if (final === 'uo') return ['g', 'k', 'h', 'sh'].includes(initial) ? ['uo'] : ['o', 'uo'];
  if (final === 'ui' && ['g', 'k'].includes(initial)) return ['uei', 'ui', 'wei'];
  const plain = final.replace('ü', 'u');
  return WADE_FINALS[plain] ?? [plain];
}

const WADE_FINALS: Readonly<Record<string, string[]>> = {
  ian: ['ien'],
  ie: ['ieh'],
  ue: ['ueh'],
  ong: ['ung', 'oong'],
  iong: ['iung'],
  er: ['erh'],
};
/** What is written as y and a final in pinyin. */
const WADE_Y: Readonly<Record<string, string[]>> = {
  i: ['i', 'yi'],
  an: ['yen'],
  e: ['yeh'],
  ou: ['yu'],
  ong: ['yung'],
  ue: ['yueh'],
  ai: ['yai'],
};
const POSTAL_SYLLABLES: Readonly<Record<string, string[]>> = {
  bei: ['pe', 'peh'],
  ze: ['tze'],
  zhou: ['chow'],
  fu: ['foo'],
  su: ['soo'],
  kou: ['kow'],
  hou: ['how'],
  wu: ['woo'],
  hu: ['hoo'],
};

const PALLADIUS_INITIALS: Readonly<Record<string, string>> = {
  b: 'б',
  p: 'п',
  m: 'м',
  f: 'ф',
  d: 'д',
  t: 'т',
  n: 'н',
  l: 'л',
  g: 'г',
  k: 'к',
  h: 'х',
  j: 'цз',
  q: 'ц',
  x: 'с',
  zh: 'чж',
  ch: 'ч',
  sh: 'ш',
  r: 'ж',
  z: 'цз',
  c: 'ц',
  s: 'с',
};

function palladiusFinal(initial: string, final: string): string {
  if (initial === 'y') return PALLADIUS_Y[final] ?? final;
  if (initial === 'w') return final === 'u' ? 'у' : `в${PALLADIUS_FINALS[final] ?? ''}`;
  if (['z', 'c', 's'].includes(initial) && final === 'i') return 'ы';
  if (['j', 'q', 'x'].includes(initial) && final.startsWith('u'))
    return PALLADIUS_FINALS[final.replace('u', 'ü')] ?? '';
  if (initial === 'h' && final === 'ui') return 'уэй';
  return PALLADIUS_FINALS[final] ?? '';
}

const PALLADIUS_FINALS = spelled(
  'a а,o о,e э,er эр,i и,u у,ü юй,ai ай,ei эй,ao ао,ou оу,an ань,en энь,ang ан,eng эн,ong ун,ia я,ie е,iao яо,iu ю,ian янь,' +
    'in инь,iang ян,ing ин,iong юн,ua уа,uo о,uai уай,ui уй,uan уань,un унь,uang уан,üe юэ,üan юань,ün юнь',
);
const PALLADIUS_Y = spelled(
  'i и,a я,o йо,e е,ao яо,ou ю,an янь,in инь,ang ян,ing ин,ong юн,u юй,ue юэ,uan юань,un юнь,ai яй',
);
/** Spellings that are older than Palladius or beside him: Пекин, Нанкин, Хой for Хуэй. */
const PALLADIUS_HABITS: Readonly<Record<string, string[]>> = {
  jing: ['кин'],
  bei: ['пе'],
  hui: ['хуй', 'хой', 'хуэ'],
  wei: ['уэй', 'вей'],
  hua: ['хва'],
};

function spelled(table: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    table.split(',').map((entry): [string, string] => {
      const [final = '', letters = ''] = entry.split(' ');
      return [final, letters];
    }),
  );
}
