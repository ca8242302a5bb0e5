import type { ReactElement } from 'react';
import type { Marked } from '../iiif/evidence.ts';
import { say } from '../messages/messages.ts';
import type { Reader } from '../state/reader.ts';
import type { Offer } from '../state/share-offer.ts';
import { About } from './about.tsx';
import { Cite } from './cite.tsx';
import { Dialog } from './dialog.tsx';
import { Download } from './download.tsx';
import { Evidence } from './evidence.tsx';
import { KeyHelp } from './key-help.tsx';
import { OpenBeside } from './open-beside.tsx';
import { Share } from './share.tsx';

/** What can be opened over the room; evidence with the words that were selected then. */
export type Opened =
  | { kind: 'cite' | 'download' | 'about' | 'keys' | 'beside' }
  | { kind: 'share'; offer: Offer }
  | { kind: 'evidence'; marked: readonly Marked[] };

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
      {() => {
        switch (opened?.kind) {
          case 'cite':
            return <Cite reader={reader} />;
          case 'download':
            return <Download reader={reader} />;
          case 'about':
            return <About reader={reader} />;
          case 'evidence':
            return <Evidence reader={reader} marked={opened.marked} />;
          case 'share':
            return <Share reader={reader} offer={opened.offer} />;
          case 'beside':
            return <OpenBeside />;
          case 'keys':
            return <KeyHelp />;
          case undefined:
            return null;
        }
      }}
    </Dialog>
  );
}
