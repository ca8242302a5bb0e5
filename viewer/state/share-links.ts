import { encodeContentState } from '../iiif/content-state-encoding.ts';
import type { Destination } from '../iiif/destination.ts';
import { formatRegion } from '../iiif/region.ts';
import { decoded, lastPart } from './address.ts';
import type { Surroundings } from './mount.ts';

export type Shareable = Exclude<Destination, { kind: 'range' }>;

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
  // A comma and a colon need no escape in a query, and people read these.
  return url.href.replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The reading room by a content state, which any IIIF viewer takes: Content State 1.0 §3.1. */
export function contentLink(state: object | string, { viewer }: Pick<Surroundings, 'viewer'>): string {
  // JSON is encoded, a URI is not (§3.1.1).
  const content = typeof state === 'string' ? state : encodeContentState(state);
  return `${viewer}?iiif-content=${encodeURIComponent(content)}`;
}

/** `ru.s1` of `.../texts/ru/annotations/s1`, as annotations of this site are called. */
function segmentName(annotation: string): string | undefined {
  const [text, annotations, segment] = annotation.split('/').slice(-3);
  return annotations === 'annotations' && text !== undefined && segment !== undefined
    ? `${decoded(text)}.${decoded(segment)}`
    : undefined;
}
