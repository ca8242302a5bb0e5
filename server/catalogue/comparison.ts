import { joinRows, type Joint } from '../../viewer/iiif/join-rows.ts';
import { wordDistance } from '../language/word-diff.ts';
import type { Segment, SegmentPart } from '../model/text.ts';

/** What two translations say of the same words of the original. One side is empty where only the other renders them. */
export type ComparedRow = {
  /** In reading order, from 0. */
  number: number;
  original: readonly SegmentPart[];
  left: readonly Segment[];
  right: readonly Segment[];
  /** 0: in the same words; 1: in none that both have. Of two languages nothing is said. */
  difference: number | undefined;
};

type ComparedTexts = {
  original: readonly Segment[];
  left: readonly Segment[];
  right: readonly Segment[];
};

/**
 * Sets two translations beside each other, joined by the parts of the original that both render, in the order of the
 * left one. Words of the original that neither renders are rows of their own, where they stand.
 */
export function compareTranslations({ original, left, right }: ComparedTexts): ComparedRow[] {
  const rows = joinRows(left, right, sharedParts(left, right)).map((row) => ({
    ...row,
    original: partsOf([...row.left, ...row.right], original),
    difference: undefined,
  }));
  const position = new Map(original.map(({ id }, index) => [id, index]));
  const rendered = new Set(rows.flatMap((row) => row.original.map(({ segment }) => segment)));
  const silent = original.filter(({ id, value }) => !rendered.has(id) && value.trim() !== '');
  const all: UnnumberedRow[] = [];
  for (const row of withoutRepeats(rows)) {
    const first = position.get(row.original[0]?.segment ?? '') ?? -1;
    while (silent[0] !== undefined && (position.get(silent[0].id) ?? 0) < first) takeSilent();
    all.push(row);
  }
  while (silent.length > 0) takeSilent();
  return all.map((row, number) => ({ ...row, number }));

  function takeSilent(): void {
    const segment = silent.shift();
    if (segment === undefined) return;
    const part = { segment: segment.id, start: 0, end: segment.value.length };
    const last = all.at(-1);
    // Neighbours that nobody renders are one silence.
    if (last !== undefined && last.left.length + last.right.length === 0) {
      all[all.length - 1] = { ...last, original: [...last.original, part] };
    } else all.push({ original: [part], left: [], right: [], difference: undefined });
  }
}

type UnnumberedRow = Omit<ComparedRow, 'number'>;

/** Sentences of one translation that render the same together, beside nothing of the other, are one row. */
function withoutRepeats(rows: readonly UnnumberedRow[]): UnnumberedRow[] {
  const merged: UnnumberedRow[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const alone =
      last !== undefined &&
      ((last.left.length === 0 && row.left.length === 0) ||
        (last.right.length === 0 && row.right.length === 0));
    if (alone && row.original.length > 0 && JSON.stringify(last.original) === JSON.stringify(row.original)) {
      merged[merged.length - 1] = {
        ...last,
        left: [...last.left, ...row.left],
        right: [...last.right, ...row.right],
      };
    } else merged.push(row);
  }
  return merged;
}

/** @param language that both are in; undefined where they are in two, of which nothing is said. */
export function withDifferences(rows: readonly ComparedRow[], language: string | undefined): ComparedRow[] {
  return rows.map((row) => ({ ...row, difference: differenceOf(row, language) }));
}

/** The rows in which they differ most first, then those that only one of them has, then what neither has. */
export function mostDifferentFirst(rows: readonly ComparedRow[]): ComparedRow[] {
  const rank = (row: ComparedRow) =>
    row.left.length > 0 && row.right.length > 0 ? 0 : row.left.length + row.right.length > 0 ? 1 : 2;
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || (b.difference ?? 0) - (a.difference ?? 0) || a.number - b.number,
  );
}

/** So much of the shorter of two stretches must be shared: a word that one of them has too much joins nothing. */
const SHARED = 0.3;

function sharedParts(left: readonly Segment[], right: readonly Segment[]): Joint[] {
  const bySegment = new Map<string, { part: SegmentPart; index: number }[]>();
  for (const [index, { link }] of right.entries()) {
    for (const part of link?.parts ?? []) {
      const known = bySegment.get(part.segment);
      if (known === undefined) bySegment.set(part.segment, [{ part, index }]);
      else known.push({ part, index });
    }
  }
  return left.flatMap(({ link }, index) =>
    (link?.parts ?? []).flatMap((part) =>
      (bySegment.get(part.segment) ?? [])
        .filter((other) => overlap(part, other.part))
        .map((other): Joint => [index, other.index]),
    ),
  );
}

function overlap(a: SegmentPart, b: SegmentPart): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > SHARED * Math.min(a.end - a.start, b.end - b.start);
}

/** All that these render, in reading order, each character once. */
function partsOf(segments: readonly Segment[], original: readonly Segment[]): SegmentPart[] {
  const position = new Map(original.map(({ id }, index) => [id, index]));
  const sorted = segments
    .flatMap(({ link }) => link?.parts ?? [])
    .filter(({ segment }) => position.has(segment))
    .sort((a, b) => (position.get(a.segment) ?? 0) - (position.get(b.segment) ?? 0) || a.start - b.start);
  const parts: SegmentPart[] = [];
  for (const { segment, start, end } of sorted) {
    const last = parts.at(-1);
    if (last?.segment === segment && start <= last.end + 1) last.end = Math.max(last.end, end);
    else parts.push({ segment, start, end });
  }
  return parts;
}

function differenceOf(
  { left, right }: { left: readonly Segment[]; right: readonly Segment[] },
  language: string | undefined,
): number | undefined {
  if (language === undefined || left.length === 0 || right.length === 0) return undefined;
  return wordDistance(wordsOf(left), wordsOf(right), language);
}

export function wordsOf(segments: readonly Segment[]): string {
  return segments.map(({ value }) => value.replace(/\s+/g, ' ')).join(' ');
}
