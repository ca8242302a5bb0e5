import { hanKeys } from './han-names.ts';
import { hangulKeys } from './hangul-names.ts';
import { keysOfWord, keysOfWords } from './word-keys.ts';

/** The keys, and those of the place that goes by one of them as an exonym. */
export function withExonyms(keys: readonly string[]): string[] {
  if (!keys.some((key) => PLACES.has(key))) return Array.from(new Set(keys));
  const known = new Set(keys);
  for (const key of keys) PLACES.get(key)?.forEach((other) => known.add(other));
  return Array.from(known);
}

/**
 * Places, of East Asia above all, that letters and maps of the last century call by a name that no rule of spelling gives: by dialects,
 * by Manchu and Mongol, by Japanese readings in Korea before 1945, by names that were changed. A small table from general knowledge, by the
 * Latin spelling; other alphabets meet it by its sounds.
 */
type Exonyms = readonly (readonly [place: string, ...names: string[]])[];

const IN_CHINA: Exonyms = [
  ['北京', '北平'],
  ['廣州', 'Canton'],
  ['瀋陽', 'Mukden', 'Fengtian', 'Fengtien'],
  ['旅順', 'Port Arthur', 'Ryojun'],
  ['大連', 'Dairen', 'Dalny', 'Dalni'],
  ['厦門', 'Amoy'],
  ['汕頭', 'Swatow'],
  ['香港', 'Hong Kong', 'Gonkong'],
  ['澳門', 'Macao', 'Macau', 'Makao'],
  ['臺灣', 'Formosa'],
  ['哈爾濱', 'Harbin', 'Charbin'],
  ['吉林', 'Kirin', 'Girin'],
  ['齊齊哈爾', 'Tsitsihar', 'Tsitsikar'],
  ['烏魯木齊', 'Urumchi', 'Urumqi'],
  ['承德', 'Jehol'],
  ['長春', 'Hsinking', 'Sinking'],
];

const IN_KOREA: Exonyms = [
  ['압록강', '鴨綠江'],
  ['두만강', '圖們江'],
  ['서울', 'Keijo', 'Hanseong', 'Hansong'],
  ['平壤', 'Heijo'],
  ['開城', 'Kaijo'],
  ['元山', 'Gensan', 'Genzan'],
  ['釜山', 'Fusan'],
  ['仁川', 'Jinsen', 'Chemulpo'],
  ['大邱', 'Taikyu'],
  ['大田', 'Taiden'],
  ['清津', 'Seishin', 'Seisin'],
  ['羅津', 'Rashin'],
  ['海州', 'Kaishu'],
  ['新義州', 'Shingishu', 'Singisyu'],
  ['長津', 'Chosin'],
  ['鎮南浦', 'Chinnampo'],
];

const IN_EUROPE: Exonyms = [
  ['Moskva', 'Moscow', 'Moskau', 'Moscou'],
  ['Leningrad', 'Petrograd'],
  ['Warszawa', 'Варшава', 'Warsaw', 'Warschau', 'Varsovie', 'Varshava'],
  ['Praha', 'Прага', 'Prague', 'Prag', 'Praga'],
  ['Wien', 'Вена', 'Vienna', 'Vienne', 'Vena'],
  ['Budapest', 'Budapescht'],
  ['București', 'Бухарест', 'Bucharest', 'Bukarest', 'Bucarest'],
  ['Beograd', 'Белград', 'Belgrade', 'Belgrad'],
  ['Paris', 'Париж'],
  ['London', 'Londres'],
  ['Kiev', 'Kyiv', 'Київ'],
  ['Washington', 'Вашингтон'],
  ['New York', 'Нью-Йорк'],
];

/** A place in China is not asked for by what its characters are in Korean: 廣州 would be 광주, which is another town. */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ...entries(IN_CHINA, /^m/),
  ...entries(IN_KOREA, /^k/),
  ...entries(IN_EUROPE, /^[ex]/),
]);

function entries(exonyms: Exonyms, language: RegExp): [string, readonly string[]][] {
  return exonyms.flatMap(([place, ...names]) => {
    const keys = placeKeysOf(place).filter((key) => language.test(key));
    return names.flatMap((name) => spellingKeys(name).map((key): [string, readonly string[]] => [key, keys]));
  });
}

function placeKeysOf(place: string): string[] {
  if (/[가-힣]/.test(place)) return hangulKeys(place);
  return /\p{Script=Han}/u.test(place) ? hanKeys(place) : spellingKeys(place);
}

/** Of Latin letters only what is sure; another place may be read from the same letters as Korean or Mandarin. */
function spellingKeys(name: string): string[] {
  if (/\p{Script=Han}/u.test(name)) return hanKeys(name).filter((key) => key.startsWith('m'));
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  const keys = rest.length === 0 ? keysOfWord(first) : keysOfWords([first, ...rest]);
  return keys.filter((key) => /^[ex]/.test(key)).slice(0, 1);
}
