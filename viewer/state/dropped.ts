import { readContentState, unwrapLink } from '../iiif/content-state.ts';
import { say } from '../messages/messages.ts';
import { readBeside, withBeside } from './beside-address.ts';
import type { DropZone } from './drop-target.ts';
import { findContent } from './find-content.ts';
import type { Surroundings } from './mount.ts';
import { besideLink } from './open-beside.ts';
import { contentLink } from './share-links.ts';

/** No server takes a much longer address. Characters. */
const LONGEST_LINK = 4000;

export type Dropped = { kind: 'link'; link: string } | { kind: 'refused' };

/**
 * Where what was dropped on the room leads: to it in place of the document, or beside it; else why it leads nowhere.
 * Never rejects.
 *
 * @param address of the room as it is.
 */
export async function openDropped(
  text: string,
  zone: DropZone | undefined,
  { viewer, address }: { viewer: string; address: string },
): Promise<{ link: string } | { why: string }> {
  if (readDropped(text, { viewer }).kind === 'refused') return { why: say('dropRefused') };
  if (zone === 'beside') return besideLink(text, address, fetch);
  const found = await findContent(text, address, fetch);
  if ('why' in found) return found;
  const dropped = readDropped(found.content, { viewer });
  if (dropped.kind === 'refused') return { why: say('dropRefused') };
  const beside = readBeside(address);
  return { link: withBeside(dropped.link, beside === 'refused' ? undefined : beside) };
}

/**
 * An address, a link to any IIIF viewer or a content state (Content State 1.0 §3.4), as the link that opens it here;
 * `refused` for what cannot be opened.
 */
export function readDropped(text: string, surroundings: Pick<Surroundings, 'viewer'>): Dropped {
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
