import type { OsdPoint, OsdViewer, OsdViewport, ScanProps } from 'mirador';
import { useContext, useEffect, useEffectEvent, useId, useRef, type ReactElement } from 'react';
import { unionOf } from '../iiif/lit-boxes.ts';
import type { Box } from '../iiif/text.ts';
import { RoomContext, type Wanted } from '../state/room-context.ts';
import { viewOf } from '../state/view.ts';

/**
 * The places that are lit, drawn over the scan, and what the pointer does on it. Mirador could draw annotations
 * itself, but only one selected, without its edge apart from its fill, and drawn anew for each frame of a movement.
 */
export function LitPlaces({ viewer, canvasWorld }: ScanProps): ReactElement | null {
  const { canvasId, lit, wanted, onPoint, onPick } = useContext(RoomContext);
  const wash = useRef<SVGGElement>(null);
  const edge = useRef<SVGGElement>(null);
  const offset = offsetOf(canvasId, canvasWorld);

  const follow = useEffectEvent((viewer: OsdViewer) => {
    const transform = transformOf(viewer.viewport);
    for (const drawing of [wash.current, edge.current]) drawing?.setAttribute('transform', transform);
  });
  const point = useEffectEvent((viewer: OsdViewer, pixel: OsdPoint | undefined) => {
    const here = pixel === undefined ? undefined : pointAt(viewer.viewport, pixel, offset);
    viewer.element.toggleAttribute('data-over-text', onPoint(here));
  });
  const pick = useEffectEvent((viewer: OsdViewer, pixel: OsdPoint) => {
    onPick(pointAt(viewer.viewport, pixel, offset));
  });
  const bring = useEffectEvent((viewer: OsdViewer, wanted: Wanted) => {
    bringIntoView(viewer.viewport, wanted, offset);
  });

  useEffect(() => {
    if (viewer === null) return undefined;
    const onMove = () => follow(viewer);
    const onClick = ({ quick, position }: { quick?: boolean; position?: OsdPoint }) => {
      if (quick === true && position !== undefined) pick(viewer, position);
    };
    const onPointer = (event: PointerEvent) => {
      // A finger does not hover, and a hand that drags the scan points at nothing.
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const { left, top } = viewer.element.getBoundingClientRect();
      const onControls = event.target instanceof Element && event.target.closest('button') !== null;
      point(viewer, onControls ? undefined : { x: event.clientX - left, y: event.clientY - top });
    };
    const onLeave = () => point(viewer, undefined);
    for (const name of MOVEMENTS) viewer.addHandler(name, onMove);
    viewer.addHandler('canvas-click', onClick);
    const { element } = viewer;
    element.addEventListener('pointermove', onPointer);
    element.addEventListener('pointerleave', onLeave);
    onMove();
    return () => {
      for (const name of MOVEMENTS) viewer.removeHandler(name, onMove);
      viewer.removeHandler('canvas-click', onClick);
      element.removeEventListener('pointermove', onPointer);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [viewer]);

  useEffect(() => {
    if (viewer !== null && wanted !== undefined) bring(viewer, wanted);
  }, [viewer, wanted]);

  // Another page lies elsewhere and has another size: the drawing has to follow before the scan next moves.
  useEffect(() => {
    if (viewer !== null) follow(viewer);
  });

  // Two drawings: the wash is mixed with the scan as a whole, the edge is not.
  return (
    <>
      <svg className="desk-lit desk-lit-wash" aria-hidden="true" focusable="false">
        <g ref={wash}>
          <g transform={`translate(${offset.x} ${offset.y})`}>
            <Boxes boxes={lit} />
          </g>
        </g>
      </svg>
      <svg className="desk-lit" aria-hidden="true" focusable="false">
        <g ref={edge}>
          <g transform={`translate(${offset.x} ${offset.y})`}>
            <Edge boxes={lit} />
          </g>
        </g>
      </svg>
    </>
  );
}

/** Goes around all of them together: lines that touch are one place, not a ladder. */
function Edge({ boxes }: { boxes: readonly Box[] }): ReactElement | null {
  const mask = useId();
  const whole = unionOf(boxes);
  if (whole === undefined) return null;
  const around = Math.max(whole.width, whole.height);
  const area = {
    x: whole.x - around,
    y: whole.y - around,
    width: whole.width + 2 * around,
    height: whole.height + 2 * around,
  };
  return (
    <>
      <mask id={mask} maskUnits="userSpaceOnUse" {...area}>
        <rect {...area} fill="#fff" />
        <Boxes boxes={boxes} className="desk-lit-hole" />
      </mask>
      <g mask={`url(#${mask})`}>
        <Boxes boxes={boxes} className="desk-lit-halo" />
        <Boxes boxes={boxes} className="desk-lit-edge" />
      </g>
    </>
  );
}

function Boxes({ boxes, className }: { boxes: readonly Box[]; className?: string }): ReactElement[] {
  return boxes.map(({ x, y, width, height }, index) => (
    <rect
      key={index}
      {...{ x, y, width, height }}
      {...(className === undefined ? {} : { className })}
      vectorEffect="non-scaling-stroke"
    />
  ));
}

const MOVEMENTS = ['update-viewport', 'animation', 'resize', 'open', 'rotate', 'flip'];

function offsetOf(canvasId: string | undefined, world: ScanProps['canvasWorld']): OsdPoint {
  return canvasId !== undefined && world.canvasIds.includes(canvasId)
    ? world.offsetByCanvas(canvasId)
    : { x: 0, y: 0 };
}

/** From the units of the surface to CSS pixels of the pane, as an SVG matrix: moved, scaled, turned and mirrored. */
function transformOf(viewport: OsdViewport): string {
  const origin = pixelAt(viewport, 0, 0);
  // Far apart, so that rounding inside the viewer does not show.
  const right = pixelAt(viewport, 1000, 0);
  const below = pixelAt(viewport, 0, 1000);
  const numbers = [
    (right.x - origin.x) / 1000,
    (right.y - origin.y) / 1000,
    (below.x - origin.x) / 1000,
    (below.y - origin.y) / 1000,
    origin.x,
    origin.y,
  ];
  return numbers.every(Number.isFinite) ? `matrix(${numbers.join(' ')})` : '';
}

function pixelAt(viewport: OsdViewport, x: number, y: number): OsdPoint {
  const pixel = viewport.pixelFromPoint(osdPoint(viewport, x, y), true);
  return viewport.getFlip() ? { x: viewport.getContainerSize().x - pixel.x, y: pixel.y } : pixel;
}

function pointAt(viewport: OsdViewport, pixel: OsdPoint, offset: OsdPoint): OsdPoint {
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

function bringIntoView(viewport: OsdViewport, { boxes, lineHeight }: Wanted, offset: OsdPoint): void {
  const place = unionOf(boxes);
  if (place === undefined) return;
  const pane = { width: viewport.getContainerSize().x, height: viewport.getContainerSize().y };
  const bounds = viewport.getBoundsNoRotate();
  if (!(bounds.width > 0 && pane.width > 0)) return;
  const view = {
    x: bounds.x + bounds.width / 2,
    y: bounds.y + bounds.height / 2,
    scale: pane.width / bounds.width,
  };
  const moved = { ...place, x: place.x + offset.x, y: place.y + offset.y };
  const next = viewOf(moved, lineHeight, view, pane);
  if (next === undefined) return;
  const target = bounds.clone();
  target.width = pane.width / next.scale;
  target.height = pane.height / next.scale;
  target.x = next.x - target.width / 2;
  target.y = next.y - target.height / 2;
  viewport.fitBounds(target, window.matchMedia('(prefers-reduced-motion: reduce)').matches);
}
