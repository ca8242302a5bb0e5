import { nameKeys, nameMentions } from '../language/name-keys.ts';

/**
 * Keys of a name as it is asked for: in the form that stands in records, or inflected as it stands in texts. Words
 * of several scripts are no name, and a name in Han or Hangul is no longer than one is: of a part the rest
 * would be lost.
 */
export function spellingKeys(name: string): readonly string[] {
  const joined = name.replace(/\s+/g, '');
  if (HAN_OR_HANGUL.test(joined)) {
    const isOneName = (ONLY_HAN.test(joined) || ONLY_HANGUL.test(joined)) && joined.length <= LONGEST;
    return isOneName ? nameKeys(joined) : [];
  }
  const capitals = name.replace(/(?<![\p{L}\p{M}'’-])\p{Ll}/gu, (letter) => letter.toUpperCase());
  const whole = nameMentions(capitals).filter(({ start, end }) => start === 0 && end === capitals.length);
  return [...new Set([...nameKeys(name), ...whole.flatMap(({ keys }) => keys)])];
}

const HAN_OR_HANGUL = /[\p{Script=Han}\p{Script=Hangul}]/u;
const ONLY_HAN = /^\p{Script=Han}+$/u;
const ONLY_HANGUL = /^\p{Script=Hangul}+$/u;
/** Two of the surname and two of the given name. */
const LONGEST = 4;
