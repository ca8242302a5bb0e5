import type { Box } from '../iiif/text.ts';

/** What a pane shows: the point in its middle, in the canvases' units, and CSS pixels per unit. */
export type View = { x: number; y: number; scale: number };

export type Pane = { width: number; height: number };

/**
 * In CSS pixels: free space around what is brought into view, the height from which a written line can be read
 * at all, and well. Lines are measured by their ink, which is about half of what a line takes with its spacing.
 */
const MARGIN = 24;
const LEGIBLE = 8;
const COMFORTABLE = 16;

/**
 * Where to look to see a place: the least movement that brings it in, closer where its lines are too small to
 * read and there is room, farther where it does not fit. Undefined if it is in view already and legible.
 *
 * @param place all of it, in the canvases' units.
 * @param lineHeight of a usual line of the page, in the same; 0 if unknown.
 */
export function viewOf(place: Box, lineHeight: number, view: View, pane: Pane): View | undefined {
  const room = { width: Math.max(1, pane.width - 2 * MARGIN), height: Math.max(1, pane.height - 2 * MARGIN) };
  const fitting = Math.min(room.width / place.width, room.height / place.height);
  const scale = Math.min(fitting, legibleScale(lineHeight, view.scale, fitting));
  const [halfWidth, halfHeight] = [room.width / scale / 2, room.height / scale / 2];
  const x = clamp(view.x, place.x + place.width - halfWidth, place.x + halfWidth);
  const y = clamp(view.y, place.y + place.height - halfHeight, place.y + halfHeight);
  const still = scale === view.scale && x === view.x && y === view.y;
  return still ? undefined : { x, y, scale };
}

function legibleScale(lineHeight: number, scale: number, fitting: number): number {
  if (lineHeight === 0 || lineHeight * scale >= LEGIBLE) return scale;
  const closer = Math.min(COMFORTABLE / lineHeight, fitting);
  // A little closer reads no better, and every move costs the reader their bearings.
  return closer > scale * 1.2 ? closer : scale;
}

function clamp(value: number, low: number, high: number): number {
  // A place larger than the room is never asked for: the scale makes it fit. Rounding may still cross the two.
  return low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}
