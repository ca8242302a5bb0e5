import { SIMPLIFIED_FORMS } from './han-variants-data.ts';

/** 國民黨 as 国民党: who searches need not know in which of the two a text is written. */
export function simplifyHan(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}

const SIMPLIFIED = new Map(
  Array.from({ length: SIMPLIFIED_FORMS.length / 2 }, (_, index) => [
    SIMPLIFIED_FORMS.charAt(2 * index),
    SIMPLIFIED_FORMS.charAt(2 * index + 1),
  ]),
);
