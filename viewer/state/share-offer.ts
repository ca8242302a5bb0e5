import { wholeRegion } from '../iiif/region.ts';
import type { Reader } from './reader.ts';
import type { Shareable } from './share-links.ts';
import type { Line } from './whereabouts.ts';

/** What may be shared, from the whole to its smallest part. */
export type Extent = 'document' | 'page' | 'line' | 'view';

/** What could be shared when the dialog was opened: while it stands open, nothing behind it changes. */
export type Offer = Partial<Record<Extent, Shareable>> & { words: Line['words'] | undefined };

/** What could be shared now. */
export function offerOf({ mount: { manifest }, canvas, whereabouts }: Reader): Offer {
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
  };
}
