import { koreanKeysOfHangul } from './korean-key.ts';
import { mandarinKeyOf } from './mandarin-key.ts';
import { readMandarin } from './han-readings.ts';

/**
 * The commonest surnames of Chinese (a good nine tenths of people) and of Koreans (nearly all), by which a name is told from other words: from
 * general knowledge of the censuses. Characters begin a name where one of these stands.
 */
export function beginsWithHanSurname(first = '', second = ''): number {
  if (HAN_DOUBLE.has(first + second)) return 2;
  return HAN.has(first) ? 1 : 0;
}

/** How many syllables of the hangul are a surname: 1, 2, or 0. */
export function beginsWithHangulSurname(hangul: string): number {
  if (HANGUL_DOUBLE.has(hangul.slice(0, 2))) return 2;
  return HANGUL.has(hangul.slice(0, 1)) ? 1 : 0;
}

export function isMandarinSurname(sounds: string): boolean {
  return MANDARIN_SOUNDS.has(sounds);
}

export function isKoreanSurname(sounds: string): boolean {
  return KOREAN_SOUNDS.has(sounds);
}

const HAN = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董袁潘于蔣蒋蔡余杜葉叶程苏蘇魏吕呂丁任卢盧姚沈钟鍾鐘姜' +
    '崔谭譚陆陸范範汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱江尹薛闫閆段雷侯龙龍史陶黎贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向汤湯聂聶粟张康瞿贝習习耿饒饶伍滕' +
    '朴鄭洪柳安申權权裵裴趙南池卞奇楚許許玄明太方都元魚千片葛嚴車车具閔闵成辛俞愈愼慎表呂印邢' +
    '华華乔喬章薄阎閻翁鲁魯葛岳祝凌霍阮祁娄婁童颜顏梅盛丘骆駱包左屈柯卓项項温溫牛靳卜甘谷蒲柴蓝藍苗季倪施詹庄莊赖賴符冷裴佟荣榮欧歐褚涂敖隋桂鞠晏饶粟滕柏窦竇戚邬鄔葉冼聶刁桑',
);
const HAN_DOUBLE = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 尉迟 尉遲 皇甫 长孙 長孫 南宫 南宮 鮮于 鲜于 獨孤 独孤'.split(' '),
);
const HANGUL = new Set(
  '김이박최정강조윤장임림한오서신권황안송전홍유류고문양량손배백허남심노로하곽성차주우구민리나라진지엄채원천방공현함변염여려추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용태허무',
);
const HANGUL_DOUBLE = new Set('남궁 황보 제갈 사공 선우 독고'.split(' '));

const MANDARIN_SOUNDS = new Set(
  Array.from(HAN, (character) => readMandarin([character], true))
    .concat(Array.from(HAN_DOUBLE, (characters) => readMandarin(Array.from(characters))))
    .flatMap((syllables) => (syllables === undefined ? [] : [mandarinKeyOf(syllables).sounds])),
);
const KOREAN_SOUNDS = new Set(
  [...HANGUL, ...HANGUL_DOUBLE].flatMap((hangul) => koreanKeysOfHangul(hangul).map(({ sounds }) => sounds)),
);
