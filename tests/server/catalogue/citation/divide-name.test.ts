import { describe, expect, it } from 'vitest';
import { citedName, invertedName, naturalName } from '../../../../server/catalogue/citation/cited-name.ts';
import { divideName } from '../../../../server/catalogue/citation/divide-name.ts';

describe('a name whose order is known', () => {
  it.each([
    ['Shtykov, Terenty', 'Shtykov', 'Terenty'],
    ['Terenty Shtykov', 'Shtykov', 'Terenty'],
    ['T. F. Shtykov', 'Shtykov', 'T. F.'],
    ['Штыков Т.Ф.', 'Штыков', 'Т. Ф.'],
    ['Joseph V. Stalin', 'Stalin', 'Joseph V.'],
    ['Терентий Фомич Штыков', 'Штыков', 'Терентий Фомич'],
    ['Штыков Терентий Фомич', 'Штыков', 'Терентий Фомич'],
    ['Otto von Bismarck', 'von Bismarck', 'Otto'],
    ['Jean-Paul Sartre', 'Sartre', 'Jean-Paul'],
  ])('%s is divided', (name, family, given) => {
    expect(divideName(name)).toEqual({ family, given });
  });
});

describe('a name whose order is not known', () => {
  it.each([
    ["Ol'shanikov"],
    ['Kim Il Sung'],
    ['Pak Hŏn-yŏng'],
    ['Mao Zedong'],
    ['Ho Chi Minh'],
    ['Nagy Imre'],
    ['River Commission'],
    ['Ministry of Foreign Affairs, First Department'],
    ['Rosa Luxemburg Foundation'],
    ['Министерство иностранных дел'],
    ['Adela Specimen (fictional)'],
    ['Robert Brown Jr.'],
    ['毛泽东'],
    ['김일성'],
    [''],
  ])('%s stays whole', (name) => {
    expect(divideName(name)).toBeUndefined();
  });

  it('is never turned around where the record has it in a language that puts the family first', () => {
    for (const name of [
      { en: ['Kim, Il Sung'], ko: ['김일성'] },
      { en: ['Kim Il Sung'], zh: ['金日成'] },
    ]) {
      const kim = citedName(name, 'en');
      expect(kim && [naturalName(kim), invertedName(kim)]).toEqual(['Kim Il Sung', 'Kim Il Sung']);
    }
    const anna = citedName({ en: ['Anna Kim'], none: ['安娜'] }, 'en');
    expect(anna && invertedName(anna)).toBe('Anna Kim');
  });
});
