import { hasType, idOf, isRecord, listOf, stringsOf, type JsonRecord } from './json.ts';
import { words } from './language-map.ts';
import { splitFragment } from './selector.ts';

/** A range in the table of contents, under the number at which it stands there. */
export type Chapter = {
  number: number;
  /** Undefined where it has no words. */
  label: string | undefined;
  /** The number of the chapter that it is in. */
  parent: number | undefined;
  children: readonly number[];
  /** Where it begins, from 0; undefined where none of its canvases is in this document. */
  page: number | undefined;
};

/** A table of contents, and which chapter each page is in. */
export type Contents = {
  /** In the order of the table: a chapter stands before what is in it. */
  chapters: readonly Chapter[];
  roots: readonly number[];
  /** By page, from 0: the innermost chapter that names the page, else the one that began last before it. */
  chapterOfPage: (page: number) => number | undefined;
};

/** As in Mirador's store, under a name that it does not look at: it reads ranges in the square of their number. */
export const STRUCTURES = 'diptych:structures';

/** More nobody lists, and deeper nobody nests. */
const MOST_CHAPTERS = 20_000;
const MOST_MEMBERS = 50_000;
const DEEPEST = 30;

/** What a manifest says of its ranges, as it came. */
export function structuresOf(manifest: JsonRecord): unknown {
  return manifest[STRUCTURES] ?? manifest.structures;
}

/**
 * Reads the ranges of a manifest as a table of contents: nested ones (Presentation 3 §5.4), and those of 2.1 (§5.3),
 * which stand in one list and name each other. Ranges that only put the canvases in another order (`sequence`) or are
 * not for finding one's way (`no-nav`) are left out; one that stands for the whole (2.1 `top`) gives way to what is
 * in it. Undefined where there are no chapters.
 *
 * @param pages where each canvas stands, from 0.
 */
export function contentsOf(
  manifest: unknown,
  pages: ReadonlyMap<string, number>,
  language: string,
): Contents | undefined {
  if (!isRecord(manifest)) return undefined;
  const structures = listOf(structuresOf(manifest)).slice(0, MOST_CHAPTERS).filter(isRange);
  const reading = new Reading(structures, pages, language);
  const roots = topRanges(structures).flatMap((range) => reading.read(range, undefined, 0));
  const { chapters, named } = reading;
  if (chapters.length === 0) return undefined;
  return { chapters, roots, chapterOfPage: finder(chapters, named) };
}

class Reading {
  readonly chapters: Chapter[] = [];
  /** The innermost chapter that names a page. */
  readonly named = new Map<number, number>();
  readonly #ranges: ReadonlyMap<string, JsonRecord>;
  readonly #pages: ReadonlyMap<string, number>;
  readonly #language: string;
  /** Ranges that stand in the table already: each stands there once, so that circles end. */
  readonly #read = new Set<string>();
  #members = 0;

  constructor(structures: readonly JsonRecord[], pages: ReadonlyMap<string, number>, language: string) {
    this.#ranges = new Map(structures.toReversed().map((range) => [idOf(range) ?? '', range]));
    this.#pages = pages;
    this.#language = language;
  }

  /** The numbers of the chapters that a range makes: its own, or none where it is left out. */
  read(member: unknown, parent: number | undefined, depth: number): number[] {
    const range = this.#described(member);
    if (range === undefined || depth > DEEPEST || this.chapters.length >= MOST_CHAPTERS) return [];
    const id = idOf(range) ?? '';
    if (isHidden(range) || this.#read.has(id)) return [];
    if (id !== '') this.#read.add(id);
    const number = this.chapters.length;
    const children: number[] = [];
    const label = words(range.label, this.#language);
    const chapter = { number, label, parent, children, page: this.#pageOf(range.start ?? range.startCanvas) };
    this.chapters.push(chapter);
    for (const inner of membersOf(range)) {
      this.#members += 1;
      if (this.#members > MOST_MEMBERS) break;
      const page = this.#pageOf(inner);
      if (page === undefined) children.push(...this.read(inner, number, depth + 1));
      else {
        // What is read later is as deep or deeper, or comes after: the first of the deepest counts.
        const before = this.named.get(page);
        if (before === undefined || this.#isInside(number, before)) this.named.set(page, number);
        chapter.page ??= page;
      }
    }
    const starts = children.flatMap((child) => this.chapters[child]?.page ?? []);
    if (chapter.page === undefined && starts.length > 0) chapter.page = starts[0];
    return [number];
  }

  #isInside(number: number, outer: number): boolean {
    for (let at: number | undefined = number; at !== undefined; at = this.chapters[at]?.parent)
      if (at === outer) return true;
    return false;
  }

  /** A range in full, where another only names it. */
  #described(member: unknown): JsonRecord | undefined {
    const known = this.#ranges.get(idOf(member) ?? '');
    if (!isRecord(member)) return known;
    if (!isRange(member)) return undefined;
    return membersOf(member).length > 0 ? member : (known ?? member);
  }

  #pageOf(member: unknown): number | undefined {
    const resource = isRecord(member) ? (member.source ?? member.full ?? member) : member;
    const id = idOf(resource);
    if (id === undefined) return undefined;
    return this.#pages.get(id) ?? this.#pages.get(splitFragment(id).bare);
  }
}

function isRange(value: unknown): value is JsonRecord {
  return isRecord(value) && hasType(value, 'Range');
}

function isHidden({ behavior }: JsonRecord): boolean {
  return stringsOf(behavior).some((word) => word === 'sequence' || word === 'no-nav');
}

function membersOf(range: JsonRecord): unknown[] {
  return [range.items, range.members, range.ranges, range.canvases].flatMap((list) =>
    listOf(list).slice(0, MOST_MEMBERS),
  );
}

/** Those of a range that is called the top; else those that no other range names. */
function topRanges(structures: readonly JsonRecord[]): unknown[] {
  const top = structures.find(({ viewingHint, behavior }) =>
    [...stringsOf(viewingHint), ...stringsOf(behavior)].includes('top'),
  );
  if (top !== undefined) {
    const inside = membersOf(top).filter((member) => typeof member === 'string' || isRange(member));
    if (inside.length > 0) return inside;
  }
  const named = new Set(
    structures.flatMap((range) => membersOf(range).flatMap((member) => idOf(member) ?? [])),
  );
  const tops = structures.filter((range) => range !== top && !named.has(idOf(range) ?? ''));
  // Ranges that all name each other have no top: some beginning is better than none.
  return tops.length > 0 ? tops : structures.slice(0, 1);
}

function finder(chapters: readonly Chapter[], named: ReadonlyMap<number, number>): Contents['chapterOfPage'] {
  const begun = chapters
    .flatMap(({ number, page }) => (page === undefined ? [] : [{ number, page }]))
    // Of those that begin on one page the innermost, which stands last, comes last.
    .toSorted((one, other) => one.page - other.page || one.number - other.number);
  return (page) => {
    const own = named.get(page);
    if (own !== undefined) return own;
    let [low, high] = [0, begun.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((begun[middle]?.page ?? Infinity) <= page) low = middle + 1;
      else high = middle;
    }
    return begun[low - 1]?.number;
  };
}
