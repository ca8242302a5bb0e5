import { remembered } from './remembered.ts';

/**
 * What a Russian name in some case may be in the nominative: `word` itself first, then what is left when an ending of names
 * is taken off. Only endings that the name's own last letters allow (Zaliznyak's types of surnames and hard and soft stems);
 * fleeting vowels (Орёл, Орла) and plurals in -ы are not covered. Lower case.
 */
export const russianNominatives = remembered((word: string): string[] => {
  if (!/^[а-яё'-]{4,40}$/.test(word)) return [word];
  const found = new Set([word]);
  for (const [ending, nominatives] of ENDINGS) {
    const match = ending.exec(word);
    if (match === null) continue;
    const stem = word.slice(0, match.index);
    if (!/[аеёиоуыэюя]/.test(stem) || stem.length < 3) continue;
    for (const nominative of nominatives) found.add(stem + nominative);
    break;
  }
  return Array.from(found);
});

const CONSONANT = '[бвгджзклмнпрстфхцчшщ]';

/** In this order: the first that fits is the one. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=[сц]к)(?:ого|ому|им|ом)$/, ['ий']],
  [/(?<=[сц]к)(?:ой|ую)$/, ['ая']],
  [/(?<=[гк])(?:ого|ому|им|ом)$/, ['ий']],
  [/(?<=(?:ов|ев|ёв|ин|ын))ым$/, ['']],
  [/(?<=(?:ов|ев|ёв|ин|ын))ой$/, ['а']],
  [/(?<=и)(?:и|ю|ей|ем)$/, ['я', 'й']],
  [/(?<=и)я$/, ['й']],
  [/(?<=[аеёоуыэюя])(?:я|ю|ем|е|и)$/, ['й']],
  [new RegExp(`(?<=${CONSONANT})(?:ом)$`), ['']],
  [new RegExp(`(?<=${CONSONANT})(?:ой)$`), ['а']],
  [new RegExp(`(?<=${CONSONANT})(?:ы)$`), ['а']],
  [new RegExp(`(?<=${CONSONANT})(?:у|е)$`), ['', 'а']],
  [new RegExp(`(?<=${CONSONANT})(?:а)$`), ['']],
  [new RegExp(`(?<=[лнрстзм])(?:я|ю|ем|и)$`), ['ь']],
];
