import { seededRandom, type Random } from '../../../scripts/specimens/random.ts';
import type { LanguageMap } from '../../../server/model/language-map.ts';
import type { MadeUpLanguage } from './vocabulary.ts';
import { Zipf } from './zipf.ts';

/** One name in four scripts, as Cyrillic names are written in the others; in Russian with its cases. */
export type MadeUpName = Record<MadeUpLanguage, string> & { russianForms: readonly string[] };

/** So many names, some of them much more often than others. */
export class MadeUpNames {
  readonly names: readonly MadeUpName[];
  readonly #zipf: Zipf;

  constructor(count: number, kind: 'person' | 'place') {
    const random = seededRandom(kind === 'person' ? 2000 : 200);
    const made = new Map<string, MadeUpName>();
    while (made.size < count) {
      const name = makeName(kind === 'person' ? SURNAMES : TOWNS, random);
      made.set(name.ru, name);
    }
    this.names = [...made.values()];
    this.#zipf = new Zipf(count);
  }

  draw(random: Random): MadeUpName {
    const name = this.names[this.#zipf.draw(random)];
    if (name === undefined) throw new Error('There are no names');
    return name;
  }
}

export function nameMap({ ru, en, ko, zh }: MadeUpName): LanguageMap {
  return { ru: [ru], en: [en], ko: [ko], zh: [zh] };
}

type Part = readonly [ru: string, en: string, ko: string, zh: string];

const SYLLABLES: readonly Part[] = [
  ['ба', 'ba', '바', '巴'],
  ['ко', 'ko', '코', '科'],
  ['ли', 'li', '리', '利'],
  ['мар', 'mar', '마르', '马尔'],
  ['ви', 'vi', '비', '维'],
  ['со', 'so', '소', '索'],
  ['но', 'no', '노', '诺'],
  ['та', 'ta', '타', '塔'],
  ['ги', 'gi', '기', '吉'],
  ['де', 'de', '데', '德'],
  ['ра', 'ra', '라', '拉'],
  ['ло', 'lo', '로', '洛'],
  ['ме', 'me', '메', '梅'],
  ['ку', 'ku', '쿠', '库'],
  ['па', 'pa', '파', '帕'],
  ['ши', 'shi', '시', '希'],
  ['же', 'zhe', '제', '热'],
  ['фе', 'fe', '페', '费'],
  ['ту', 'tu', '투', '图'],
  ['ва', 'va', '바', '瓦'],
];

type Ending = { part: Part; cases: readonly string[] };

const NOUN = ['', 'а', 'у', 'ом', 'е'];
const SURNAMES: readonly Ending[] = [
  { part: ['ов', 'ov', '오프', '夫'], cases: ['', 'а', 'у', 'ым', 'е'] },
  { part: ['ев', 'ev', '예프', '耶夫'], cases: ['', 'а', 'у', 'ым', 'е'] },
  { part: ['ин', 'in', '인', '因'], cases: ['', 'а', 'у', 'ым', 'е'] },
  { part: ['ск', 'sk', '스키', '斯基'], cases: ['ий', 'ого', 'ому', 'им', 'ом'] },
  { part: ['енко', 'enko', '엔코', '延科'], cases: [''] },
  { part: ['ян', 'yan', '얀', '扬'], cases: NOUN },
  { part: ['швили', 'shvili', '시빌리', '什维利'], cases: [''] },
  { part: ['ман', 'man', '만', '曼'], cases: NOUN },
];
const TOWNS: readonly Ending[] = [
  { part: ['град', 'grad', '그라드', '格勒'], cases: NOUN },
  { part: ['инск', 'insk', '인스크', '因斯克'], cases: NOUN },
];

function makeName(endings: readonly Ending[], random: Random): MadeUpName {
  const one = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random.next() * list.length)] ?? fallback;
  const [first, second] = [one(SYLLABLES, NO_PART), one(SYLLABLES, NO_PART)];
  const { part, cases } = one(endings, { part: NO_PART, cases: [''] });
  const [ru, en, ko, zh] = part.map(
    (ending, script) => (first[script] ?? '') + (second[script] ?? '') + ending,
  );
  const [stem, latin] = [capitalised(ru ?? ''), capitalised(en ?? '')];
  return {
    ru: stem + (cases[0] ?? ''),
    en: latin + (cases[0] === 'ий' ? 'ii' : ''),
    ko: ko ?? '',
    zh: zh ?? '',
    russianForms: cases.map((ending) => stem + ending),
  };
}

const NO_PART: Part = ['', '', '', ''];

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
