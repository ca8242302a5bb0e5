import type { ReactElement } from 'react';
import type { Marked } from '../iiif/evidence.ts';
import { say } from '../messages/messages.ts';
import type { Reader } from '../state/reader.ts';
import type { Offer } from '../state/share-offer.ts';
import { Dialog } from './dialog.tsx';
import { onRequest } from './on-request.tsx';

/** What can be opened over the room; evidence with the words that were selected then. */
export type Opened =
  | { kind: 'cite' | 'download' | 'about' | 'keys' | 'beside' }
  | { kind: 'share'; offer: Offer }
  | { kind: 'evidence'; marked: readonly Marked[] };

export const DialogContents = onRequest(async () => (await import('./dialog-contents.tsx')).DialogContents);

const TITLES = {
  cite: 'cite',
  download: 'download',
  about: 'about',
  evidence: 'evidence',
  keys: 'keys',
  share: 'share',
  beside: 'openBeside',
} as const;

/** The dialogs of the room, of which one at most is open. */
export function RoomDialogs({
  reader,
  opened,
  onClose,
}: {
  reader: Reader;
  opened: Opened | undefined;
  onClose: () => void;
}): ReactElement {
  return (
    <Dialog
      isOpen={opened !== undefined}
      title={opened === undefined ? '' : say(TITLES[opened.kind])}
      isWide={opened?.kind === 'evidence' || opened?.kind === 'keys'}
      onClose={onClose}
    >
      {() => (opened === undefined ? null : <DialogContents reader={reader} opened={opened} />)}
    </Dialog>
  );
}
