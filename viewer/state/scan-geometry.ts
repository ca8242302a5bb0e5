import type { CanvasWorld, OsdPoint, OsdViewport } from 'mirador';
import { unionOf } from '../iiif/lit-boxes.ts';
import type { Box } from '../iiif/text.ts';
import type { Wanted } from './room-context.ts';
import { shownThrough, turnedBox, turnedPoint, withinHalfTurn } from './rotation.ts';
import { framedBy, frameOf, panOf, viewOf, type Pane, type View } from './view.ts';

/** Between a place and the control beside it. CSS pixels. */
const AIR = 8;

/** Where a canvas lies on the surface, and how many of the surface's units one of its own is. */
export type Placement = { x: number; y: number; scale: number };

/** Of two that lie side by side one is made as high as the other, and is larger or smaller than it is itself. */
export function placementOf({ id, width }: { id: string; width: number }, world: CanvasWorld): Placement {
  const box = canvasBox(id, world);
  if (box === undefined) return { x: 0, y: 0, scale: 1 };
  const { x, y } = box;
  return { x, y, scale: width > 0 ? box.width / width : 1 };
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

/** The point of a canvas under a pixel of the pane. */
export function pointAt(
  viewport: OsdViewport,
  pixel: OsdPoint,
  { x: left, y: top, scale }: Placement,
): OsdPoint {
  const x = viewport.getFlip() ? viewport.getContainerSize().x - pixel.x : pixel.x;
  const point = viewport.pointFromPixel(osdPoint(viewport, x, pixel.y), true);
  return { x: (point.x - left) / scale, y: (point.y - top) / scale };
}

/** OpenSeadragon's points have methods, and Mirador does not export their class: one of its own is filled anew. */
function osdPoint(viewport: OsdViewport, x: number, y: number): OsdPoint {
  const point = viewport.getCenter();
  point.x = x;
  point.y = y;
  return point;
}

/**
 * Moves the scan to these places, in the canvas's units; not at all if they are in view and can be read. However the
 * scan is turned, it is reckoned as the reader sees it: on the turned surface, in an upright pane.
 *
 * @param corner what controls cover at the bottom left of the pane, in CSS pixels.
 */
export function bringIntoView(
  viewport: OsdViewport,
  wanted: Wanted,
  { x: left, y: top, scale }: Placement,
  corner: Pane['corner'],
  immediately = window.matchMedia('(prefers-reduced-motion: reduce)').matches,
): void {
  const degrees = viewport.getRotation();
  const place = unionOf(
    wanted.boxes.map(({ x, y, width, height }) =>
      turnedBox(
        { x: left + scale * x, y: top + scale * y, width: scale * width, height: scale * height },
        degrees,
      ),
    ),
  );
  if (place === undefined) return;
  const pane = { ...paneOf(viewport), corner };
  const view = currentView(viewport, pane);
  if (view === undefined) return;
  const next = nextView(place, wanted, scale, view, pane);
  if (next === undefined) return;
  const middle = turnedPoint(next, -degrees);
  const target = viewport.getBoundsNoRotate().clone();
  target.width = pane.width / next.scale;
  target.height = pane.height / next.scale;
  target.x = middle.x - target.width / 2;
  target.y = middle.y - target.height / 2;
  // Without the turn it would be taken for an upright part, and all of that shown: from farther than was meant.
  viewport.fitBounds(target.rotate(-degrees), immediately);
}

function nextView(place: Box, wanted: Wanted, scale: number, view: View, pane: Pane): View | undefined {
  switch (wanted.how) {
    case 'panned':
      return panOf(place, view, pane);
    case 'framed':
      return frameOf(place, view, pane);
    case 'legible':
      return viewOf(place, scale * wanted.lineHeight, view, pane);
  }
}

/**
 * The part of a canvas that is in view, in its units, such that to frame it shows the same again; undefined if all
 * of it is, or nothing. `scale`: as of its placement. Of a scan that is turned askew it is the upright part around what is in view.
 */
export function visiblePart(
  viewport: OsdViewport,
  canvasId: string | undefined,
  world: CanvasWorld,
  scale = 1,
): Box | undefined {
  const pane = paneOf(viewport);
  const view = currentView(viewport, pane);
  const canvas = canvasBox(canvasId, world);
  if (view === undefined || canvas === undefined) return undefined;
  const degrees = viewport.getRotation();
  const turned = turnedBox(canvas, degrees);
  const [width, height] = [pane.width / view.scale, pane.height / view.scale];
  const all = sharedBox({ x: view.x - width / 2, y: view.y - height / 2, width, height }, turned);
  // A hair's breadth that is out of view is no reason to offer a part.
  if (all === undefined || (all.width > 0.98 * turned.width && all.height > 0.98 * turned.height))
    return undefined;
  const box = shownThrough(framedBy(view, pane), canvas, degrees);
  if (box === undefined) return undefined;
  const [x, y] = [(box.x - canvas.x) / scale, (box.y - canvas.y) / scale];
  return { x, y, width: box.width / scale, height: box.height / scale };
}

/** Whether all that lies on the surface is in view. */
export function isSeenWhole(viewport: OsdViewport, world: CanvasWorld): boolean {
  return world.canvasIds.every((id) => visiblePart(viewport, id, world) === undefined);
}

/** How large the pages are shown or will be, of what lets it be seen whole: 1 is the whole page, 2 twice as near. */
export function magnification(viewport: OsdViewport, world: CanvasWorld): number | undefined {
  const pane = paneOf(viewport);
  const view = currentView(viewport, pane);
  const spread = spreadBox(world);
  if (view === undefined || spread === undefined) return undefined;
  const turned = turnedBox(spread, viewport.getRotation());
  return view.scale / Math.min(pane.width / turned.width, pane.height / turned.height);
}

/**
 * Turns the scan about the middle of the pane, at once; where the whole page was in view it is so again.
 *
 * @param degrees clockwise.
 */
export function turnTo(viewport: OsdViewport, degrees: number, world: CanvasWorld): void {
  if (withinHalfTurn(viewport.getRotation()) === withinHalfTurn(degrees)) return;
  const large = magnification(viewport, world);
  const isWhole = large !== undefined && large < 1.01 && isSeenWhole(viewport, world);
  viewport.setRotation(degrees, true);
  if (isWhole) showWhole(viewport, world, true);
}

/** Around all canvases that lie on the surface: one, or two side by side. */
function spreadBox(world: CanvasWorld): Box | undefined {
  return unionOf(world.canvasIds.flatMap((id) => canvasBox(id, world) ?? []));
}

function canvasBox(canvasId: string | undefined, world: CanvasWorld): Box | undefined {
  if (canvasId === undefined || !world.canvasIds.includes(canvasId)) return undefined;
  const [x, y, width, height] = world.canvasToWorldCoordinates(canvasId);
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
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

/** Where the turned surface stands, or is on its way to; undefined before it has a size. */
function currentView(viewport: OsdViewport, { width }: Pane): View | undefined {
  const bounds = viewport.getBoundsNoRotate();
  if (!(bounds.width > 0 && width > 0)) return undefined;
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  return { ...turnedPoint(middle, viewport.getRotation()), scale: width / bounds.width };
}

/** How far the controls reach into the pane from its bottom left; undefined where there are none. */
export function cornerOf(scan: Element): Pane['corner'] {
  // What is said above an open panel is as far off as the panel, which the reader can close.
  const controls = [...scan.querySelectorAll('.desk-zoom, .desk-zoom + .desk-altered')].map((element) =>
    element.getBoundingClientRect(),
  );
  if (controls.length === 0) return undefined;
  const { left, bottom } = scan.getBoundingClientRect();
  const [right, top] = [
    Math.max(...controls.map((box) => box.right)),
    Math.min(...controls.map((box) => box.top)),
  ];
  return { width: right - left + AIR, height: bottom - top + AIR };
}

/** Shows the page, or both, as large as the pane lets them be seen whole. */
export function showWhole(viewport: OsdViewport, world: CanvasWorld, immediately: boolean): void {
  const spread = spreadBox(world);
  if (spread === undefined) return;
  // What is not turned itself is fitted with all its corners, however the surface is turned.
  viewport.fitBounds(Object.assign(viewport.getBoundsNoRotate().clone(), spread), immediately);
}
