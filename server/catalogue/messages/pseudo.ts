import { PSEUDO_LANGUAGE } from '../../http/interface-language.ts';
import type { Messages } from './messages.ts';

/**
 * Messages that no language has, derived from others: longer by the half, in letters that plain English has none
 * of, and written from right to left. What still reads as English on such a page was never made a message.
 */
export function pseudoMessages(messages: Messages): Messages {
  const { folio, number } = messages;
  // Labels of leaves and numbers are no words of ours.
  return { ...derived(messages), folio, number, language: PSEUDO_LANGUAGE };
}

/** One text: `⟦` its letters with accents, vowels twice `⟧`, turned round by the marks of UAX #9 §2.2. */
export function pseudoText(text: string): string {
  const letters = Array.from(text, (letter) => STRANGE.get(letter) ?? letter).join('');
  return `\u202e⟦${letters}⟧\u202c`;
}

function derived<Source extends object>(source: Source): Source {
  return new Proxy(source, {
    // `map` and the like, which lists inherit, stay what they are.
    get: (target, key): unknown =>
      Object.hasOwn(target, key) ? derivedValue(Reflect.get(target, key)) : Reflect.get(target, key),
    // Spreading reads descriptors, whose values would be those of the source.
    getOwnPropertyDescriptor: (target, key) => {
      const found = Reflect.getOwnPropertyDescriptor(target, key);
      return found === undefined || Array.isArray(target)
        ? found
        : { ...found, value: derivedValue(found.value) };
    },
  });
}

function derivedValue(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') {
    return (...args: unknown[]): unknown => derivedValue(Reflect.apply(value, undefined, args));
  }
  return typeof value === 'object' && value !== null ? derived(value) : value;
}

const STRANGE = new Map(
  Object.entries({
    ...{ a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', y: 'ýý' },
    ...{ A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', Y: 'Ý' },
    ...{ b: 'ƀ', c: 'ç', d: 'ð', f: 'ƒ', g: 'ğ', h: 'ħ', j: 'ĵ', k: 'ķ', l: 'ľ', m: 'ɱ', n: 'ñ' },
    ...{ p: 'þ', q: 'ɋ', r: 'ř', s: 'š', t: 'ť', v: 'ṽ', w: 'ŵ', x: 'ẋ', z: 'ž' },
    ...{ B: 'Ɓ', C: 'Ç', D: 'Ð', F: 'Ƒ', G: 'Ğ', H: 'Ħ', J: 'Ĵ', K: 'Ķ', L: 'Ľ', M: 'Ɱ', N: 'Ñ' },
    ...{ P: 'Þ', Q: 'Ɋ', R: 'Ř', S: 'Š', T: 'Ť', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Z: 'Ž' },
  }),
);
