import { nameKeys, nameMentions } from '../language/name-keys.ts';

/** Keys of a name as it is asked for: in the form that stands in records, or inflected as it stands in texts. */
export function spellingKeys(name: string): readonly string[] {
  const capitals = name.replace(/(?<![\p{L}\p{M}'’-])\p{Ll}/gu, (letter) => letter.toUpperCase());
  const whole = nameMentions(capitals).filter(({ start, end }) => start === 0 && end === capitals.length);
  return [...new Set([...nameKeys(name), ...whole.flatMap(({ keys }) => keys)])];
}
