const STRANGE: Readonly<Record<string, string>> = {
  ...{ a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ý' },
  ...{ A: 'Á', E: 'Ë', I: 'Ï', O: 'Ö', U: 'Ü', C: 'Ç', N: 'Ñ', S: 'Š', Y: 'Ý' },
};

/** A third longer than English, as other languages are. */
const LONGER = 3;

/**
 * A sentence of the interface as no language has it, still readable, and longer: what shows without its brackets
 * was never in the messages, and what breaks would break in other languages. Gaps stay.
 */
export function pseudo(sentence: string): string {
  const strange = sentence.replace(/\{\w+\}|[a-z]/gi, (found) => STRANGE[found] ?? found);
  return `⟦${strange}${'~'.repeat(Math.ceil(sentence.length / LONGER))}⟧`;
}
