import { placesOf, unionOf } from '../iiif/lit-boxes.ts';
import { boxOnCanvas, wholeRegion, type Region } from '../iiif/region.ts';
import { segmentsOf, type Row } from '../iiif/rows.ts';
import type { Size } from '../iiif/target.ts';
import type { Box, Segment, Text } from '../iiif/text.ts';

/** A line that the reader has picked: its annotation, where it stands, and its words. */
export type Line = { annotation: string; region: Region | undefined; words: string };

/** Where the reader is, as the parts of the room tell whoever asks; each puts its answer here. */
export type Whereabouts = {
  line: { current: () => Line | undefined };
  /** The part of the canvas that is in view, in its units; undefined: all of it, or none. */
  visible: { current: () => Box | undefined };
  reading: { current: () => Reading | undefined };
};

/** The texts of the page, those first that stand beside the scan, and which words of which are meant unless marked. */
export type Reading = { texts: readonly Text[]; shown: readonly Text[]; meant: readonly Segment[] };

/** Longer words than this name no line, they are one. */
const MOST_WORDS = 200;

/**
 * A row as a line to share: by one annotation, and with the place of all.
 * @param named the annotation; undefined is answered where the row does not have it.
 */
export function lineOf(row: Row, named: string, canvas: Size): Line | undefined {
  const segment = segmentsOf(row).find(({ id }) => id === named);
  if (segment === undefined) return undefined;
  const box = unionOf(placesOf(row));
  const inside = box === undefined ? undefined : boxOnCanvas({ unit: 'pixel', box }, canvas);
  return {
    annotation: segment.id,
    region: inside === undefined ? undefined : wholeRegion(inside),
    words: segment.value.slice(0, MOST_WORDS),
  };
}

/** Of a row without a mark in it, what renders something is meant, which leads to its original; else what is there. */
export function meantIn(cells: readonly (readonly Segment[])[]): readonly Segment[] {
  const isRendering = (cell: readonly Segment[]) => cell.some(({ renders }) => renders.length > 0);
  return cells.find(isRendering) ?? cells.find(({ length }) => length > 0) ?? [];
}
