import { stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted } from './shown.ts';
import { wordingsOf } from './wordings.ts';

export const SCRIPT_RULES = {
  'language-script-differs': {
    severity: 'warning',
    section: 'Presentation 3.0 §4.4',
    section2: 'Presentation 2.1 §4.3',
    mend: 'Give the language that the text is in; a transliteration names its script, as in "ru-Latn".',
  },
} satisfies Rules;

/** Letters of the scripts that can be told from one another by their letters alone. */
const LETTERS: ReadonlyMap<string, RegExp> = new Map([
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Jpan', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu],
  ['Hans', /\p{Script=Han}/gu],
  ['Hant', /\p{Script=Han}/gu],
  ['Kore', /\p{Script=Hangul}|\p{Script=Han}/gu],
]);

/** Languages that are, or were, written in more than one script: their tag without a script says too little. */
const SEVERAL = new Set([
  ...[
    'az',
    'ba',
    'bs',
    'crh',
    'cu',
    'ff',
    'ha',
    'hr',
    'kk',
    'kok',
    'ks',
    'ku',
    'ky',
    'lad',
    'mn',
    'mo',
    'ms',
    'ota',
  ],
  ...[
    'pa',
    'ro',
    'sd',
    'sh',
    'so',
    'sq',
    'sr',
    'sw',
    'tg',
    'tk',
    'tr',
    'tt',
    'ug',
    'uz',
    'vi',
    'yi',
    'za',
    'zh',
    'zxx',
  ],
  ...['mis', 'mul', 'und', 'art', 'none'],
]);

/** Shorter texts are often names. */
const SHORTEST = 30;
const LONGEST = 2000;

export function checkLanguages(node: Node, setting: Setting): void {
  for (const { text, language, path } of wordingsOf(node, setting.version)) {
    if (language !== undefined) checkScript(text, language, path, setting);
  }
  const { value, path, kind } = node;
  const [language, ...others] = stringsOf(value.language);
  if (
    kind === 'TextualBody' &&
    typeof value.value === 'string' &&
    language !== undefined &&
    others.length === 0
  )
    checkScript(value.value, language, under(path, 'value'), setting);
}

function checkScript(text: string, language: string, path: Path, { report }: Setting): void {
  const letters = expectedLetters(language);
  if (letters === undefined) return;
  const words = text.slice(0, LONGEST).replace(/<[^<>]*>|https?:\S+/g, ' ');
  const all = words.match(/\p{L}/gu)?.length ?? 0;
  const own = words.match(letters)?.length ?? 0;
  if (all >= SHORTEST && own < all / 20)
    report(
      'language-script-differs',
      path,
      `The text is said to be in ${quoted(language)}, and hardly a letter of it is: ${quoted(words.trim().slice(0, 40))}.`,
    );
}

const found = new Map<string, RegExp | undefined>();

function expectedLetters(language: string): RegExp | undefined {
  if (found.has(language)) return found.get(language);
  const letters = lettersOf(language);
  // Tags are whatever a document says: a hostile one must not make this grow without end.
  if (found.size < 1000) found.set(language, letters);
  return letters;
}

function lettersOf(language: string): RegExp | undefined {
  try {
    const locale = new Intl.Locale(language);
    if (locale.script === undefined && SEVERAL.has(locale.language)) return undefined;
    return LETTERS.get(locale.maximize().script ?? '');
  } catch {
    return undefined;
  }
}
