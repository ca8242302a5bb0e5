/** RFC 5646 §2.1: language, extended language, script, region, variants, extensions, private use. */
const LANGTAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;
const PRIVATE = /^x(?:-[a-z\d]{1,8})+$/i;
/** RFC 5646 §2.1 `irregular`: tags from before the grammar. */
const IRREGULAR = new Set([
  ...['en-gb-oed', 'i-ami', 'i-bnn', 'i-default', 'i-enochian', 'i-hak', 'i-klingon', 'i-lux', 'i-mingo'],
  ...['i-navajo', 'i-pwn', 'i-tao', 'i-tay', 'i-tsu', 'sgn-be-fr', 'sgn-be-nl', 'sgn-ch-de'],
]);
/** No tag of a hundred letters was ever meant. */
const LONGEST = 100;

/** Whether a text is formed as a BCP 47 tag: `ru-petr1708` and `es-419` are, `en_US` is not. */
export function isLanguageTag(text: string): boolean {
  if (text.length > LONGEST) return false;
  return LANGTAG.test(text) || PRIVATE.test(text) || IRREGULAR.has(text.toLowerCase());
}

/**
 * The tag that was meant by one that is well formed and yet registered by nobody: `en` for `eng` (RFC 5646
 * §2.2.1 wants the shortest code), and '' where only so much is sure that there is no such language.
 */
export function unregistered(tag: string): string | undefined {
  const [primary = ''] = tag.toLowerCase().split('-', 1);
  if (PRIVATE.test(tag) || IRREGULAR.has(tag.toLowerCase())) return undefined;
  // Four letters are reserved, and of five to eight none was ever registered: `english`, `latin`.
  if (primary.length > 3) return '';
  const known = canonical(primary);
  if (primary.length === 3) return BIBLIOGRAPHIC.get(primary) ?? (known.length === 2 ? known : undefined);
  return NAMES.of(primary) === undefined && known === primary ? '' : undefined;
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** ISO 639-2's bibliographic codes, which library catalogues use and BCP 47 does not know. */
const BIBLIOGRAPHIC: ReadonlyMap<string, string> = new Map([
  ...([
    ['alb', 'sq'],
    ['arm', 'hy'],
    ['baq', 'eu'],
    ['bur', 'my'],
    ['chi', 'zh'],
    ['cze', 'cs'],
    ['dut', 'nl'],
  ] as const),
  ...([
    ['fre', 'fr'],
    ['geo', 'ka'],
    ['ger', 'de'],
    ['gre', 'el'],
    ['ice', 'is'],
    ['mac', 'mk'],
    ['mao', 'mi'],
  ] as const),
  ...([
    ['may', 'ms'],
    ['per', 'fa'],
    ['rum', 'ro'],
    ['slo', 'sk'],
    ['tib', 'bo'],
    ['wel', 'cy'],
  ] as const),
]);

function canonical(primary: string): string {
  try {
    return Intl.getCanonicalLocales(primary)[0] ?? primary;
  } catch {
    return primary;
  }
}
