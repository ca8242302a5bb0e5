import { MANDARIN_READINGS, SINO_KOREAN_READINGS } from './han-readings-data.ts';

/** Every syllable of Mandarin that a character of the table has, as pinyin without tones; but for the grunt 嗯. */
export function mandarinSyllables(): string[] {
  return Array.from(new Set(mandarin.values())).filter((syllable) => syllable !== 'n');
}

/** Pinyin without tones of each character; undefined where one is not known. `otherwise` gives names their own reading. */
export function readMandarin(characters: readonly string[], otherwise = false): string[] | undefined {
  return readAll(
    characters,
    (character) => (otherwise ? IN_NAMES.get(character) : undefined) ?? mandarin.get(character),
  );
}

/** Hangul of each character, as Koreans read it; undefined where one is not known. */
export function readSinoKorean(characters: readonly string[]): string[] | undefined {
  return readAll(characters, (character) => sinoKorean.get(character));
}

export function readOtherwiseInNames(character: string): boolean {
  return IN_NAMES.has(character);
}

const mandarin = byCharacter(MANDARIN_READINGS);
const sinoKorean = byCharacter(SINO_KOREAN_READINGS);

/** Surnames and syllables of places that are not read as the character mostly is. */
const IN_NAMES = new Map(
  '朴piao 单shan 單shan 曾zeng 解xie 查zha 乐yue 樂yue 区ou 區ou 仇qiu 盖ge 蓋ge 覃qin 翟zhai 都du 厦xia 廈xia 六lu 尉yu 阿e 秘bi'
    .split(' ')
    .map((entry): [string, string] => [entry.slice(0, 1), entry.slice(1)]),
);

function byCharacter(table: string): ReadonlyMap<string, string> {
  const readings = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [reading = '', characters = ''] = line.split(' ');
    for (const character of characters) readings.set(character, reading);
  }
  return readings;
}

function readAll(
  characters: readonly string[],
  reading: (character: string) => string | undefined,
): string[] | undefined {
  const readings: string[] = [];
  for (const character of characters) {
    const one = reading(character);
    if (one === undefined) return undefined;
    readings.push(one);
  }
  return readings;
}
