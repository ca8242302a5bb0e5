import type { OsdPoint, OsdViewer, ScanProps } from 'mirador';
import { useContext, useEffect, useEffectEvent, useRef, type ReactElement, type ReactNode } from 'react';
import { say } from '../messages/messages.ts';
import { PointerMotion } from '../state/pointer-motion.ts';
import { failedAddress, hushFailedImages } from '../state/image-failure.ts';
import { RoomContext, type CanvasPoint, type ScannedLeaf, type Wanted } from '../state/room-context.ts';
import {
  bringIntoView,
  cornerOf,
  placementOf,
  pointAt,
  showWhole,
  transformOf,
  visiblePart,
  type Placement,
} from '../state/scan-geometry.ts';
import { AllPlaces } from './all-places.tsx';
import { HitPlaces } from './hit-places.tsx';
import { Edge, Places } from './places.tsx';

/** After these the scan stands elsewhere. */
const MOVEMENTS = ['update-viewport', 'animation', 'resize', 'open', 'rotate', 'flip'];

/**
 * The places that are lit, drawn over the scan, and what the pointer does on it. Mirador could draw annotations
 * itself, but only one selected, without its edge apart from its fill, and drawn anew for each frame of a movement.
 */
export function LitPlaces({
  viewer,
  canvasWorld,
  hasLines,
}: ScanProps & {
  /** Whether all places of the texts are outlined. */
  hasLines: boolean;
}): ReactElement | null {
  const { canvasId, leaves, lit, wanted, onPoint, onPick, onScanFailed, visible } = useContext(RoomContext);
  const outlined = useRef<SVGGElement>(null);
  const found = useRef<SVGGElement>(null);
  const wash = useRef<SVGGElement>(null);
  const edge = useRef<SVGGElement>(null);
  const placed = leaves.map((leaf) => ({ ...leaf, placement: placementOf(leaf.canvas, canvasWorld) }));
  const placementBy = (id: string | undefined) => placed.find(({ canvas }) => canvas.id === id)?.placement;

  const follow = useEffectEvent((viewer: OsdViewer) => {
    const { matrix, pixel } = transformOf(viewer.viewport);
    for (const drawing of [outlined.current, found.current, wash.current, edge.current]) {
      drawing?.setAttribute('transform', matrix);
      // Strokes of `non-scaling-stroke` stay as they were when they stand in a mask; so they are scaled here.
      drawing?.style.setProperty('--surface-pixel', `${pixel}px`);
    }
  });
  /** The canvas under a pixel of the pane, and the point of it; of none the first, which then has nothing there. */
  const under = ({ viewport }: OsdViewer, pixel: OsdPoint): CanvasPoint | undefined => {
    const points = placed.map(({ canvas, placement }) => ({
      canvas: canvas.id,
      width: canvas.width,
      point: pointAt(viewport, pixel, placement),
    }));
    return points.find(({ point: { x }, width }) => x >= 0 && x <= width) ?? points[0];
  };
  const point = useEffectEvent((viewer: OsdViewer, pixel: OsdPoint | undefined) => {
    const isOverText = onPoint(pixel === undefined ? undefined : under(viewer, pixel));
    viewer.element.toggleAttribute('data-over-text', isOverText);
  });
  const pick = useEffectEvent((viewer: OsdViewer, pixel: OsdPoint) => {
    const at = under(viewer, pixel);
    if (at !== undefined) onPick(at);
  });
  const fail = useEffectEvent((failure: unknown) => {
    const address = failedAddress(failure);
    if (address !== undefined) onScanFailed(address);
  });
  const bring = useEffectEvent((viewer: OsdViewer, wanted: Wanted) => {
    const placement = placementBy(wanted.canvas);
    if (placement !== undefined) bringIntoView(viewer.viewport, wanted, placement, cornerOf(viewer.element));
  });

  useEffect(() => {
    if (viewer === null) return undefined;
    const onMove = () => follow(viewer);
    const onClick = ({ quick, position }: { quick?: boolean; position?: OsdPoint }) => {
      if (quick === true && position !== undefined) pick(viewer, position);
    };
    const motion = new PointerMotion();
    const onPointer = (event: PointerEvent) => {
      if (!motion.isMoving(event)) return;
      // A finger does not hover, and a hand that drags the scan points at nothing.
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const { left, top } = viewer.element.getBoundingClientRect();
      const onControls = event.target instanceof Element && event.target.closest('.desk-controls') !== null;
      point(viewer, onControls ? undefined : { x: event.clientX - left, y: event.clientY - top });
    };
    const onLeave = () => point(viewer, undefined);
    for (const name of MOVEMENTS) viewer.addHandler(name, onMove);
    viewer.addHandler('canvas-click', onClick);
    const { element } = viewer;
    element.addEventListener('pointermove', onPointer);
    element.addEventListener('pointerleave', onLeave);
    // It is a stop of the Tab key and takes arrow keys; without this it would be one without a name.
    viewer.canvas.setAttribute('role', 'application');
    viewer.canvas.setAttribute('aria-label', say('scanKeys'));
    onMove();
    return () => {
      for (const name of MOVEMENTS) viewer.removeHandler(name, onMove);
      viewer.removeHandler('canvas-click', onClick);
      element.removeEventListener('pointermove', onPointer);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [viewer]);

  useEffect(() => {
    if (viewer === null) return undefined;
    const onFailure = (failure: unknown) => fail(failure);
    const unhush = hushFailedImages();
    viewer.addHandler('add-item-failed', onFailure);
    return () => {
      unhush();
      viewer.removeHandler('add-item-failed', onFailure);
    };
  }, [viewer]);

  useEffect(() => {
    if (viewer !== null && wanted !== undefined) bring(viewer, wanted);
  }, [viewer, wanted]);

  // Turning from an upright to a broad page keeps the scale of the first, here and again once its image is there.
  // What is wanted of this page is brought into view again then, for a link leads there before there is a scan.
  const arrive = useEffectEvent((viewer: OsdViewer) => {
    showWhole(viewer.viewport, canvasWorld, true);
    const placement = placementBy(wanted?.canvas);
    if (wanted !== undefined && placement !== undefined)
      bringIntoView(viewer.viewport, wanted, placement, cornerOf(viewer.element), true);
  });
  const world = canvasWorld.canvasIds.join(' ');
  useEffect(() => {
    if (viewer === null || world === '') return undefined;
    const onItem = () => arrive(viewer);
    onItem();
    for (const name of ['add-item', 'remove-item']) viewer.world.addHandler(name, onItem);
    return () => {
      for (const name of ['add-item', 'remove-item']) viewer.world.removeHandler(name, onItem);
    };
  }, [viewer, world]);

  useEffect(() => {
    if (viewer === null) return undefined;
    // With the very first tile Mirador itself shows the whole page once more.
    const onTile = () => {
      viewer.removeHandler('tile-loaded', onTile);
      arrive(viewer);
    };
    viewer.addHandler('tile-loaded', onTile);
    return () => viewer.removeHandler('tile-loaded', onTile);
  }, [viewer]);

  const look = useEffectEvent((viewer: OsdViewer) =>
    visiblePart(viewer.viewport, canvasId, canvasWorld, placementBy(canvasId)?.scale),
  );
  useEffect(() => {
    if (viewer === null) return undefined;
    visible.current = () => look(viewer);
    return () => {
      visible.current = () => undefined;
    };
  }, [viewer, visible]);

  // Another page lies elsewhere and has another size: the drawing has to follow before the scan next moves.
  useEffect(() => {
    if (viewer !== null) follow(viewer);
  });

  const drawn = (draw: (leaf: ScannedLeaf) => ReactNode) =>
    placed.map((leaf) => (
      <OnCanvas key={leaf.canvas.id} placement={leaf.placement}>
        {draw(leaf)}
      </OnCanvas>
    ));
  const isLit = ({ canvas }: ScannedLeaf) => canvas.id === lit.canvas;

  // Drawings of their own: what was found lies under the light, whose wash is mixed with the scan, its edge is not.
  return (
    <>
      <svg className="desk-lit desk-all" aria-hidden="true" focusable="false">
        <g ref={outlined}>{drawn(({ shown }) => (hasLines ? <AllPlaces texts={shown} /> : null))}</g>
      </svg>
      <svg className="desk-lit desk-found" aria-hidden="true" focusable="false">
        <g ref={found}>
          {drawn(({ hits }) => (
            <HitPlaces hits={hits} />
          ))}
        </g>
      </svg>
      <svg className="desk-lit desk-lit-wash" aria-hidden="true" focusable="false">
        <g ref={wash}>
          {drawn((leaf) => (isLit(leaf) && lit.how === 'washed' ? <Places places={lit.places} /> : null))}
        </g>
      </svg>
      <svg className="desk-lit" aria-hidden="true" focusable="false">
        <g ref={edge}>{drawn((leaf) => (isLit(leaf) ? <Edge places={lit.places} /> : null))}</g>
      </svg>
    </>
  );
}

/** In the units of a canvas, where that lies on the surface. */
function OnCanvas({
  placement: { x, y, scale },
  children,
}: {
  placement: Placement;
  children: ReactNode;
}): ReactElement {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${scale})`}
      style={{ '--pixel': `calc(var(--surface-pixel) / ${scale})` }}
    >
      {children}
    </g>
  );
}
