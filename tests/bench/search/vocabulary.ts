import { seededRandom, type Random } from '../../../scripts/specimens/random.ts';
import { Zipf } from './zipf.ts';

export const MADE_UP_LANGUAGES = ['ru', 'en', 'ko', 'zh'] as const;
export type MadeUpLanguage = (typeof MADE_UP_LANGUAGES)[number];

/** Invented words of a language, the most frequent first, which are the short ones, as everywhere. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #zipf: Zipf;

  constructor(language: MadeUpLanguage) {
    const random = seededRandom(SEEDS[language]);
    const weighed = [...MAKE[language](random)].map((word) => ({
      word,
      weight: word.length + random.normal(2),
    }));
    this.words = weighed.sort((a, b) => a.weight - b.weight).map(({ word }) => word);
    this.#ranks = new Map(this.words.map((word, rank) => [word, rank]));
    this.#zipf = new Zipf(this.words.length);
  }

  draw(random: Random): string {
    return this.words[this.#zipf.draw(random)] ?? '';
  }

  /** From 0; undefined for what is no word of it. */
  rank(word: string): number | undefined {
    return this.#ranks.get(word);
  }
}

const SEEDS: Record<MadeUpLanguage, number> = { ru: 1917, en: 1066, ko: 1443, zh: 1368 };

/** Russian and English are counted by inflected forms, so that stemming finds them together. */
const MAKE: Record<MadeUpLanguage, (random: Random) => Set<string>> = {
  ru: (random) => inflected(RUSSIAN, 150_000, random),
  en: (random) => inflected(ENGLISH, 60_000, random),
  ko: (random) => joined(Array.from(HANGUL), [2, 2, 2, 3], 40_000, random),
  zh: (random) => joined(Array.from(HAN), [2], 40_000, random),
};

/** Words are a prefix, a root of consonant, vowel and consonants, a suffix, and all endings that go with it. */
type Grammar = {
  prefixes: readonly string[];
  onsets: readonly string[];
  vowels: readonly string[];
  codas: readonly string[];
  paradigms: readonly { suffixes: readonly string[]; endings: readonly string[] }[];
};

function words(text: string): string[] {
  return text.split(' ').map((word) => (word === '-' ? '' : word));
}

const RUSSIAN: Grammar = {
  prefixes: words('- - - - по пере при от вы за рас об у на про до под без'),
  onsets: words('б в г д з к л м н п р с т х ч ш бр вр гр др кр пр стр тр хл сл зн см'),
  vowels: words('а е и о у я'),
  codas: words('б в г д ж з к л м н п р с т рт ст рд нд лк рм льн мн зд рв'),
  paradigms: [
    { suffixes: words('- ник ов ист тор'), endings: words('- а у ом е ы ам ами ах') },
    { suffixes: words('- к иц от'), endings: words('а е у ой ам ами ах') },
    { suffixes: words('ени ани'), endings: words('е я ю ем и й ям ями ях') },
    { suffixes: words('ск н ов енн'), endings: words('ый ого ому ым ом ая ой ую ое ые ых ыми') },
    { suffixes: words('а ова'), endings: words('ть л ла ло ли ю ешь ет ем ете ют вший') },
    { suffixes: words('-'), endings: words('ить ил ила ило или ит им ите ят') },
    { suffixes: words('ост'), endings: words('ь и ью ей ям ями ях') },
  ],
};

const ENGLISH: Grammar = {
  prefixes: words('- - - - re un pre dis over out inter con per trans sub'),
  onsets: words('b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr sh st str th tr'),
  vowels: words('a e i o u ea oa ou ai'),
  codas: words('b ck d ft g l ll m n nd nt p r rd rk rm rt s sk ss st t tch v x'),
  paradigms: [
    { suffixes: words('- er ist ment'), endings: words('- s') },
    { suffixes: words('- en at'), endings: words('e es ed ing') },
    { suffixes: words('at ict'), endings: words('ion ions ional') },
    { suffixes: words('ful al ive'), endings: words('- ly ness') },
  ],
};

const HANGUL =
  '가각간감강개거건검결경계고공과관광교구국군권규근금급기길나남내년노농단달담당대도독동등라락람량력련령로론료류리마만망매면명모목무문물미민반발방배백법변별병보본부북분불비사산상새색생서석선설성세소속손수순술시식신실심아안압애야약양어억언업여역연열영예오옥온왕외요용우운원월위유육음응인일임입자작장재전절점정제조족종주준중즉지직진질집차찬참창책처천철청체초총최추축출충취측치친침타탄태택토통퇴투특파판패편평폐포표품풍필하학한함합해행향허혁현협형혜호혼홍화확환활황회획효후훈휴흥희';

const HAN =
  '天地人国家政府民工农业生产发展经济计划军队部长会议决定通知报告电信书函文件命令关系外交条约协定同志主席总理大使代表团边界铁路海港口机场城市乡村山河江湖东西南北中上下前后左右年月日时分春夏秋冬金木水火土石油煤钢粮食棉布医院学校教育科技术研究历史哲法律警察监狱战争和平停火撤退进攻防御空飞航坦克炮弹枪支援助贷款货币银行贸易商品价格市税收预算财务统调查登记档案馆藏原本译抄打字签名印章密级特急普通专送达收发回复请示批准意见问题情况说明附录目表图照片影声广播新闻社论评议团体组织党派选举宪章权力利益自由独立解放革命改造建设运动群众干士官兵将帅师旅营连排班';

function inflected(grammar: Grammar, count: number, random: Random): Set<string> {
  const forms = new Set<string>();
  const roots = grammar.onsets.flatMap((onset) =>
    grammar.vowels.flatMap((vowel) => grammar.codas.map((coda) => onset + vowel + coda)),
  );
  while (forms.size < count) {
    const { suffixes, endings } = one(grammar.paradigms, random);
    const stem = one(grammar.prefixes, random) + one(roots, random) + one(suffixes, random);
    for (const ending of endings) if (forms.size < count) forms.add(stem + ending);
  }
  return forms;
}

function joined(
  characters: readonly string[],
  lengths: readonly number[],
  count: number,
  random: Random,
): Set<string> {
  const all = new Set<string>();
  while (all.size < count) {
    const length = one(lengths, random);
    all.add(Array.from({ length }, () => one(characters, random)).join(''));
  }
  return all;
}

function one<T>(list: readonly T[], random: Random): T {
  const item = list[Math.floor(random.next() * list.length)];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
}
