import { createContext } from 'react';
import type { Box, Place, Point } from '../iiif/text.ts';

/**
 * Places to bring into view: so that they can be read, by how high a line of this page usually is; or only by
 * panning, where nobody has asked for more than a look.
 */
export type Wanted = { boxes: readonly Box[] } & ({ how: 'legible'; lineHeight: number } | { how: 'panned' });

/** What the scan and the text tell each other. Boxes and points are in the units of the canvas. */
export type Room = {
  canvasId: string | undefined;
  lit: readonly Place[];
  /** What to bring into view; another object each time that it is asked for. */
  wanted: Wanted | undefined;
  /** The pointer is over this point of the scan; undefined when it has left. Answers whether text stands there. */
  onPoint: (point: Point | undefined) => boolean;
  onPick: (point: Point) => void;
  /** An image of the canvas that is shown did not come. */
  onScanFailed: (address: string) => void;
};

export const RoomContext = createContext<Room>({
  canvasId: undefined,
  lit: [],
  wanted: undefined,
  onPoint: () => false,
  onPick: () => undefined,
  onScanFailed: () => undefined,
});
