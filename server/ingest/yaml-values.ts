import { z } from 'zod';
import { isIdentifier } from '../model/identifier.ts';
import { edtfBounds } from '../model/edtf.ts';
import type { LanguageMap } from '../model/language-map.ts';

/*
 * Every scalar is read as it is written (YAML's failsafe schema), so that the file number 0121 keeps its zero
 * and the folio 1e3 is not a thousand. What these schemas take in is therefore always text.
 */

export const text = z.string().trim().min(1, 'must not be empty');

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const identifier = text.refine(isIdentifier, {
  error: 'must be lower-case letters, digits and single hyphens, such as telegram-1950-10-07',
});

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

export const languageTag = text.regex(
  LANGUAGE_TAG,
  'must be a language tag such as ru, zh-Hant or ru-petr1708',
);

export const languageKey = z
  .string()
  .regex(/^none$|^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag or none');

/** `Text`, `{ en: Text }` or `{ en: [Text, More] }`. */
export const languageMap = z
  .union([text, z.record(languageKey, z.union([text, z.array(text).min(1)]))])
  .transform((value): LanguageMap =>
    typeof value === 'string'
      ? { none: [value] }
      : Object.fromEntries(
          Object.entries(value).map(([tag, one]) => [tag, typeof one === 'string' ? [one] : one]),
        ),
  )
  .refine((map) => Object.keys(map).length > 0, 'must have a value in some language');

export const edtf = text.refine((value) => edtfBounds(value) !== undefined, {
  error: 'must be a date that exists, in EDTF: 1950-10-07, 1950-10, 1950~, 195X, 1950-10-01/1950-10-07',
});

/** `{ fond: "5" }`: one name with its value, where the order of a list of them matters. */
export const pair = z
  .record(text, text)
  .refine((map) => Object.keys(map).length === 1, 'must be one name with one value, such as { fond: "5" }')
  .transform((map) => {
    const [[name, value] = ['', '']] = Object.entries(map);
    return { name, value };
  });

export const rights = text.regex(
  /^https?:\/\/(creativecommons\.org\/(licenses|publicdomain)|rightsstatements\.org\/(vocab|page))\/\S+$/,
  'must be a URI of Creative Commons or RightsStatements.org, such as http://rightsstatements.org/vocab/NKC/1.0/',
);

/** A name as such, or with an authority's id and a role. */
export const agent = z.union([
  text.transform((name) => ({ name: { none: [name] } })),
  z.strictObject({ name: languageMap, id: identifier.exactOptional(), role: text.exactOptional() }),
]);

export const requiredStatement = z.strictObject({ label: languageMap, value: languageMap });

export const reference = z.strictObject({
  repository: languageMap.exactOptional(),
  levels: z.array(pair).default([]),
});
