import type { ReactElement } from 'react';
import type { Reader } from '../state/reader.ts';
import { About } from './about.tsx';
import { Cite } from './cite.tsx';
import { Download } from './download.tsx';
import { Evidence } from './evidence.tsx';
import { KeyHelp } from './key-help.tsx';
import { OpenBeside } from './open-beside.tsx';
import type { Opened } from './room-dialogs.tsx';
import { Share } from './share.tsx';

/** What is in each dialog of the room. One script for all: they share most of it. */
export function DialogContents({ reader, opened }: { reader: Reader; opened: Opened }): ReactElement {
  switch (opened.kind) {
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
      return <OpenBeside reader={reader} />;
    case 'keys':
      return <KeyHelp />;
  }
}
