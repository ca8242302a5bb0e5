import type { ReactElement } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import type { DropZone } from '../state/drop-target.ts';

const ZONES: readonly { zone: DropZone; words: MessageKey }[] = [
  { zone: 'here', words: 'dropHere' },
  { zone: 'beside', words: 'dropBeside' },
];

/** Where what is held over the room can be let go. Keys have the dialog for it instead. */
export function DropZones({ over }: { over: DropZone | undefined }): ReactElement {
  return (
    <div className="desk-drop" aria-hidden="true">
      {ZONES.map(({ zone, words }) => (
        <div
          key={zone}
          data-drop={zone}
          className={`desk-drop-zone${over === zone ? ' desk-drop-over' : ''}`}
        >
          <span>{say(words)}</span>
        </div>
      ))}
    </div>
  );
}
