import { createContext } from 'react';
import type { Canvas } from '../iiif/manifest.ts';

/** The way through the pages of a document, by whatever turns them. */
export type Turning = {
  canvases: readonly Canvas[];
  /** Of the canvas that is shown; -1 while there is none. */
  index: number;
  /** Where to turn from here: beyond the other page where two lie side by side; there may be no such page. */
  next: number;
  previous: number;
  /**
   * Which side the next page is on, `rtl` to the left: as the manifest has it, whichever way the interface is written,
   * for that is how two pages lie side by side. What is turned, listed, walked and wiped goes by it alike.
   */
  direction: 'ltr' | 'rtl';
  /** To a page by its number from 0; one that is not there leads nowhere. Answers whether it led anywhere. */
  turnTo: (page: number) => boolean;
};

export const TurningContext = createContext<Turning>({
  ...{ canvases: [], index: -1, next: -1, previous: -1, direction: 'ltr' },
  turnTo: () => false,
});
