import { placeOf, placesOf } from '../iiif/lit-boxes.ts';
import { segmentsOf, type Row } from '../iiif/rows.ts';
import type { Place, Segment } from '../iiif/text.ts';

/** A row of one of the grids that are shown: grids count from 0, rows within theirs. */
export type Spot = { grid: number; row: number };

/**
 * What is lit: by the canvas and the annotation, since another text beside it makes other rows.
 * `onText`: it was lit among the texts, not by its place on the scan.
 */
export type Light = { canvas: string; segment: string; spot: Spot; narrow: boolean; onText: boolean };

/** The first row of all grids that has a segment which is looked for. */
export function spotWhere(
  grids: readonly { rows: readonly Row[] }[],
  isIt: (segment: Segment) => boolean,
): Spot | undefined {
  const hasIt = (row: Row) => segmentsOf(row).some(isIt);
  const grid = grids.findIndex(({ rows }) => rows.some(hasIt));
  const row = grids[grid]?.rows.findIndex(hasIt) ?? -1;
  return row === -1 ? undefined : { grid, row };
}

/**
 * What a row is called when no segment of it is meant: the first that stands in no other row. Where sentences stand beside
 * lines, a line may be in two rows, and its name would lead to the first of them.
 */
export function nameOf(row: Row, rows: readonly Row[]): Segment | undefined {
  const segments = segmentsOf(row);
  return segments.find(({ id }) => isIn(row, id, rows)) ?? segments[0];
}

/** Whether a segment is in this row alone. */
export function isIn(row: Row, segment: string, rows: readonly Row[]): boolean {
  return rows.every((one) => holds(one, segment) === (one === row));
}

export function holds(row: Row, segment: string): boolean {
  return segmentsOf(row).some(({ id }) => id === segment);
}

/** The row's places; only the pointed segment's own where it is one of several in its column. */
export function litPlaces(row: Row | undefined, light: Light | undefined): readonly Place[] {
  if (row === undefined) return [];
  if (light?.narrow === true) {
    const cell = row.cells.find((segments) => segments.some(({ id }) => id === light.segment)) ?? [];
    const own = cell.find(({ id }) => id === light.segment);
    const place = own === undefined ? undefined : placeOf(own);
    if (cell.length > 1 && place !== undefined) return [place];
  }
  return placesOf(row);
}
