import type { OsdViewer, ScanProps } from 'mirador';
import type { ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

/** Nearer, farther, and the whole page again. */
export function ZoomControls({ viewer, canvasWorld }: ScanProps): ReactElement | null {
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
        onClick={() => showAll(viewer, canvasWorld)}
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

function showAll({ viewport }: OsdViewer, world: ScanProps['canvasWorld']): void {
  const bounds = viewport.getBoundsNoRotate().clone();
  const [first = [0, 0, 0, 0]] = world.canvasIds.map((id) => world.canvasToWorldCoordinates(id));
  [bounds.x, bounds.y, bounds.width, bounds.height] = first;
  if (bounds.width > 0 && bounds.height > 0) viewport.fitBounds(bounds);
}
