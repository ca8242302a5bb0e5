import type { Segment } from '../model/text.ts';
import { unitText } from '../store/index-units.ts';
import { recordLines, type RecordLine } from '../store/record-lines.ts';
import type { IndexedUnit } from '../store/search-index.ts';
import type { DocumentSummary, Store } from '../store/store.ts';

/** The segments whose values a unit's text is made of, in its order. */
export function segmentsOfUnit(
  { document, text, page }: IndexedUnit,
  store: Pick<Store, 'segmentsOn' | 'unplacedSegments'>,
): Promise<readonly Segment[]> {
  if (text === undefined) return Promise.resolve([]);
  return page === undefined ? store.unplacedSegments(document, text) : store.segmentsOn(document, text, page);
}

/** The lines of the record that a unit's text is made of. */
export function linesOfUnit(
  { language }: IndexedUnit,
  { record }: Pick<DocumentSummary, 'record'>,
): readonly RecordLine[] {
  return recordLines(record).get(language) ?? [];
}

export function textOf(values: readonly { value: string }[]): string {
  return unitText(values.map(({ value }) => value));
}

/** Which part of which segments a stretch of a unit's text is: offsets in their values. */
export function partsOf(
  { start, end }: { start: number; end: number },
  segments: readonly { value: string }[],
): { index: number; start: number; end: number }[] {
  const parts: { index: number; start: number; end: number }[] = [];
  let begin = 0;
  for (const [index, { value }] of segments.entries()) {
    const own = { index, start: Math.max(0, start - begin), end: Math.min(value.length, end - begin) };
    if (own.end > own.start) parts.push(own);
    begin += value.length + 1;
    if (begin >= end) break;
  }
  return parts;
}
