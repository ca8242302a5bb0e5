import { sentencesOfLines, type LinePart } from '../language/line-sentences.ts';
import { splitSentences } from '../language/sentences.ts';
import { alignSentences, type AlignmentText } from './align-sentences.ts';
import type { Relation } from './relation.ts';

/** A text as it is linked: its segments in reading order. */
export type LinkableText = {
  /** BCP 47. */
  language: string;
  segments: readonly LinkableSegment[];
};

/** A line's words may go on in the next; those of a paragraph end with it. */
export type LinkableSegment = {
  id: string;
  value: string;
  granularity: 'line' | 'paragraph';
  /** Of the block that a line stands in. */
  block?: string | undefined;
  /** Where it is known to begin. */
  page?: string | undefined;
};

/** A part of a segment: UTF-16 offsets in its value. */
export type SegmentPart = { segment: string; start: number; end: number };

/** Sentences of a rendering and what they render, each as the parts of the segments in which it stands. */
export type TextLink = {
  original: readonly SegmentPart[];
  rendering: readonly SegmentPart[];
  /** Probability that exactly these belong together, 0 to 1. */
  confidence: number;
};

export type LinkedTexts = {
  /** In reading order. What renders nothing, or is rendered by nothing, is in none of them. */
  links: readonly TextLink[];
  relation: Relation;
};

/**
 * Links the sentences of two texts. Of texts that have nothing to do with each other none are linked.
 */
export function linkTexts(original: LinkableText, rendering: LinkableText): LinkedTexts {
  const [from, to] = [sentencesOf(original), sentencesOf(rendering)];
  const { beads, relation } = alignSentences(alignable(original, from), alignable(rendering, to));
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

function alignable(
  { language, segments }: LinkableText,
  sentences: readonly PlacedSentence[],
): AlignmentText {
  const pages = new Map(segments.map(({ id, page }) => [id, page]));
  return {
    language,
    sentences: sentences.map(({ text }) => text),
    pages: sentences.map(({ parts }) => pages.get(parts[0]?.line ?? '')),
  };
}

type PlacedSentence = { text: string; parts: readonly LinePart[] };

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
    for (const { start, end } of splitSentences(segment.value, language)) {
      sentences.push({ text: segment.value.slice(start, end), parts: [{ line: segment.id, start, end }] });
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
