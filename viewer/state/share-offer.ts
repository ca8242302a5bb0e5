import type { Panes } from '../iiif/panes.ts';
import { wholeRegion } from '../iiif/region.ts';
import { readBeside, type Beside } from './beside-address.ts';
import type { Reader } from './reader.ts';
import type { Around, Shareable } from './share-links.ts';
import type { Line } from './whereabouts.ts';

/** What may be shared, from the whole to its smallest part. */
export type Extent = 'document' | 'page' | 'line' | 'view';

/** What could be shared when the dialog was opened: while it stands open, nothing behind it changes. */
export type Offer = Partial<Record<Extent, Shareable>> & {
  words: Line['words'] | undefined;
  around: Around;
};

/**
 * What could be shared now.
 * @param panes undefined where they are as they come.
 * @param address of the room as it is.
 */
export function offerOf(
  { mount: { manifest, room }, canvas, whereabouts }: Reader,
  panes: Panes | undefined,
  address: string,
): Offer {
  const line = whereabouts.line.current();
  const visible = canvas.hasScan ? whereabouts.visible.current() : undefined;
  const place = { manifest, canvas: canvas.id };
  return {
    document: { kind: 'manifest', manifest },
    page: { kind: 'canvas', ...place },
    ...(line === undefined
      ? {}
      : {
          line: {
            ...{ kind: 'annotation', ...place, annotation: line.annotation },
            ...(line.region === undefined ? {} : { region: line.region }),
          },
        }),
    ...(visible === undefined ? {} : { view: { kind: 'region', ...place, region: wholeRegion(visible) } }),
    words: line?.words,
    around: room === 'first' ? { room, beside: besideIn(address), panes } : { room, address },
  };
}

function besideIn(address: string): Beside | undefined {
  const beside = readBeside(address);
  return beside === 'refused' ? undefined : beside;
}
