import { readMandarin, readOtherwiseInNames, readSinoKorean } from './han-readings.ts';
import { hangulKeys } from './hangul-names.ts';
import { mandarinKeyOf } from './mandarin-key.ts';
import { remembered } from './remembered.ts';
import { beginsWithHanSurname } from './surnames.ts';
import { personKey, placeKeys } from './word-keys.ts';

/**
 * Stretches of a run of Han characters (all of the Basic Multilingual Plane) that may be a name: a surname and one or two characters;
 * two or three characters that end as places do. Words are not divided in Han, so most of them are no names.
 */
export function hanStretches(run: string): { start: number; length: number }[] {
  const stretches: { start: number; length: number }[] = [];
  for (let start = 0; start < run.length; start += 1) {
    const surname = beginsWithHanSurname(run.charAt(start), run.charAt(start + 1));
    for (let length = 2; length <= Math.min(4, run.length - start); length += 1) {
      const person = surname > 0 && length > surname && length <= surname + 2;
      const place = length <= 3 && PLACE_ENDINGS.has(run.charAt(start + length - 1));
      if (person || place || (length === run.length && length <= 3)) stretches.push({ start, length });
    }
  }
  return stretches;
}

/** Of the characters read as Mandarin and as Korean. */
export const hanKeys = remembered((han: string): string[] => {
  const characters = Array.from(han);
  const surname = beginsWithHanSurname(characters[0], characters[1]);
  const person = surname > 0 && characters.length > surname && characters.length <= surname + 2;
  const readings = [readMandarin(characters)];
  if (characters.some(readOtherwiseInNames)) readings.push(readMandarin(characters, true));
  const keys: string[] = [];
  for (const syllables of readings) {
    if (syllables === undefined) continue;
    const { sounds } = mandarinKeyOf(syllables);
    if (!person || PLACE_ENDINGS.has(characters.at(-1) ?? ''))
      keys.push(...placeKeys('m', sounds, syllables.length));
    if (!person) continue;
    const given = mandarinKeyOf(syllables.slice(surname));
    keys.push(personKey('m', mandarinKeyOf(syllables.slice(0, surname)).sounds, given.sounds));
  }
  const hangul = readSinoKorean(characters);
  if (hangul !== undefined) {
    const [first = '', ...rest] = hangul;
    // 金 is Kim as a surname, and Kŭm elsewhere.
    keys.push(...hangulKeys((characters[0] === '金' && person ? '김' : first) + rest.join('')));
  }
  return Array.from(new Set(keys));
});

/** What names of countries, towns, rivers and mountains in China and Korea end in, in both forms: from general knowledge of the map. */
const PLACE_ENDINGS = new Set(
  '国國省州县縣市城京都津江河湖海港口山岭嶺岛島关關东東西南北阳陽安宁寧庆慶汉漢沙林春连連顺順滨濱原平川浦邱兴興壤道门門肃肅疆藏苏蘇建康沽丰豐德昌明波化锦錦鲜鮮台臺湾灣界义義天田泉里洞峰堡镇鎮屯村溪池桥橋谷店水渊淵院',
);
