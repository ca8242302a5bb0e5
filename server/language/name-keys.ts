import { withExonyms } from './exonyms.ts';
import { hanKeys, hanStretches } from './han-names.ts';
import { hangulKeys, hangulLengths } from './hangul-names.ts';
import { nameWords, queryWords, type NameWord } from './name-words.ts';
import { russianNominatives } from './russian-nominative.ts';
import { exactKey, keysOfWord, keysOfWords } from './word-keys.ts';

/**
 * Names under any spelling. A query and a mention are the same name, as far as spelling tells, when they share a key.
 *
 * A key is of lower-case letters and digits, so that any tokeniser leaves it whole:
 *
 *     k0pak0iru      a Korean's name: surname, given name       Pak Il-u, Пак Ир У, 박일우, 朴一禹
 *     k0ponan        a Korean place, or a name of one word      P'yŏngyang, Пхеньян, 평양, 平壤
 *     m0mao0zetong   the same in Mandarin                       Mao Tse-tung, Мао Цзэдун, 毛澤東
 *     e0wtikov       any name by its letters                    Shtykov, Štykov, Schtykow, Штыков
 *     x0pak          a word too short for that, as it is written
 *
 * Systems: BGN/PCGN, ALA-LC, ISO 9 and German and French habits for Russian (`european-key.ts`); Kontsevich, McCune-Reischauer,
 * Revised Romanization for Korean (`korean-key.ts`); Palladius, Wade-Giles, pinyin, the Chinese Post for Mandarin
 * (`mandarin-key.ts`); Unihan's readings for Han (`han-readings.ts`). What no rule gives (Canton, Mukden) is in a small table of places
 * (`exonyms.ts`); of persons there is none.
 */
export type NameMention = { start: number; end: number; keys: readonly string[] };

/** Keys of a whole name as it is asked for, in any case of letters. */
export function nameKeys(name: string): readonly string[] {
  const asked = name.slice(0, LONGEST_QUERY).normalize('NFKC');
  const words = withoutGeneric(queryWords(asked));
  const [first = ''] = words;
  const keys: string[] = [];
  if (words.length === 1) keys.push(...keysOfWord(first));
  else if (words.length > 1 && words.length <= MOST_WORDS) keys.push(...keysOfWords(words));
  const runs = Array.from(asked.matchAll(EASTERN), ([run]) => run);
  const whole = runs.join('');
  // 김 일성, but not 박일우 and what he was.
  keys.push(...(whole.length <= 4 ? [whole] : runs).flatMap(easternKeys));
  return withExonyms(keys);
}

/** Stretches of running text that may be a name. Offsets are UTF-16; stretches may overlap. */
export function nameMentions(text: string): readonly NameMention[] {
  return [...wordMentions(nameWords(text)), ...easternMentions(text)];
}

const LONGEST_QUERY = 200;
const MOST_WORDS = 4;
const HANGUL = /^[가-힣]+$/;
const EASTERN = /[가-힣]+|[\u3400-\u9fff\uf900-\ufaff]+/g;
/** 김 일성: a surname of one syllable set apart from the rest. */
const SPACED_HANGUL = /(?<![가-힣])([가-힣]) ([가-힣]{1,2})/g;
const GENERIC = new Set(
  'river mountain mountains island lake province city county bay fluss fleuve rivière река реки город гора остров провинция'.split(
    ' ',
  ),
);

/** Yalu River is asked for as Yalu. */
function withoutGeneric(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !GENERIC.has(word));
  return telling.length === 0 ? words : telling;
}

function easternKeys(characters: string): string[] {
  if (characters.length < 2) return exactKey(characters);
  if (characters.length > 5) return [];
  return HANGUL.test(characters) ? hangulKeys(characters) : hanKeys(characters);
}

function wordMentions(words: readonly NameWord[]): NameMention[] {
  const mentions: NameMention[] = [];
  words.forEach((last, index) => {
    const nominatives = russianNominatives(last.word);
    const keys = nominatives.flatMap(keysOfWord);
    if (!last.initial) mentions.push(mention(last, last, keys));
    for (let length = 2; length <= Math.min(MOST_WORDS, last.before + 1); length += 1) {
      const window = words.slice(index - length + 1, index + 1);
      const [first = last] = window;
      const found = windowKeys(window.map(({ word }) => word));
      if (found.length > 0) mentions.push(mention(first, last, found));
    }
  });
  return mentions;
}

/** Russian declines every word of a name, or the last alone (Мао Цзэдуна). */
function windowKeys(words: readonly string[]): string[] {
  const each = words.map(russianNominatives);
  const most = Math.max(...each.map(({ length }) => length));
  const readings = Array.from({ length: most }, (_, index) =>
    each.map(
      (nominatives, position) =>
        nominatives[Math.min(index, nominatives.length - 1)] ?? words[position] ?? '',
    ),
  );
  const alone = (each.at(-1) ?? []).slice(1).map((nominative) => [...words.slice(0, -1), nominative]);
  const distinct = new Map([...readings, ...alone].map((reading) => [reading.join(' '), reading]));
  return Array.from(distinct.values()).flatMap(keysOfWords);
}

function mention(first: NameWord, last: NameWord, keys: readonly string[]): NameMention {
  return { start: first.start, end: last.end, keys: withExonyms(keys) };
}

function easternMentions(text: string): NameMention[] {
  const mentions: NameMention[] = [];
  const add = (start: number, length: number, keys: readonly string[]) => {
    if (keys.length > 0) mentions.push({ start, end: start + length, keys: withExonyms(keys) });
  };
  for (const { 0: run, index } of text.matchAll(EASTERN)) {
    if (HANGUL.test(run)) {
      for (const length of hangulLengths(run)) add(index, length, hangulKeys(run.slice(0, length)));
    } else {
      for (const { start, length } of hanStretches(run)) {
        add(index + start, length, hanKeys(run.slice(start, start + length)));
      }
    }
  }
  for (const { 0: found, 1: surname = '', 2: given = '', index } of text.matchAll(SPACED_HANGUL)) {
    add(
      index,
      found.length,
      hangulKeys(surname + given).filter((key) => key.split('0').length === 3),
    );
  }
  return mentions;
}
