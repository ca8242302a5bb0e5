import type { LanguageMap } from '../../model/language-map.ts';
import { GIVEN_NAMES } from './given-names.ts';

/**
 * Family and given name where something in the name proves their order: a comma, initials, a patronymic, a given name
 * that cannot be taken for a family's. Undefined otherwise: `Kim Il Sung` is no Mr Sung, and a commission has no given name.
 */
export function divideName(value: string): Division | undefined {
  if (isInstitution(value)) return undefined;
  const comma = /^([^,]+), ([^,]+)$/u.exec(value);
  if (comma !== null) return divided(comma[1], comma[2]);
  if (/[^\p{L}\p{M}'’ʹʼ‘`.\- ]/u.test(value)) return undefined;
  const words = value.replace(/\.(?=\p{L})/gu, '. ').split(/ +/);
  if (words.length < 2 || words.length > 5 || SUFFIX.test(words.at(-1) ?? '')) return undefined;
  return byInitials(words) ?? byPatronymic(words) ?? byGivenName(words);
}

export type Division = { family: string; given: string };

function divided(family = '', given = ''): Division | undefined {
  return family === '' || given === '' ? undefined : { family, given };
}

const INITIAL = /^\p{Lu}\p{M}?\.(?:-\p{Lu}\.)?$/u;

/** `T. F. Shtykov`, `Shtykov T. F.`; of `Joseph V. Stalin` the initial stands in the midst of the given names. */
function byInitials(words: readonly string[]): Division | undefined {
  const first = words.findIndex((word) => INITIAL.test(word));
  if (first < 0) return undefined;
  const last = words.findLastIndex((word) => INITIAL.test(word));
  if (last < words.length - 1)
    return divided(words.slice(last + 1).join(' '), words.slice(0, last + 1).join(' '));
  return divided(words.slice(0, first).join(' '), words.slice(first).join(' '));
}

/** Not Serbian surnames, which end so too: a patronymic stands in the midst of three words, or ends three. */
const PATRONYMIC = /(?:ович|евич|ьич|мич|овна|евна|ична|ovich|evich|['ʹ’y]ich|ovna|evna|ichna|mich)$/u;

function byPatronymic(words: readonly string[]): Division | undefined {
  const [a = '', b = '', c = ''] = words;
  if (words.length !== 3) return undefined;
  if (PATRONYMIC.test(b)) return divided(c, `${a} ${b}`);
  return PATRONYMIC.test(c) && !isGiven(a) ? divided(a, `${b} ${c}`) : undefined;
}

function byGivenName(words: readonly string[]): Division | undefined {
  const last = words.at(-1) ?? '';
  if (!isGiven(words[0] ?? '') || isGiven(last)) return undefined;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  return divided(words.slice(start).join(' '), words.slice(0, start).join(' '));
}

function isGiven(word: string): boolean {
  return GIVEN_NAMES.has((word.split('-')[0] ?? '').toLowerCase());
}

const PARTICLES = new Set('von van der den de du da di la le zu af av ter фон де дер ван'.split(' '));
const SUFFIX = /^(?:jr|sr|[iv]+)\.?$/iu;
const FAMILY_FIRST = /^(?:ko|zh|ja|vi|hu)(?:-|$)/;

/** Whether the record has the name in a language, or in a script, that puts the family first. */
export function isFamilyFirst(name: LanguageMap): boolean {
  return Object.entries(name).some(
    ([language, values]) =>
      (FAMILY_FIRST.test(language) && values.length > 0) ||
      values.some((value) =>
        /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(value),
      ),
  );
}

/** Whether words are in the name that persons' names do not have. */
export function isInstitution(value: string): boolean {
  return INSTITUTION.test(value);
}

const INSTITUTION =
  /(?<!\p{L})(?:ministry|committee|commission|council|department|institute|foundation|embassy|legation|government|party|bureau|office|agency|academy|university|union|army|staff|division|archives?|centre|center|society|association|company|board|court|command|the|of|and|for|министерство|комитет|комиссия|совет|отдел|управление|посольство|миссия|правительство|партия|бюро|институт|академия|штаб|и)(?!\p{L})/iu;
