import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `server/language/han-readings-data.ts` from the Unihan database. `npm run han-readings -- FOLDER`, where FOLDER
 * holds Unihan_*.txt, or the same packed as Debian's package unicode-data has them (then bzcat is needed).
 */
const [folder = '/usr/share/unicode'] = process.argv.slice(2);
const TARGET = join(import.meta.dirname, '../../server/language/han-readings-data.ts');
const VARIANTS = join(import.meta.dirname, '../../server/language/han-variants-data.ts');

type Field = ReadonlyMap<string, string>;

function unihan(name: string): { version: string; field: (field: string) => Field } {
  const path = join(folder, `Unihan_${name}.txt`);
  const text = existsSync(path)
    ? readFileSync(path, 'utf8')
    : execFileSync('bzcat', [`${path}.bz2`], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return {
    version: /Unicode version: (\S+)/.exec(text)?.[1] ?? 'unknown',
    field: (field) =>
      new Map(
        Array.from(
          text.matchAll(new RegExp(`^U\\+(\\w+)\\t${field}\\t(.*)$`, 'gm')),
          ([, code = '', value = '']) => [String.fromCodePoint(parseInt(code, 16)), value],
        ),
      ),
  };
}

const { version, field: reading } = unihan('Readings');
const { field: variant } = unihan('Variants');
const { field: mapping } = unihan('OtherMappings');

/** GB 2312, KS X 1001 and the commoner level of Big5: what names of people and places are written with. */
const common = new Set([
  ...mapping('kGB0').keys(),
  ...mapping('kKSC0').keys(),
  ...Array.from(mapping('kBigFive'))
    .filter(([, code]) => code < 'C6A1')
    .map(([character]) => character),
]);

const mandarin = reading('kMandarin');
const hangul = reading('kHangul');
const traditional = variant('kTraditionalVariant');

function pinyinOf(character: string): string | undefined {
  const [first] = (mandarin.get(character) ?? '').split(' ');
  const bare = first
    ?.normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
  return bare === '' ? undefined : bare;
}

/** A simplified character is read as the traditional one; the one listed first is the commoner. */
function sinoKoreanOf(character: string): string | undefined {
  const others = (traditional.get(character) ?? '')
    .split(' ')
    .map((code) => String.fromCodePoint(parseInt(code.slice(2) || '20', 16)));
  return [character, ...others]
    .map((each) => hangul.get(each)?.slice(0, 1))
    .find((syllable) => syllable !== undefined);
}

function grouped(readingOf: (character: string) => string | undefined): string {
  const groups = new Map<string, string>();
  for (const character of Array.from(common)
    .filter((each) => each < '\uf900')
    .sort()) {
    const syllable = readingOf(character);
    if (syllable !== undefined) groups.set(syllable, (groups.get(syllable) ?? '') + character);
  }
  return Array.from(groups, ([syllable, characters]) => `${syllable} ${characters}`)
    .sort()
    .join('\n');
}

writeFileSync(
  TARGET,
  `/**
 * How Han characters are read: in Mandarin (pinyin without tones) and in Korean (hangul), for the characters of GB 2312,
 * KS X 1001 and the first level of Big5. A line is a reading and the characters that have it; simplified characters have the
 * Korean reading of the traditional. Written by \`npm run han-readings\`; not to be edited.
 *
 * Source: Unicode Han Database ${version}, fields kMandarin, kHangul and kTraditionalVariant, © Unicode, Inc.; Unicode
 * License (https://www.unicode.org/license.txt), which allows copying with this notice.
 */
export const MANDARIN_READINGS = \`
${grouped(pinyinOf)}
\`;

export const SINO_KOREAN_READINGS = \`
${grouped(sinoKoreanOf)}
\`;
`,
);

const simplified = variant('kSimplifiedVariant');
const pairs = Array.from(common)
  .sort()
  .flatMap((character) => {
    // Some are listed as their own simplified form too, where they are kept in some of their meanings.
    const other = (simplified.get(character) ?? '')
      .split(' ')
      .map((code) => String.fromCodePoint(parseInt(code.slice(2) || '20', 16)))
      .find((each) => each !== character && each !== ' ');
    return other === undefined || other.length > 1 ? [] : [character + other];
  });

writeFileSync(
  VARIANTS,
  `/**
 * Traditional characters and what each is simplified to, one after the other, of the same characters as the readings.
 * Written by \`npm run han-readings\`; not to be edited.
 *
 * Source: Unicode Han Database ${version}, field kSimplifiedVariant, © Unicode, Inc.; Unicode License
 * (https://www.unicode.org/license.txt), which allows copying with this notice.
 */
export const SIMPLIFIED_FORMS =
  '${pairs.join('')}';
`,
);
