import { encodeContentState } from '../iiif/content-state-encoding.ts';
import { formatRegion } from '../iiif/region.ts';
import { contentStateOf, type Destination } from '../iiif/destination.ts';
import { formatPanes, type Panes } from '../iiif/panes.ts';
import { withBeside, type Beside } from './beside-address.ts';
import { lastPart } from './last-part.ts';
import type { Surroundings } from './mount.ts';
import { segmentName } from './segment-name.ts';

export type Shareable = Exclude<Destination, { kind: 'range' }>;

/**
 * What is shown around a place and could go with a link to it: the document beside, and the panes, undefined where they
 * are as they come. Of the second document it is the address that opens both.
 */
export type Around =
  | { room: 'first'; beside: Beside | undefined; panes: Panes | undefined }
  | { room: 'beside'; address: string };

/** The reading room by its own address, short and readable, where the document is of this site. */
export function readLink(destination: Shareable, { read }: Pick<Surroundings, 'read'>): string | undefined {
  if (read === undefined) return undefined;
  const url = new URL(read);
  if (destination.kind !== 'manifest') url.searchParams.set('page', lastPart(destination.canvas));
  if (destination.kind === 'annotation') {
    const segment = segmentName(destination.annotation);
    if (segment !== undefined) url.searchParams.set('segment', segment);
  }
  if (destination.kind === 'region') url.searchParams.set('xywh', formatRegion(destination.region));
  return readable(url.href);
}

/**
 * The reading room as it is shown, at a place of this document; undefined where there is nothing around it, or no
 * address for it: of the second document an address has the page, and nothing smaller.
 */
export function linkAsShown(
  destination: Shareable,
  around: Around,
  surroundings: Pick<Surroundings, 'read' | 'viewer'>,
): string | undefined {
  const { kind, manifest } = destination;
  if (around.room === 'beside') {
    if (kind !== 'manifest' && kind !== 'canvas') return undefined;
    const canvas = kind === 'canvas' ? destination.canvas : undefined;
    return readable(withBeside(around.address, { manifest, canvas }));
  }
  const { beside, panes } = around;
  if (beside === undefined && panes === undefined) return undefined;
  const own = readLink(destination, surroundings) ?? contentLink(contentStateOf(destination), surroundings);
  const url = new URL(withBeside(own, beside));
  if (panes !== undefined) url.searchParams.set('panes', formatPanes(panes));
  return readable(url.href);
}

/** The reading room by a content state, which any IIIF viewer takes: Content State 1.0 §3.1. */
export function contentLink(state: object | string, { viewer }: Pick<Surroundings, 'viewer'>): string {
  // JSON is encoded, a URI is not (§3.1.1).
  const content = typeof state === 'string' ? state : encodeContentState(state);
  return `${viewer}?iiif-content=${encodeURIComponent(content)}`;
}

/** A comma and a colon need no escape in a query, and people read these. */
function readable(address: string): string {
  return address.replaceAll('%2C', ',').replaceAll('%3A', ':');
}
