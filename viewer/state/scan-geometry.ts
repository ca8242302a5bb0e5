import type { CanvasWorld, OsdPoint, OsdViewport } from 'mirador';
import { unionOf } from '../iiif/lit-boxes.ts';
import type { Box } from '../iiif/text.ts';
import type { Wanted } from './room-context.ts';
import { framedBy, frameOf, panOf, viewOf, type Pane, type View } from './view.ts';

/** Between a place and the control beside it. CSS pixels. */
const AIR = 8;

/** Where a canvas begins on the surface. */
export function offsetOf(canvasId: string | undefined, world: CanvasWorld): OsdPoint {
  return canvasId !== undefined && world.canvasIds.includes(canvasId)
    ? world.offsetByCanvas(canvasId)
    : { x: 0, y: 0 };
}

/**
 * From the units of the surface to CSS pixels of the pane, moved, scaled, turned and mirrored: as the matrix of
 * an SVG transform, and how many of the units one pixel is.
 */
export function transformOf(viewport: OsdViewport): { matrix: string; pixel: number } {
  const origin = pixelAt(viewport, 0, 0);
  // Far apart, so that rounding inside the viewer does not show.
  const right = pixelAt(viewport, 1000, 0);
  const below = pixelAt(viewport, 0, 1000);
  const [a, b] = [(right.x - origin.x) / 1000, (right.y - origin.y) / 1000];
  const [c, d] = [(below.x - origin.x) / 1000, (below.y - origin.y) / 1000];
  const numbers = [a, b, c, d, origin.x, origin.y];
  const scale = Math.hypot(a, b);
  if (!numbers.every(Number.isFinite) || scale === 0) return { matrix: '', pixel: 1 };
  return { matrix: `matrix(${numbers.join(' ')})`, pixel: 1 / scale };
}

function pixelAt(viewport: OsdViewport, x: number, y: number): OsdPoint {
  const pixel = viewport.pixelFromPoint(osdPoint(viewport, x, y), true);
  return viewport.getFlip() ? { x: viewport.getContainerSize().x - pixel.x, y: pixel.y } : pixel;
}

/** The point of the canvas under a pixel of the pane. */
export function pointAt(viewport: OsdViewport, pixel: OsdPoint, offset: OsdPoint): OsdPoint {
  const x = viewport.getFlip() ? viewport.getContainerSize().x - pixel.x : pixel.x;
  const point = viewport.pointFromPixel(osdPoint(viewport, x, pixel.y), true);
  return { x: point.x - offset.x, y: point.y - offset.y };
}

/** OpenSeadragon's points have methods, and Mirador does not export their class: one of its own is filled anew. */
function osdPoint(viewport: OsdViewport, x: number, y: number): OsdPoint {
  const point = viewport.getCenter();
  point.x = x;
  point.y = y;
  return point;
}

/**
 * Moves the scan to these places, in the canvas's units; not at all if they are in view and can be read.
 *
 * @param corner what controls cover at the bottom left of the pane, in CSS pixels.
 */
export function bringIntoView(
  viewport: OsdViewport,
  wanted: Wanted,
  offset: OsdPoint,
  corner: Pane['corner'],
  immediately = window.matchMedia('(prefers-reduced-motion: reduce)').matches,
): void {
  const place = unionOf(wanted.boxes);
  if (place === undefined) return;
  const pane = { ...paneOf(viewport), corner };
  const view = currentView(viewport, pane);
  if (view === undefined) return;
  const moved = { ...place, x: place.x + offset.x, y: place.y + offset.y };
  const next = nextView(moved, wanted, view, pane);
  if (next === undefined) return;
  const target = viewport.getBoundsNoRotate().clone();
  target.width = pane.width / next.scale;
  target.height = pane.height / next.scale;
  target.x = next.x - target.width / 2;
  target.y = next.y - target.height / 2;
  viewport.fitBounds(target, immediately);
}

function nextView(place: Box, wanted: Wanted, view: View, pane: Pane): View | undefined {
  switch (wanted.how) {
    case 'panned':
      return panOf(place, view, pane);
    case 'framed':
      return frameOf(place, view, pane);
    case 'legible':
      return viewOf(place, wanted.lineHeight, view, pane);
  }
}

/**
 * The part of a canvas that is in view, in its units, such that to frame it shows the same again; undefined if all
 * of it is, or nothing.
 */
export function visiblePart(
  viewport: OsdViewport,
  canvasId: string | undefined,
  world: CanvasWorld,
): Box | undefined {
  const pane = paneOf(viewport);
  const view = currentView(viewport, pane);
  if (view === undefined || canvasId === undefined || !world.canvasIds.includes(canvasId)) return undefined;
  const [x, y, width, height] = world.canvasToWorldCoordinates(canvasId);
  const canvas = { x, y, width, height };
  const all = sharedBox(viewport.getBoundsNoRotate(), canvas);
  // A hair's breadth that is out of view is no reason to offer a part.
  if (all === undefined || (all.width > 0.98 * width && all.height > 0.98 * height)) return undefined;
  const box = sharedBox(framedBy(view, pane), canvas);
  return box === undefined ? undefined : { ...box, x: box.x - x, y: box.y - y };
}

function sharedBox(one: Box, other: Box): Box | undefined {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function paneOf(viewport: OsdViewport): Pane {
  const { x: width, y: height } = viewport.getContainerSize();
  return { width, height };
}

/** Where the scan stands, or is on its way to; undefined before it has a size. */
function currentView(viewport: OsdViewport, { width }: Pane): View | undefined {
  const bounds = viewport.getBoundsNoRotate();
  if (!(bounds.width > 0 && width > 0)) return undefined;
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  return { x, y, scale: width / bounds.width };
}

/** How far the zoom control reaches into the pane from its bottom left; undefined where there is none. */
export function cornerOf(scan: Element): Pane['corner'] {
  const control = scan.querySelector('.desk-zoom')?.getBoundingClientRect();
  if (control === undefined) return undefined;
  const { left, bottom } = scan.getBoundingClientRect();
  return { width: control.right - left + AIR, height: bottom - control.top + AIR };
}

/** Shows a canvas as large as the pane lets it be seen whole. */
export function showWhole(
  viewport: OsdViewport,
  canvasId: string | undefined,
  world: CanvasWorld,
  immediately: boolean,
): void {
  if (canvasId === undefined || !world.canvasIds.includes(canvasId)) return;
  const bounds = viewport.getBoundsNoRotate().clone();
  [bounds.x, bounds.y, bounds.width, bounds.height] = world.canvasToWorldCoordinates(canvasId);
  if (bounds.width > 0 && bounds.height > 0) viewport.fitBounds(bounds, immediately);
}
