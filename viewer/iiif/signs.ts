/**
 * What an editor says of words within a line, in the order in which a legend explains it. `gap`: words that cannot
 * be read; `noteref`: the sign that leads to a note.
 */
export const SIGNS = ['struck', 'added', 'uncertain', 'gap', 'noteref'] as const;
export type Sign = (typeof SIGNS)[number];

/** By HTML's own elements; `class` says what HTML has none for. */
const BY_ELEMENT: ReadonlyMap<string, Sign> = new Map([
  ['del', 'struck'],
  ['s', 'struck'],
  ['strike', 'struck'],
  ['ins', 'added'],
]);

/** The first word is the one that we write; the others are TEI's and other editors'. */
const BY_CLASS: ReadonlyMap<string, Sign> = new Map([
  ['uncertain', 'uncertain'],
  ['unclear', 'uncertain'],
  ['gap', 'gap'],
  ['illegible', 'gap'],
  ['noteref', 'noteref'],
]);

/** The sign that an inline element is, if it is one. @param name in small letters. @param classes as in `class`. */
export function signOf(name: string, classes: string): Sign | undefined {
  const byElement = BY_ELEMENT.get(name);
  if (byElement !== undefined || classes === '') return byElement;
  return classes
    .toLowerCase()
    .split(/\s+/)
    .map((word) => BY_CLASS.get(word))
    .find((sign) => sign !== undefined);
}

/** Every opening tag once: what is between two angle brackets. */
const OPENING = /<([a-z][a-z0-9]*)([^<>]*)>/gi;
const CLASS = /\sclass="([^"]*)"|\sclass='([^']*)'/i;

/** The signs that occur in markup, ours or anybody's: for a legend, and never for showing it. */
export function signsIn(html: string): ReadonlySet<Sign> {
  const found = new Set<Sign>();
  for (const [, name = '', attributes = ''] of html.matchAll(OPENING)) {
    const [, double, single] = CLASS.exec(attributes) ?? [];
    const sign = signOf(name.toLowerCase(), double ?? single ?? '');
    if (sign !== undefined) found.add(sign);
  }
  return found;
}
