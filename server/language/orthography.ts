/**
 * Spellings of former times, brought to those of today before a word is stemmed, by language. They are folded on
 * both sides, in what is indexed and in what is asked for, so a rule may be broader than grammar is: what counts
 * is that the old and the new form of a word meet.
 *
 * @param word folded (`fold.ts`).
 * @param language primary subtag of BCP 47.
 */
export function modernSpelling(word: string, language: string): string {
  const rules = RULES[language];
  if (rules === undefined) return word;
  return rules.reduce((spelt, [old, modern]) => spelt.replace(old, modern), word);
}

type Rule = readonly [old: RegExp, modern: string];

const RULES: Readonly<Record<string, readonly Rule[] | undefined>> = {
  // The reform of 1918: yat, decimal i, fita, izhitsa, the hard sign at the end; endings -аго, -яго, -ыя, -ія.
  ru: [
    [/ѣ/g, 'е'],
    [/і/g, 'и'],
    [/ѳ/g, 'ф'],
    [/ѵ/g, 'и'],
    [/ъ$/, ''],
    [/(?<=.{2})аго$/, 'ого'],
    [/(?<=.{2})яго$/, 'его'],
    [/(?<=.{2})ыя$/, 'ые'],
    [/(?<=.{2})ия$/, 'ие'],
  ],
  // Before 1901 and without umlauts: Thür, seyn, giebt, Commando, Litteratur, Muenchen; Schiffahrt before 1996.
  de: [
    [/gieb/g, 'gib'],
    [/^litt/g, 'lit'],
    [/([fmnlt])\1{2}/g, '$1$1'],
    [/th/g, 't'],
    [/ey/g, 'ei'],
    [/ae/g, 'a'],
    [/oe/g, 'o'],
    [/ue/g, 'u'],
    [/niss$/, 'nis'],
    [/^c(?=[aoulr])/, 'k'],
  ],
  // Before 1835: avoit, étoient, françois.
  fr: [[/(?<=.{2})oi(s|t|ent)$/, 'ai$1']],
  // Before 1948: aa for å, which is folded to a.
  da: [[/aa/g, 'a']],
  no: [[/aa/g, 'a']],
  // Before 1947: mensch, zoo.
  nl: [
    [/sch$/, 's'],
    [/(?<=^[a-z]{1,3})oo$/, 'o'],
    [/ph/g, 'f'],
  ],
};
