import { readContentState, unwrapLink } from '../iiif/content-state.ts';
import { contentLink } from './share-links.ts';
import type { Surroundings } from './mount.ts';

/** No server takes a much longer address. Characters. */
const LONGEST_LINK = 4000;

export type Dropped = { kind: 'link'; link: string } | { kind: 'refused' | 'other' };

/**
 * What was dropped on the room: an address, a link to any IIIF viewer or a content state (Content State 1.0 §3.4),
 * as the link that opens it here; `refused` for what looks like one and cannot be opened, `other` for the rest.
 */
export function readDropped(text: string, surroundings: Pick<Surroundings, 'viewer'>): Dropped {
  if (!/^\s*(?:https?:\/\/\S+\s*$|\{)/i.test(text)) return { kind: 'other' };
  const plain = unwrapLink(text);
  if (readContentState(plain).outcome === 'refused') return { kind: 'refused' };
  const link = contentLink(/^[{["]/.test(plain) ? parsed(plain) : plain, surroundings);
  return link.length > LONGEST_LINK ? { kind: 'refused' } : { kind: 'link', link };
}

/** What was read as a content state is JSON; a string of JSON is a URI. */
function parsed(json: string): object | string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? value : String(value);
}
