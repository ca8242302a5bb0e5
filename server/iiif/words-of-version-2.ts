import { stringsOf } from '../../viewer/iiif/json.ts';

/** What is shown to people, in one or several languages: Presentation API 2.1 §4.3. */
export type Words = OneValue | OneValue[];

export type OneValue = string | { '@value': string; '@language': string };

/**
 * A language map as Presentation API 2.1 §4.3 has it: words in no language are plain text, and a single value is
 * no list.
 */
export function wordsOf(map: Readonly<Record<string, unknown>>): Words {
  const values = Object.entries(map).flatMap(([language, texts]) =>
    stringsOf(texts).map((text): OneValue =>
      language === 'none' ? text : { '@value': text, '@language': language },
    ),
  );
  const [first = '', ...others] = values;
  return others.length === 0 ? first : values;
}
