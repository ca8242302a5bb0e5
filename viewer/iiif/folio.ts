/** What is looked for in a page's name: `705 verso`, `f. 705v` and `л. 705 об.` are one. */
type Name = { exact: string; parts: readonly string[] };

/** The pages of a document by what they are called. */
export type FolioIndex = { names: readonly Name[] };

export type Destination =
  | { kind: 'page'; page: number }
  /** Nothing is called that; the nearest that there is, from 0. */
  | { kind: 'unknown'; nearest: number | undefined };

/** Words before a number that only say that it is one. */
const HERALDS = new Set(['f', 'ff', 'fol', 'folio', 'p', 'pp', 'pg', 'page', 's', 'seite', 'bl', 'blatt']);
const RUSSIAN_HERALDS = new Set(['л', 'лл', 'лист', 'с', 'стр', 'страница']);

/** The sides of a leaf. */
const SIDES: Readonly<Record<string, string>> = {
  ...{ v: 'v', vo: 'v', verso: 'v', об: 'v', оборот: 'v' },
  ...{ r: 'r', ro: 'r', recto: 'r' },
};

/** Reads once what is then looked up with each letter that is typed. @param labels of all pages, in their order. */
export function indexFolios(labels: readonly string[]): FolioIndex {
  return { names: labels.map(nameOf) };
}

/**
 * The page that someone means by what they typed: one that is called just that; one that is called so but for case,
 * spaces, abbreviations and words such as `folio`; the first whose name begins so (`12` where there are `12 recto` and
 * `12 verso`); else the page of that number, counted from 1.
 */
export function findFolio(index: FolioIndex, typed: string): Destination {
  const { exact, parts } = nameOf(typed);
  if (exact === '') return { kind: 'unknown', nearest: undefined };
  const { names } = index;
  const tests = [
    (name: Name) => name.exact === exact,
    (name: Name) => isSame(name.parts, parts),
    (name: Name) => parts.length > 0 && parts.every((part, place) => name.parts[place] === part),
  ];
  for (const test of tests) {
    const page = names.findIndex(test);
    if (page !== -1) return { kind: 'page', page };
  }
  const counted = countedPage(exact, names.length);
  return counted === undefined
    ? { kind: 'unknown', nearest: nearestTo(parts, names) }
    : { kind: 'page', page: counted };
}

/** Pages to offer for what has been typed so far, the best first: by name, then by number. */
export function suggestFolios({ names }: FolioIndex, typed: string, most: number): number[] {
  const { exact, parts } = nameOf(typed);
  if (exact === '') return [];
  const found = new Set<number>();
  const take = (test: (name: Name) => boolean) => {
    for (const [page, name] of names.entries()) {
      if (found.size >= most) return;
      if (test(name)) found.add(page);
    }
  };
  take((name) => name.exact === exact);
  take((name) => isSame(name.parts, parts));
  take((name) => name.exact.startsWith(exact) || beginsWith(name.parts, parts));
  const counted = countedPage(exact, names.length);
  if (counted !== undefined && !found.has(counted)) {
    const all = [...found].slice(0, most - 1);
    return [...all, counted];
  }
  take((name) => name.exact.includes(exact));
  return [...found];
}

function nameOf(label: string): Name {
  const exact = label.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const all = exact.match(/\p{N}+|\p{L}+/gu) ?? [];
  const isHerald = (part: string) => HERALDS.has(part) || RUSSIAN_HERALDS.has(part);
  const bare = all.filter((part, place) => !(isHerald(part) && /^\p{N}/u.test(all[place + 1] ?? '')));
  const parts = bare.map((part, place) => {
    const side = Object.hasOwn(SIDES, part) ? SIDES[part] : undefined;
    return side !== undefined && /^\p{N}/u.test(bare[place - 1] ?? '') ? side : withoutZeros(part);
  });
  return { exact, parts };
}

function withoutZeros(part: string): string {
  return part.replace(/^0+(?=\d)/, '');
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((part, place) => part === other[place]);
}

/** The last part may be on the way of being typed. */
function beginsWith(name: readonly string[], typed: readonly string[]): boolean {
  const last = typed.length - 1;
  if (last === -1) return false;
  return typed.every((part, place) =>
    place === last ? name[place]?.startsWith(part) === true : name[place] === part,
  );
}

function countedPage(typed: string, count: number): number | undefined {
  const number = /^\d{1,7}$/.test(typed) ? Number(typed) : NaN;
  return number >= 1 && number <= count ? number - 1 : undefined;
}

/** By the first number in the name; without one nothing is near. */
function nearestTo(typed: readonly string[], names: readonly Name[]): number | undefined {
  const wanted = numberIn(typed);
  if (wanted === undefined) return undefined;
  let nearest: { page: number; distance: number } | undefined;
  for (const [page, { parts }] of names.entries()) {
    const number = numberIn(parts);
    if (number === undefined) continue;
    const distance = Math.abs(number - wanted);
    if (nearest === undefined || distance < nearest.distance) nearest = { page, distance };
  }
  return nearest?.page;
}

function numberIn(parts: readonly string[]): number | undefined {
  const digits = parts.find((part) => /^\d{1,15}$/.test(part));
  return digits === undefined ? undefined : Number(digits);
}
