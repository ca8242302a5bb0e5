/**
 * Revised Romanization of Korean (2000), by the rules for sounds that meet across syllables. As its §3.1.4
 * has it for nouns, k, t and p before h are written apart (`Mukho`). Sounds that only a dictionary knows are not covered.
 */
export function romanizeHangul(text: string): string {
  return text.replace(/[가-힣]+/g, (word) => romanizeWord(Array.from(word, syllableOf)));
}

/** Indices into the three tables of Unicode 3.12: initial, vowel, final (0: none). */
type Syllable = { initial: number; vowel: number; final: number };

function syllableOf(character: string): Syllable {
  const index = character.charCodeAt(0) - 0xac00;
  return { initial: Math.floor(index / 588), vowel: Math.floor(index / 28) % 21, final: index % 28 };
}

const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
/** Of each final: how it sounds when it closes, and what it leaves and gives to a vowel that follows. */
const FINALS = (
  '- - -|k - g|k - kk|k k s|n - n|n n j|n - n|t - d|l - r|k l g|m l m|l l b|l l s|l l t|p l p|l - r|m - m|p - b|' +
  'p p s|t - s|t - ss|ng ng -|t - j|t - ch|k - k|t - t|p - p|t - -'
).split('|');

const SILENT = 11;
const [N, R, M, H, I] = [2, 5, 6, 18, 20];
const [NIEUN_HIEUH, RIEUL_HIEUH, HIEUH, DIGEUT, TIEUT] = [6, 15, 27, 7, 25];
/** ㅎ makes the plain sound after it a strong one. */
const AFTER_HIEUH: ReadonlyMap<number, string> = new Map([
  [0, 'k'],
  [3, 't'],
  [12, 'ch'],
]);

function romanizeWord(syllables: readonly Syllable[]): string {
  let result = '';
  let initial: string | undefined;
  syllables.forEach((syllable, index) => {
    const next = syllables[index + 1];
    const joint = join(syllable.final, next);
    result += (initial ?? plainInitial(syllable.initial)) + (VOWELS[syllable.vowel] ?? '') + joint.final;
    initial = joint.initial;
  });
  return result;
}

function plainInitial(initial: number): string {
  return initial === SILENT ? '' : (INITIALS[initial] ?? '');
}

/** What is written for a final and the initial after it; `initial` absent: as it always is. */
function join(final: number, next: Syllable | undefined): { final: string; initial?: string } {
  const [closed = '', kept = '', given = ''] = (FINALS[final] ?? '')
    .split(' ')
    .map((part) => (part === '-' ? '' : part));
  if (next === undefined || final === 0) return { final: closed };
  if (next.initial === SILENT) {
    if (next.vowel === I && final === DIGEUT) return { final: '', initial: 'j' };
    if (next.vowel === I && final === TIEUT) return { final: '', initial: 'ch' };
    return { final: kept, initial: given };
  }
  if ([HIEUH, NIEUN_HIEUH, RIEUL_HIEUH].includes(final)) {
    const strong = AFTER_HIEUH.get(next.initial);
    const left = final === HIEUH ? '' : closed;
    if (strong !== undefined) return { final: left, initial: strong };
    if (final === HIEUH && next.initial === 9) return { final: '', initial: 's' };
  }
  if (next.initial === H && final === DIGEUT && next.vowel === I) return { final: '', initial: 'ch' };
  return assimilate(closed, next.initial);
}

function assimilate(closed: string, initial: number): { final: string; initial?: string } {
  const nasal: Readonly<Record<string, string>> = { k: 'ng', t: 'n', p: 'm' };
  if (initial === R) {
    if (closed === 'l' || closed === 'n') return { final: 'l', initial: 'l' };
    return { final: nasal[closed] ?? closed, initial: 'n' };
  }
  if (initial === N || initial === M) {
    if (closed === 'l' && initial === N) return { final: 'l', initial: 'l' };
    return { final: nasal[closed] ?? closed };
  }
  return { final: closed };
}
