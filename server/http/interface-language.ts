import { parseAccept } from './accept.ts';

/** The languages that people are offered, in the order of the switch. The first is spoken where nothing is asked for. */
export const INTERFACE_LANGUAGES = ['en', 'ru'] as const;

/** English made strange, from right to left: shows what was not translated or would not turn round. For tests alone. */
export const PSEUDO_LANGUAGE = 'qps-plocm';

/** BCP 47 tag of the language that a page speaks, whatever the languages of the records on it are. */
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number] | typeof PSEUDO_LANGUAGE;

/** Keeps what was chosen by `?lang=`. */
export const LANGUAGE_COOKIE = 'diptych-language';

const A_YEAR_IN_SECONDS = 31_536_000;

/** What a request says about the language that it wants. All of it is the client's, and none of it need be sense. */
export type LanguageWishes = {
  /** `lang` of the address: wins, and is kept in a cookie. */
  parameter?: unknown;
  /** The whole `Cookie` header. */
  cookie?: string | undefined;
  /** The whole `Accept-Language` header. */
  accept?: string | undefined;
};

/**
 * The language to answer in, and whether the address chose it. A wish that is none of ours is passed over rather
 * than refused: the page is there all the same.
 */
export function negotiateLanguage(
  { parameter, cookie, accept }: LanguageWishes,
  { pseudo = false }: { pseudo?: boolean } = {},
): { language: InterfaceLanguage; chosen: boolean } {
  const named = languageNamed(parameter, pseudo);
  if (named !== undefined) return { language: named, chosen: true };
  const kept = languageNamed(cookieValue(cookie, LANGUAGE_COOKIE), pseudo);
  return { language: kept ?? acceptedLanguage(accept), chosen: false };
}

/**
 * The language that an `Accept-Language` header likes best (RFC 9110 §12.5.4): by weight, then by the order in which
 * the header names them. `ru-RU` is met by Russian (RFC 4647 §3.4, lookup), `*` by whatever it does not name.
 */
export function acceptedLanguage(header: string | undefined): InterfaceLanguage {
  const ranges = parseAccept(header ?? '').map(({ type, weight }) => ({ range: type, weight }));
  const [usual] = INTERFACE_LANGUAGES;
  const wishes = INTERFACE_LANGUAGES.map((language) => ({ language, ...wishFor(language, ranges) }));
  const [best] = wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  return best?.language ?? usual;
}

/** A cookie by its name (RFC 6265 §4.2.1); the first where it is there twice. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** `Set-Cookie` for a year, on the pages under the public address alone. @param base that address. */
export function languageCookie(language: InterfaceLanguage, base: string): string {
  const { pathname, protocol } = new URL(base);
  // A path may hold what ends the attribute; it would be kept by the browser for its own default path then.
  const path = /^\/[^;,\s]*$/.test(pathname) ? pathname : '/';
  return [
    `${LANGUAGE_COOKIE}=${language}`,
    `Path=${path}`,
    `Max-Age=${A_YEAR_IN_SECONDS}`,
    'SameSite=Lax',
    'HttpOnly',
    ...(protocol === 'https:' ? ['Secure'] : []),
  ].join('; ');
}

/** An address without its `lang`, the rest of the query just as it is; or with another one. */
export function addressIn(language: InterfaceLanguage | undefined, address: string): string {
  const [whole = ''] = address.split('#', 1);
  const at = whole.indexOf('?');
  const path = at < 0 ? whole : whole.slice(0, at);
  const pairs = at < 0 ? [] : whole.slice(at + 1).split('&');
  const kept = pairs.filter((pair) => pair !== '' && !/^lang(?:=|$)/.test(pair));
  const query = language === undefined ? kept : [...kept, `lang=${language}`];
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

function languageNamed(value: unknown, pseudo: boolean): InterfaceLanguage | undefined {
  if (pseudo && value === PSEUDO_LANGUAGE) return PSEUDO_LANGUAGE;
  return INTERFACE_LANGUAGES.find((language) => language === value);
}

type Wish = { weight: number; position: number };

/** What names the language outweighs `*`, even where it likes it less. */
function wishFor(language: string, ranges: readonly { range: string; weight: number }[]): Wish {
  const wishes = ranges.map(({ range, weight }, position) => ({ range, weight, position }));
  const naming = wishes.filter(({ range }) => range === language || range.startsWith(`${language}-`));
  const candidates = naming.length > 0 ? naming : wishes.filter(({ range }) => range === '*');
  return candidates.reduce<Wish>((best, wish) => (wish.weight > best.weight ? wish : best), {
    weight: 0,
    position: ranges.length,
  });
}
