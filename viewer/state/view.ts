import type { Box } from '../iiif/text.ts';

/** What a pane shows: the point in its middle, in the canvases' units, and CSS pixels per unit. */
export type View = { x: number; y: number; scale: number };

type Size = { width: number; height: number };

/** In CSS pixels; `corner` is what controls cover at the bottom left, with their distance from the edges. */
export type Pane = Size & { corner?: Size | undefined };

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
  return movedTo(place, { ...view, scale }, pane, view);
}

/** The same at the scale that the reader has; of a place too large for that, whatever part is nearest. */
export function panOf(place: Box, view: View, pane: Pane): View | undefined {
  return movedTo(place, view, pane, view);
}

/** A place in the middle, as large as it can be seen whole. */
export function frameOf(place: Box, view: View, pane: Pane): View | undefined {
  const scale = Math.min(
    Math.max(1, pane.width - 2 * MARGIN) / place.width,
    Math.max(1, pane.height - 2 * MARGIN) / place.height,
  );
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2, scale };
  return movedTo(place, middle, pane, view);
}

/** What of a surface a view shows, within the margin that `frameOf` leaves around it. */
export function framedBy({ x, y, scale }: View, pane: Pane): Box {
  const width = Math.max(1, pane.width - 2 * MARGIN) / scale;
  const height = Math.max(1, pane.height - 2 * MARGIN) / scale;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function movedTo(place: Box, wanted: View, pane: Pane, view: View): View | undefined {
  const open = within(place, wanted, pane, MARGIN);
  const next = isCovered(place, open, pane)
    ? within(place, wanted, pane, Math.max(MARGIN, pane.corner?.height ?? 0))
    : open;
  const still = next.scale === view.scale && next.x === view.x && next.y === view.y;
  return still ? undefined : next;
}

/** @param below free space at the bottom, in CSS pixels. */
function within(place: Box, { x, y, scale }: View, pane: Pane, below: number): View {
  const halfWidth = Math.max(1, pane.width / 2 - MARGIN) / scale;
  const up = Math.max(1, pane.height / 2 - MARGIN) / scale;
  const down = Math.max(1, pane.height / 2 - below) / scale;
  return {
    x: clamp(x, place.x + place.width - halfWidth, place.x + halfWidth),
    y: clamp(y, place.y + place.height - down, place.y + up),
    scale,
  };
}

/** Whether a place would lie behind the controls in the corner. */
function isCovered(place: Box, view: View, { width, height, corner }: Pane): boolean {
  if (corner === undefined) return false;
  const left = (place.x - view.x) * view.scale + width / 2;
  const bottom = (place.y + place.height - view.y) * view.scale + height / 2;
  return left < corner.width && bottom > height - corner.height;
}

function legibleScale(lineHeight: number, scale: number, fitting: number): number {
  if (lineHeight === 0 || lineHeight * scale >= LEGIBLE) return scale;
  const closer = Math.min(COMFORTABLE / lineHeight, fitting);
  // A little closer reads no better, and every move costs the reader their bearings.
  return closer > scale * 1.2 ? closer : scale;
}

/** Of a place larger than the room the two bounds cross: between them it fills the room. */
function clamp(value: number, one: number, other: number): number {
  return Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));
}
