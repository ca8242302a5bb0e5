import { bodiesOf } from './body.ts';
import { idOf, isRecord, listOf, recordsOf, stringsOf, type JsonRecord } from './json.ts';
import { targetOf, type Size } from './target.ts';
import type { Box } from './text.ts';
import { webAddress } from './uri.ts';

/** A piece of a hit: words of one annotation. */
export type HitPart = {
  /** The annotation that has the words; of another service's answer often one that stands in no text. */
  annotation: string;
  /** Which of its characters, where that is told. */
  within?: { start: number; end: number };
  /** What was found in it, and what stands before and after. */
  exact: string;
  prefix: string;
  suffix: string;
  canvas: string | undefined;
  box?: Box;
};

/** What was found at one place, maybe over several lines. */
export type Hit = {
  /** The canvas of its first part that stands on one. */
  canvas: string | undefined;
  parts: readonly HitPart[];
  before: string;
  match: string;
  after: string;
  /** BCP 47; empty where unknown. */
  language: string;
};

/** One page of the answer of a search. */
export type SearchAnswer = {
  hits: readonly Hit[];
  /** How many hits there are on all pages, where that is told. */
  total: number | undefined;
  /** The address of the next page of the answer. */
  next: string | undefined;
  /** How many hits of this page were left out since no one reads so many. */
  omitted: number;
};

/** Of one page of an answer. */
const MOST_HITS = 2000;
/** Characters. */
const LONGEST_CONTEXT = 200;
const LONGEST_MATCH = 400;

/** What an annotation of the answer says: the words that it has, and where. */
type Found = Pick<HitPart, 'annotation' | 'within' | 'canvas' | 'box'> & { value: string; language: string };

/** A quotation from an annotation of the answer. */
type Quote = { source: string } & Pick<HitPart, 'exact' | 'prefix' | 'suffix' | 'within'>;

/**
 * Reads an answer of Content Search 2.0 (§4.2, §4.3) or 1.0 (§3.3, §3.4). Each `highlighting` or `contextualizing`
 * annotation and each `search:Hit` is a hit, as is what none of them tells more of; in the order of what was found.
 *
 * @param sizeOf answers how large a canvas is, which regions in per cents are parts of.
 * @returns undefined for what is no such answer.
 */
export function readSearchAnswer(
  json: unknown,
  sizeOf: (canvas: string) => Size | undefined,
): SearchAnswer | undefined {
  if (!isRecord(json)) return undefined;
  const list = json.items ?? json.resources;
  if (!Array.isArray(list)) return undefined;
  const records = recordsOf(list);
  const found = new Map<string, Found>();
  for (const [index, record] of records.slice(0, 2 * MOST_HITS).entries()) {
    const id = idOf(record) ?? `#${index}`;
    if (!found.has(id)) found.set(id, foundIn(record, id, sizeOf));
  }
  const pages = recordsOf(json.annotations);
  const told = json.items === undefined ? quotesIn1(json) : quotesIn2(pages);
  const hits = inOrder(told, found);
  const [matches] = pages;
  return {
    hits: hits.slice(0, MOST_HITS),
    total: countOf(matches?.partOf) ?? countOf(json.partOf) ?? countOf(json.within),
    next: webAddress(idOf(json.next) ?? ''),
    omitted: Math.max(0, hits.length - MOST_HITS) + Math.max(0, records.length - 2 * MOST_HITS),
  };
}

function foundIn(record: JsonRecord, id: string, sizeOf: (canvas: string) => Size | undefined): Found {
  const on = record.target ?? record.on;
  const source = targetOf(on)?.source;
  const target = source === undefined ? undefined : targetOf(on, sizeOf(source));
  const [body] = bodiesOf(record);
  return {
    ...nameOf(id),
    canvas: target?.source,
    ...(target?.box === undefined ? {} : { box: target.box }),
    value: body?.value ?? '',
    language: body?.language ?? '',
  };
}

/** An annotation may be named with the characters of it that were found (RFC 5147 §2.1.1). */
function nameOf(id: string): Pick<HitPart, 'annotation' | 'within'> {
  const [, annotation, start, end] = /^(.*)#char=(\d{1,9}),(\d{1,9})$/s.exec(id) ?? [];
  if (annotation === undefined || Number(end) <= Number(start)) return { annotation: id };
  return { annotation, within: { start: Number(start), end: Number(end) } };
}

/** 2.0 §4.3: what only tells more of a match that is quoted as well is no further hit. */
function quotesIn2(pages: readonly JsonRecord[]): Quote[][] {
  const all = pages
    .flatMap((page) => recordsOf(page.items).slice(0, MOST_HITS))
    .map((annotation) => ({
      highlights: stringsOf(annotation.motivation).includes('highlighting'),
      quotes: listOf(annotation.target).flatMap(quoteIn),
    }));
  const highlighted = new Set(all.flatMap(({ highlights, quotes }) => (highlights ? quotes.map(keyOf) : [])));
  return all
    .filter(({ highlights, quotes }) => highlights || !quotes.some((quote) => highlighted.has(keyOf(quote))))
    .map(({ quotes }) => quotes)
    .filter((quotes) => quotes.length > 0);
}

function keyOf({ source, exact }: Quote): string {
  return `${source} ${exact}`;
}

function quoteIn(target: unknown): Quote[] {
  if (!isRecord(target)) return typeof target === 'string' ? [{ source: target, ...NO_QUOTE }] : [];
  const source = idOf(target.source) ?? idOf(target.full) ?? idOf(target);
  if (source === undefined) return [];
  const selectors = recordsOf(target.selector);
  const text = selectors.find(({ exact }) => typeof exact === 'string');
  const position = selectors.find(({ start, end }) => typeof start === 'number' && typeof end === 'number');
  const [start, end] = [Number(position?.start), Number(position?.end)];
  return [
    {
      source,
      ...(text === undefined ? NO_QUOTE : quoteOf(text.exact, text.prefix, text.suffix)),
      ...(start >= 0 && end > start ? { within: { start, end } } : {}),
    },
  ];
}

/** 1.0 §3.4: one match for each hit, or where several stand in one annotation (§3.4.2) a selector for each. */
function quotesIn1({ hits }: JsonRecord): Quote[][] {
  return recordsOf(hits)
    .slice(0, MOST_HITS)
    .flatMap((hit) => {
      const sources = stringsOf(hit.annotations).slice(0, MOST_HITS);
      const selectors = recordsOf(hit.selectors).slice(0, MOST_HITS);
      const [source] = sources;
      if (source !== undefined && selectors.length > 0) {
        return selectors.map(({ exact, prefix, suffix }) => [{ source, ...quoteOf(exact, prefix, suffix) }]);
      }
      const { exact, prefix, suffix } = quoteOf(hit.match, hit.before, hit.after);
      const last = sources.length - 1;
      // What stands in which of several annotations is not told.
      const quotes = sources.map((one, index) => ({
        source: one,
        exact: last === 0 || index === 0 ? exact : '',
        prefix: index === 0 ? prefix : '',
        suffix: index === last ? suffix : '',
      }));
      return quotes.length === 0 ? [] : [quotes];
    });
}

const NO_QUOTE = { exact: '', prefix: '', suffix: '' };

function quoteOf(exact: unknown, prefix: unknown, suffix: unknown): typeof NO_QUOTE {
  return { exact: stringOf(exact), prefix: stringOf(prefix), suffix: stringOf(suffix) };
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function inOrder(told: readonly Quote[][], found: ReadonlyMap<string, Found>): Hit[] {
  const positions = new Map([...found.keys()].map((id, index) => [id, index]));
  const quoted = new Set<string>();
  const hits: { at: number; hit: Hit }[] = [];
  for (const quotes of told) {
    const known = quotes.flatMap((quote) => {
      const one = found.get(quote.source);
      return one === undefined ? [] : [{ quote, one }];
    });
    const [first] = known;
    if (first === undefined) continue;
    for (const { quote } of known) quoted.add(quote.source);
    hits.push({ at: positions.get(first.quote.source) ?? 0, hit: hitOf(known) });
  }
  for (const [id, one] of found) {
    if (quoted.has(id)) continue;
    hits.push({ at: positions.get(id) ?? 0, hit: hitOf([{ quote: { source: id, ...NO_QUOTE }, one }]) });
  }
  return hits.sort((a, b) => a.at - b.at).map(({ hit }) => hit);
}

function hitOf(pieces: readonly { quote: Quote; one: Found }[]): Hit {
  const parts = pieces.map(({ quote: { exact, prefix, suffix, within }, one }): HitPart => {
    const told = one.within ?? within;
    // A list that quotes nothing is of what was found itself.
    const words = exact === '' && pieces.length === 1 ? wordsOf(one) : exact;
    return {
      ...{ annotation: one.annotation, exact: words, prefix, suffix, canvas: one.canvas },
      ...(told === undefined ? {} : { within: told }),
      ...(one.box === undefined ? {} : { box: one.box }),
    };
  });
  const quoted = parts.map(({ exact }) => exact).filter((exact) => exact !== '');
  const match = (quoted.length > 0 ? quoted : pieces.map(({ one }) => wordsOf(one))).join(' ');
  return {
    canvas: parts.find(({ canvas }) => canvas !== undefined)?.canvas,
    parts,
    before: (parts[0]?.prefix ?? '').slice(-LONGEST_CONTEXT),
    match: match.slice(0, LONGEST_MATCH),
    after: (parts.at(-1)?.suffix ?? '').slice(0, LONGEST_CONTEXT),
    language: pieces[0]?.one.language ?? '',
  };
}

/** Of an annotation that nothing is quoted from: what is named of it, else all. */
function wordsOf({ value, within }: Found): string {
  return within === undefined ? value : Array.from(value).slice(within.start, within.end).join('');
}

function countOf(collection: unknown): number | undefined {
  const [total] = recordsOf(collection).map((record) => record.total);
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : undefined;
}
