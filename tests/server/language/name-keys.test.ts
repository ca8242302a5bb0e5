import { describe, expect, it } from 'vitest';
import { nameKeys, nameMentions } from '../../../server/language/name-keys.ts';

/** Whether the name, asked for, is found where it stands in running text. */
function finds(name: string, text: string): boolean {
  const mentioned = new Set(nameMentions(text).flatMap(({ keys }) => keys));
  return nameKeys(name).some((key) => mentioned.has(key));
}

function allFindEachOther(names: readonly string[]): void {
  for (const asked of names) {
    for (const sought of names) expect(finds(asked, `(${sought})`), `${asked} finds ${sought}`).toBe(true);
  }
}

describe('names of Koreans', () => {
  it('are one name in Russian, English, hangul and hanja', () => {
    allFindEachOther(
      'Pak Il-u|Pak Il U|Pak Ir-u|Park Il-woo|Bak Iru|Пак Ир У|Пак Ир-у|Пак Иру|박일우|朴一禹'.split('|'),
    );
    allFindEachOther('Kim Il Sung|Kim Ir Sen|Kim Ilsŏng|Gim Ilseong|Ким Ир Сен|김일성|金日成'.split('|'));
    allFindEachOther('Choe Yong-gon|Ch’oe Yonggŏn|Цой Ен Ген|최용건|崔庸健'.split('|'));
  });

  it('are found whatever Seoul or Pyongyang does with initial r', () => {
    allFindEachOther('Ri Sŭng-man|Yi Sung-man|Lee Seung-man|Ли Сын Ман|리승만|이승만'.split('|'));
    allFindEachOther('Roh Moo-hyun|No Muhyeon|로무현|盧武鉉'.split('|'));
  });

  it('are found with the surname last, or joined by hyphens as in old prints', () => {
    expect(finds('李承晩', 'President Syngman Rhee said')).toBe(true);
    expect(finds('박일우', 'Пак-Ир-У заявил')).toBe(true);
  });

  it('are not the names of others of the same family', () => {
    expect(finds('Kim Il Sung', 'Kim Tu-bong and Kim Chaek')).toBe(false);
    expect(finds('김웅', '김책은')).toBe(false);
  });
});

describe('names of Chinese', () => {
  it('are one name in pinyin, Wade-Giles, Palladius, simplified and traditional characters', () => {
    allFindEachOther('Zhou Enlai|Zhōu Ēnlái|Chou En-lai|Чжоу Эньлай|Чжоу Энь-лай|周恩来|周恩來'.split('|'));
    allFindEachOther('Mao Zedong|Mao Tse-tung|Мао Цзэдун|Мао Цзе-дун|毛泽东|毛澤東'.split('|'));
    allFindEachOther('Peng Dehuai|P’eng Tê-huai|Peng Teh-huai|Пэн Дэхуай|Пын Дэ-хуай|彭德懷'.split('|'));
  });

  it('have the Korean reading of their characters too', () => {
    expect(finds('모택동', '毛泽东')).toBe(true);
  });
});

describe('names of places', () => {
  it('are one name in every system', () => {
    allFindEachOther('Pyongyang|P’yŏngyang|Pyeongyang|Pjöngjang|Phenian|Пхеньян|평양|平壤'.split('|'));
    allFindEachOther('Tianjin|Tientsin|Тяньцзинь|天津'.split('|'));
    allFindEachOther('Xi’an|Sian|Сиань|西安'.split('|'));
    allFindEachOther('Seoul|Sŏul|Сеул|서울'.split('|'));
  });

  it('are found under names that no rule gives', () => {
    allFindEachOther('Shenyang|Mukden|Мукден|沈阳|瀋陽'.split('|'));
    allFindEachOther('Guangzhou|Canton|Кантон|廣州'.split('|'));
  });

  it('are found with and without what they are', () => {
    allFindEachOther('Amnok|Amnokkang|Амноккан|압록강'.split('|'));
    expect(finds('Yalu River', '鸭绿江')).toBe(true);
  });
});

describe('names of Europeans', () => {
  it('are one name in Cyrillic and in English, German, French and scientific spelling', () => {
    allFindEachOther('Штыков|Shtykov|Štykov|Schtykow'.split('|'));
    allFindEachOther('Хрущёв|Хрущев|Khrushchev|Hruščëv|Hruŝëv|Chruschtschow|Khrouchtchev'.split('|'));
    allFindEachOther('Вышинский|Vyshinsky|Vyshinskii|Vyšinskij|Wischinski|Wyschinski|Vychinski'.split('|'));
  });

  it('are found in every case of Russian, and with an English possessive', () => {
    for (const text of ['речь Сталина', 'письмо Сталину', 'со Сталиным', 'о Сталине']) {
      expect(finds('Stalin', text), text).toBe(true);
    }
    for (const text of ['слова Вышинского', 'к Вышинскому', 'с Вышинским']) {
      expect(finds('Vyshinsky', text), text).toBe(true);
    }
    expect(finds('Мао Цзэдун', 'речь Мао Цзэдуна')).toBe(true);
    expect(finds('平壤', 'из Пхеньяна в Пекин')).toBe(true);
    expect(finds('Москва', 'в Москве')).toBe(true);
    expect(finds('Сталин', "Stalin's letter")).toBe(true);
  });
});

describe('what is no name', () => {
  it('has no keys where a word begins with lower case', () => {
    expect(nameMentions('дорога в город, a road to town')).toEqual([]);
  });

  it('is not found by a word that only sounds a little alike', () => {
    for (const other of ['Stallion', 'Станция', 'Steel', 'Сталь'])
      expect(finds('Stalin', other), other).toBe(false);
    for (const other of ['Mosque', 'Мост', 'Masque']) expect(finds('Moscow', other), other).toBe(false);
    for (const other of ['Торги', 'Dora', 'Durga']) expect(finds('Дорога', other), other).toBe(false);
  });

  it('of one short syllable is found only as it is written', () => {
    expect(nameKeys('Пак')).toEqual(nameKeys('Pak'));
    expect(finds('Пак', 'Bak, Back, Bach, Pag')).toBe(false);
  });
});

describe('mentions', () => {
  it('say where they stand, in UTF-16 units', () => {
    const text = '𝒜: вчера Пак Ир-у прибыл';
    const key = nameKeys('박일우').find((each) => each === 'k0pak0iru') ?? '';
    const found = nameMentions(text).find(({ keys }) => keys.includes(key));
    expect(text.slice(found?.start, found?.end)).toBe('Пак Ир-у');
  });

  it('go over the end of a line, and not over a comma', () => {
    expect(finds('Pak Il-u', 'Comrade Pak\nIl-u')).toBe(true);
    expect(finds('Pak Il-u', 'Pak, Il-u')).toBe(false);
  });

  it('end before a Korean particle, and within a run of Han', () => {
    expect(finds('Pak Il-u', '박일우는 말하였다')).toBe(true);
    expect(finds('Kim Il Sung', '사진은 김 일성의')).toBe(true);
    expect(finds('Kim Il Sung', '昨日金日成會見了代表團')).toBe(true);
  });

  it('have keys of lower-case letters and digits alone', () => {
    const text = 'P’yŏngyang, Пхеньян, 平壤, 평양, Ильич’s Ὀδυσσεύς, Łódź, İstanbul';
    const keys = nameMentions(text).flatMap((mention) => mention.keys);
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) expect(key).toMatch(/^[ekmx]0[\p{Ll}0-9]+$/u);
  });
});

describe('hostile input', () => {
  const repeated = (text: string) => text.repeat(Math.ceil(10_000 / text.length));

  it('of nothing, of punctuation and of lone surrogates has no keys', () => {
    for (const text of ['', ' ', '-’-.', repeated('’-'), repeated('\ud800'), '\udc00'.repeat(3)]) {
      expect(nameKeys(text)).toEqual([]);
      expect(nameMentions(text)).toEqual([]);
    }
  });

  it('of any kind has few keys for its length', () => {
    for (const text of [
      'A',
      'Aa',
      'A-',
      "A'",
      'A. ',
      'Na ',
      'Ng',
      'Ли ',
      'Цзе',
      'e\u0301',
      'Ыа-',
      '李',
      '김',
      '金日',
      '가 ',
      '😀A',
    ]) {
      const keys = nameMentions(repeated(text)).flatMap((mention) => mention.keys);
      expect(keys.length, text).toBeLessThan(120_000);
      for (const key of keys) expect(key.length).toBeLessThan(400);
      expect(nameKeys(repeated(text)).length, text).toBeLessThan(20);
    }
  });
});
