import { ConnectedWindow } from 'mirador';
import type { ReactElement } from 'react';

/** Mirador's windows, each a reading room of its own, without the heading and the drop target of its workspace. */
export function Rooms({ windowIds }: { windowIds: readonly string[] }): ReactElement {
  return (
    <div className="desk-rooms">
      {windowIds.map((windowId) => (
        <ConnectedWindow key={windowId} windowId={windowId} />
      ))}
    </div>
  );
}
