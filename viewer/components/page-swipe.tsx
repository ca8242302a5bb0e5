import type { ScanProps } from 'mirador';
import { useContext, useEffect, useEffectEvent } from 'react';
import { isSeenWhole, showWhole } from '../state/scan-geometry.ts';
import { Swipe } from '../state/swipe.ts';
import { TurningContext } from '../state/turning.ts';

/** A finger that wipes over the scan turns the page, while the page is seen whole; zoomed in it moves the scan. */
export function PageSwipe({ viewer, canvasWorld }: ScanProps): null {
  const { next: after, previous: before, direction, turnTo } = useContext(TurningContext);

  const isWhole = useEffectEvent(() => viewer !== null && isSeenWhole(viewer.viewport, canvasWorld));
  const end = useEffectEvent((way: 'left' | 'right' | undefined) => {
    // Whoever wipes to the left pulls in what lies to the right.
    const next = direction === 'rtl' ? 'right' : 'left';
    const hasTurned = way !== undefined && turnTo(way === next ? after : before);
    // What the finger has moved a little lies whole again.
    if (!hasTurned && viewer !== null) showWhole(viewer.viewport, canvasWorld, false);
  });

  useEffect(() => {
    if (viewer === null) return undefined;
    const swipe = new Swipe();
    const onDown = (event: PointerEvent) => swipe.press(event, isWhole());
    const onUp = (event: PointerEvent) => {
      const was = swipe.release(event);
      if (was !== undefined) end(was === 'moved' ? undefined : was);
    };
    const onCancel = (event: PointerEvent) => swipe.cancel(event);
    // Momentum would carry away the page that a finger has wiped.
    const onDragEnd = (event: { preventDefaultAction?: boolean }) => {
      if (swipe.isUnderWay) event.preventDefaultAction = true;
    };
    const { element } = viewer;
    // Before the viewer takes the pointer for itself.
    element.addEventListener('pointerdown', onDown, true);
    element.addEventListener('pointerup', onUp, true);
    element.addEventListener('pointercancel', onCancel, true);
    viewer.addHandler('canvas-drag-end', onDragEnd);
    return () => {
      element.removeEventListener('pointerdown', onDown, true);
      element.removeEventListener('pointerup', onUp, true);
      element.removeEventListener('pointercancel', onCancel, true);
      viewer.removeHandler('canvas-drag-end', onDragEnd);
    };
  }, [viewer]);
  return null;
}
