import { unwrapLink } from '../iiif/content-state.ts';
import { say } from '../messages/messages.ts';
import { withBeside } from './beside-address.ts';
import { fetchJson } from './fetch-json.ts';
import { openContent, type Unopened } from './open-content.ts';

/**
 * The room's address with another document beside the one that is read: its manifest's address, a link of any IIIF
 * viewer, or a content state. It is asked for first, so that what is wrong with it is said before anything is left.
 *
 * @param address of the room as it is. Never rejects.
 */
export async function besideLink(
  text: string,
  address: string,
  ask: typeof fetch,
): Promise<{ link: string } | Unopened> {
  const asked = text.trim();
  if (!/^(?:https?:\/\/\S+$|\{)/i.test(asked)) {
    return { why: say('besideNoAddress'), address: undefined, again: false };
  }
  const opening = await openContent(unwrapLink(asked), (each) => fetchJson(each, ask));
  if ('why' in opening) return opening;
  return { link: withBeside(address, { manifest: opening.manifest, canvas: opening.canvas }) };
}
