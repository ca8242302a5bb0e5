import type { Direction } from './direction.ts';
import { primary } from './language-map.ts';
import { quotedPlaces, type QuotedPlace } from './quoted-place.ts';
import { unitsOf, wordsOf } from './sentence-rows.ts';
import { placeKey, type Box, type Segment, type Text } from './text.ts';

/** UTF-16 offsets in the words of a segment. */
type Span = { start: number; end: number };

/**
 * What a reader has marked in one annotation: the words as they stand there, and where in the annotation's words that is.
 * Without `within` it is all of them.
 */
export type Marked = { annotation: string; words: string; within?: Span };

/** Words of one text, with the annotations that they are of. */
export type Passage = {
  text: Text;
  annotations: readonly string[];
  words: string;
  /** BCP 47; empty where unknown. */
  language: string;
  dir: Direction;
  boxes: readonly Box[];
  /** Where just these words stand, as far as that is known. */
  places: readonly QuotedPlace[];
};

/**
 * A quotation and what stands for it in another text: what it `renders`, what it is `rendered` by, or what is nowhere
 * said to be the same but stands in the same place (`beside`).
 */
export type Evidence = {
  quotation: Passage;
  counterpart: (Passage & { relation: 'renders' | 'rendered' | 'beside' }) | undefined;
};

/**
 * What was marked, and its counterpart.
 *
 * @param marked in reading order. What is not of the text in which it begins is passed over: whoever drags over a row
 * marks the other column as well.
 * @param texts all of the page, those first that the reader has before them.
 * @returns undefined where nothing was marked that is of one of the texts.
 */
export function evidenceOf(marked: readonly Marked[], texts: readonly Text[]): Evidence | undefined {
  const worded = marked.filter(({ words }) => words.trim() !== '');
  const [first] = worded;
  const text = first === undefined ? undefined : textOfMarked(first, texts);
  if (text === undefined) return undefined;
  const byId = new Map(text.segments.map((segment) => [segment.id, segment]));
  const pieces = worded.flatMap(({ annotation, words, within }): Piece[] => {
    const segment = byId.get(annotation);
    return segment === undefined ? [] : [{ segment, words: words.trim(), within }];
  });
  const quotation = passageOf(text, pieces);
  const others = texts.filter((other) => other !== text);
  return { quotation, counterpart: counterpartOf(text, pieces, others) };
}

/** All words of segments that a reader has before them as one: without a mark, a row is what is meant. */
export function markedWhole(segments: readonly Segment[]): Marked[] {
  return segments.map((segment) => {
    const { part, value, id } = segment;
    if (part === undefined) return { annotation: id, words: value };
    const words = wordsOf(part.whole);
    const start = Math.max(part.start, words.indexOf(value, part.start));
    return { annotation: id, words: value, within: { start, end: start + value.length } };
  });
}

/** In one annotation there may be words of two texts: the one that has these is meant. */
function textOfMarked({ annotation, words }: Marked, texts: readonly Text[]): Text | undefined {
  const plain = (text: string) => text.replace(/\s+/gu, '');
  const having = texts.filter(({ segments }) => segments.some(({ id }) => id === annotation));
  return (
    having.find(({ segments }) =>
      segments.some((segment) => segment.id === annotation && plain(wordsOf(segment)).includes(plain(words))),
    ) ?? having[0]
  );
}

type Piece = { segment: Segment; words: string; within: Span | undefined };

function passageOf(text: Text, pieces: readonly Piece[]): Passage {
  const [first] = pieces;
  const own = first === undefined || first.segment.lang === '' ? undefined : first.segment;
  return {
    text,
    annotations: [...new Set(pieces.map(({ segment }) => segment.id))],
    words: joinedWords(pieces, own?.lang ?? text.language),
    language: own?.lang ?? text.language,
    dir: own?.dir ?? text.dir,
    boxes: [...new Set(pieces.map(({ segment }) => segment))].flatMap(({ box }) => box ?? []),
    places: pieces.flatMap(({ segment, within }) => quotedPlaces(segment, wordsOf(segment), within)),
  };
}

/** Scripts that put no space between sentences. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'yue', 'lzh']);

/** Lines stay lines; what are parts of one line, and sentences, run on. */
function joinedWords(pieces: readonly Piece[], language: string): string {
  const space = UNSPACED.has(primary(language)) ? '' : ' ';
  return pieces.reduce((joined, { segment, words }, index) => {
    const before = pieces[index - 1]?.segment;
    if (before === undefined) return words;
    const isNewLine = before.id !== segment.id && isLine(before) && isLine(segment);
    return `${joined}${isNewLine ? '\n' : space}${words}`;
  }, '');
}

function isLine({ granularity }: Segment): boolean {
  return granularity === 'line';
}

function counterpartOf(text: Text, own: readonly Piece[], others: readonly Text[]): Evidence['counterpart'] {
  for (const other of others) {
    const rendered = renderedIn(text, own, other);
    if (rendered.length > 0) return { ...passageOf(other, rendered), relation: 'renders' };
    const rendering = renderingIn(own, other);
    if (rendering.length > 0) return { ...passageOf(other, rendering), relation: 'rendered' };
  }
  for (const other of others.filter(({ language }) => language !== text.language)) {
    const places = new Set(own.flatMap(({ segment: { box } }) => (box === undefined ? [] : [placeKey(box)])));
    const beside = other.segments.filter(({ box }) => box !== undefined && places.has(placeKey(box)));
    if (beside.length > 0) return { ...passageOf(other, beside.map(whole)), relation: 'beside' };
  }
  return undefined;
}

/** What of the original these pieces of a translation render: parts of its lines where that is known. */
function renderedIn({ links = [] }: Text, own: readonly Piece[], original: Text): Piece[] {
  const ids = new Set(own.map(({ segment }) => segment.id));
  const parts = links
    .filter(({ rendering }) => rendering.some((id) => ids.has(id)))
    .flatMap((link) => link.original);
  const renders = new Set(own.flatMap(({ segment }) => segment.renders));
  return original.segments.flatMap((segment): Piece[] => {
    const named = parts.filter(({ annotation }) => annotation === segment.id);
    if (parts.length === 0) return renders.has(segment.id) ? [whole(segment)] : [];
    if (named.some(({ within }) => within === undefined)) return [whole(segment)];
    const words = wordsOf(segment);
    const spans = named.flatMap(({ within }) => (within === undefined ? [] : [unitSpan(words, within)]));
    return merged(spans).map((within) => ({
      ...{ segment, within },
      words: words.slice(within.start, within.end).trim(),
    }));
  });
}

/** What of a translation renders these pieces of its original. */
function renderingIn(own: readonly Piece[], translation: Text): Piece[] {
  const ids = new Set(own.map(({ segment }) => segment.id));
  const links = (translation.links ?? []).filter(({ original }) =>
    original.some(({ annotation }) => ids.has(annotation)),
  );
  if (links.length === 0) {
    return translation.segments.filter(({ renders }) => renders.some((id) => ids.has(id))).map(whole);
  }
  const rendering = new Set(
    links
      .filter(({ original }) =>
        original.some(({ annotation, within }) =>
          own.some(
            (piece) =>
              piece.segment.id === annotation && (within === undefined || isOverlapping(piece, within)),
          ),
        ),
      )
      .flatMap((link) => link.rendering),
  );
  return translation.segments.filter(({ id }) => rendering.has(id)).map(whole);
}

/** White space that both have is nothing that both say. */
function isOverlapping({ segment, within }: Piece, characters: Span): boolean {
  if (within === undefined) return true;
  const words = wordsOf(segment);
  const linked = unitSpan(words, characters);
  const [start, end] = [Math.max(linked.start, within.start), Math.min(linked.end, within.end)];
  return start < end && words.slice(start, end).trim() !== '';
}

function unitSpan(words: string, { start, end }: Span): Span {
  return { start: unitsOf(words, start), end: unitsOf(words, end) };
}

function whole(segment: Segment): Piece {
  return { segment, words: wordsOf(segment).trim(), within: undefined };
}

/** In order, and what touches as one. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
