import type { OsdViewer, ScanProps } from 'mirador';
import { useContext, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { RoomContext } from '../state/room-context.ts';
import { showWhole } from '../state/scan-geometry.ts';
import { Icon } from './icon.tsx';

/** Nearer, farther, and the whole page again. */
export function ZoomControls({ viewer, canvasWorld }: ScanProps): ReactElement | null {
  const { canvasId } = useContext(RoomContext);
  if (viewer === null || canvasWorld.canvasIds.length === 0) return null;
  return (
    <div className="desk-zoom" role="group" aria-label={say('zoom')}>
      <button
        type="button"
        className="desk-button"
        title={say('zoomIn')}
        aria-label={say('zoomIn')}
        onClick={() => zoom(viewer, 1.6)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        className="desk-button"
        title={say('zoomOut')}
        aria-label={say('zoomOut')}
        onClick={() => zoom(viewer, 1 / 1.6)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className="desk-button desk-button-worded"
        onClick={() => showWhole(viewer.viewport, canvasId, canvasWorld, false)}
      >
        {say('wholePage')}
      </button>
    </div>
  );
}

function zoom({ viewport }: OsdViewer, factor: number): void {
  viewport.zoomBy(factor);
  viewport.applyConstraints();
}
