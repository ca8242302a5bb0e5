import { createContext } from 'react';
import type { Box, Place, Point, Text } from '../iiif/text.ts';
import type { Whereabouts } from './whereabouts.ts';

/**
 * Places of a canvas to bring into view: so that they can be read, by how high a line of this page usually is; only
 * by panning, where nobody has asked for more than a look; or as large as they can be seen whole.
 */
export type Wanted = { canvas: string; boxes: readonly Box[] } & (
  { how: 'legible'; lineHeight: number } | { how: 'panned' | 'framed' }
);

/** What is lit on a canvas: places as a wash with an edge, or a frame around them and nothing over them. */
export type Lit = { canvas: string; places: readonly Place[]; how: 'washed' | 'framed' };

/**
 * Where on the canvas something was found: the hit that is chosen, and the others.
 * `isWords`: that one is known to the word, and not only to the segment that it is in.
 */
export type HitPlaces = { others: readonly Place[]; current: readonly Place[]; isWords: boolean };

/** A canvas that is shown, and what is drawn over it. */
export type ScannedLeaf = {
  canvas: { id: string; width: number };
  /** The texts that stand beside it, whose places can all be outlined. */
  shown: readonly Text[];
  hits: HitPlaces;
};

/** A point of one of the canvases. */
export type CanvasPoint = { canvas: string; point: Point };

/** What the scan and the text tell each other. Boxes and points are in the units of the canvas. */
export type Room = {
  /** The canvas that the reader has turned to. */
  canvasId: string | undefined;
  /** All that are shown: one, or two as in an open book. */
  leaves: readonly ScannedLeaf[];
  /** The texts that stand beside the scan; none where the reader has hidden all. */
  shown: readonly Text[];
  lit: Lit;
  /** What to bring into view; another object each time that it is asked for. */
  wanted: Wanted | undefined;
  /** The pointer is over this point of the scan; undefined when it has left. Answers whether text stands there. */
  onPoint: (at: CanvasPoint | undefined) => boolean;
  onPick: (at: CanvasPoint) => void;
  /** An image of the canvas that is shown did not come. */
  onScanFailed: (address: string) => void;
  /** Where the scan answers which part of the canvas is in view. */
  visible: Whereabouts['visible'];
};

export const RoomContext = createContext<Room>({
  canvasId: undefined,
  shown: [],
  leaves: [],
  lit: { canvas: '', places: [], how: 'washed' },
  wanted: undefined,
  onPoint: () => false,
  onPick: () => undefined,
  onScanFailed: () => undefined,
  visible: { current: () => undefined },
});
