import { sentencesOfLines, type LinePart } from '../language/line-sentences.ts';
import { splitSentences } from '../language/sentences.ts';
import type { SegmentPart } from '../model/text.ts';
import { alignSentences, type AlignmentText } from './align-sentences.ts';
import { longestChain } from './chain.ts';
import type { Limits } from './limits.ts';
import type { Relation } from './relation.ts';

/** A text as it is linked: its segments in reading order. */
export type LinkableText = {
  /** BCP 47. */
  language: string;
  segments: readonly LinkableSegment[];
};

/** A line's words may go on in the next; those of a paragraph end with it; a sentence is one whatever it looks like. */
export type LinkableSegment = {
  id: string;
  value: string;
  granularity: 'line' | 'sentence' | 'paragraph';
  /** Of the block that a line stands in. */
  block?: string | undefined;
  /** Where it is known to begin. */
  page?: string | undefined;
};

/**
 * What a person has decided. `joined`: these segments of the rendering render these parts of the original. `apart`: they do
 * not; without parts they render nothing at all.
 */
export type Decision = {
  kind: 'joined' | 'apart';
  original: readonly SegmentPart[];
  /** Ids of segments. */
  rendering: readonly string[];
};

/** Sentences of a rendering and what they render, each as the parts of the segments in which it stands. */
export type TextLink = {
  original: readonly SegmentPart[];
  rendering: readonly SegmentPart[];
  /** Probability that exactly these belong together, 0 to 1. */
  confidence: number;
};

export type LinkedTexts = {
  /** In reading order. What renders nothing, or is rendered by nothing, is in none of them; nor is what was decided. */
  links: readonly TextLink[];
  relation: Relation;
};

/**
 * Links the sentences of two texts. Of texts that have nothing to do with each other none are linked.
 *
 * @param decisions hold: what they join is taken out of both texts, and shows where the rest belongs.
 */
export function linkTexts(
  original: LinkableText,
  rendering: LinkableText,
  decisions: readonly Decision[] = [],
): LinkedTexts {
  const [all, beside] = [sentencesOf(original), sentencesOf(rendering)];
  const { from, to, limits } = undecided(all, beside, decisions);
  const { beads, relation } = alignSentences(alignable(original, from), alignable(rendering, to), limits);
  if (relation === 'unrelated') return { links: [], relation };
  const links = beads
    .map(({ source, target, confidence }) => ({
      original: partsOf(from.slice(source.from, source.to)),
      rendering: partsOf(to.slice(target.from, target.to)),
      confidence,
    }))
    .filter((link) => link.original.length > 0 && link.rendering.length > 0);
  return { links, relation };
}

type PlacedSentence = { text: string; parts: readonly LinePart[] };

/** The sentences that nobody has decided on, and what the decisions say of them. */
function undecided(
  all: readonly PlacedSentence[],
  beside: readonly PlacedSentence[],
  decisions: readonly Decision[],
): { from: readonly PlacedSentence[]; to: readonly PlacedSentence[]; limits: Limits | undefined } {
  if (decisions.length === 0) return { from: all, to: beside, limits: undefined };
  const decided = decisions.map(({ kind, original, rendering }) => ({
    isOut: kind === 'joined' || original.length === 0,
    // A cut holds for a sentence of which any part is named.
    source: indicesWhere(
      all,
      ({ parts }) => covered(original, parts) > (kind === 'joined' ? lengthOf(parts) / 2 : 0),
    ),
    target: indicesWhere(beside, ({ parts }) => parts.some(({ line }) => rendering.includes(line))),
  }));
  const out = decided.filter(({ isOut }) => isOut);
  const [left, right] = [
    new Remaining(all.length, new Set(out.flatMap(({ source }) => source))),
    new Remaining(beside.length, new Set(out.flatMap(({ target }) => target))),
  ];
  const through = longestChain(
    out.flatMap(({ source, target }) => {
      const [row, column] = [left.gap(source), right.gap(target)];
      return row === undefined || column === undefined ? [] : [{ source: row, target: column }];
    }),
  );
  const apart = decided
    .filter(({ isOut }) => !isOut)
    .flatMap(({ source, target }) =>
      source.flatMap((one) =>
        target.map((other) => ({ source: left.position(one), target: right.position(other) })),
      ),
    );
  return {
    from: left.kept.flatMap((index) => all[index] ?? []),
    to: right.kept.flatMap((index) => beside[index] ?? []),
    limits: { through, apart },
  };
}

/** The sentences of a text without those that are taken out. */
class Remaining {
  /** Indices. */
  readonly kept: readonly number[];
  readonly #before: readonly number[];

  constructor(count: number, out: ReadonlySet<number>) {
    const before = [0];
    const kept: number[] = [];
    for (let index = 0; index < count; index += 1) {
      if (!out.has(index)) kept.push(index);
      before.push(kept.length);
    }
    this.kept = kept;
    this.#before = before;
  }

  /** How many that remain come before this one. */
  position(index: number): number {
    return this.#before[index] ?? 0;
  }

  /** Between which of those that remain these stood; undefined if others stand among them. */
  gap(indices: readonly number[]): number | undefined {
    const [first, last] = [indices[0], indices.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const at = this.position(first);
    return this.position(last) === at ? at : undefined;
  }
}

function indicesWhere<T>(items: readonly T[], test: (item: T) => boolean): number[] {
  return items.flatMap((item, index) => (test(item) ? [index] : []));
}

/** How many characters of a sentence are in these parts. */
function covered(parts: readonly SegmentPart[], sentence: readonly LinePart[]): number {
  let count = 0;
  for (const { line, start, end } of sentence) {
    for (const part of parts) {
      if (part.segment === line) count += Math.max(0, Math.min(end, part.end) - Math.max(start, part.start));
    }
  }
  return count;
}

function lengthOf(sentence: readonly LinePart[]): number {
  return sentence.reduce((sum, { start, end }) => sum + end - start, 0);
}

function alignable(
  { language, segments }: LinkableText,
  sentences: readonly PlacedSentence[],
): AlignmentText {
  const pages = new Map(segments.map(({ id, page }) => [id, page]));
  return {
    language,
    sentences: sentences.map(({ text }) => text.replace(LEADERS, ' ')),
    pages: sentences.map(({ parts }) => pages.get(parts[0]?.line ?? '')),
  };
}

/** Dots that lead to a page number are no words, and would make an entry as long as a sentence. */
const LEADERS = /(?:\.[^\S\n]?){5,}/g;

function sentencesOf({ segments, language }: LinkableText): PlacedSentence[] {
  const sentences: PlacedSentence[] = [];
  let lines: LinkableSegment[] = [];
  const flush = () => {
    const given = lines.map(({ id, value, block }) => ({ id, text: value, block }));
    sentences.push(...sentencesOfLines(given, language));
    lines = [];
  };
  for (const segment of segments) {
    if (segment.granularity === 'line') {
      lines.push(segment);
      continue;
    }
    flush();
    const { id, value, granularity } = segment;
    const spans =
      granularity === 'sentence' ? [{ start: 0, end: value.length }] : splitSentences(value, language);
    for (const { start, end } of spans) {
      sentences.push({ text: value.slice(start, end), parts: [{ line: id, start, end }] });
    }
  }
  flush();
  return sentences;
}

/** Parts of one segment that follow each other become one. */
function partsOf(sentences: readonly PlacedSentence[]): SegmentPart[] {
  const parts: SegmentPart[] = [];
  for (const { line, start, end } of sentences.flatMap((sentence) => sentence.parts)) {
    const last = parts.at(-1);
    if (last?.segment === line && last.end <= start) last.end = end;
    else parts.push({ segment: line, start, end });
  }
  return parts;
}
