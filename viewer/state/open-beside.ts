import { withBeside } from './beside-address.ts';
import { findContent } from './find-content.ts';
import { openContent, type Unopened } from './open-content.ts';

/**
 * The room's address with another document beside the one that is read, by anything that `findContent` understands. It
 * is asked for first, so that what is wrong with it is said before anything is left.
 *
 * @param address of the room as it is. Never rejects.
 */
export async function besideLink(
  text: string,
  address: string,
  ask: typeof fetch,
): Promise<{ link: string } | Unopened> {
  const found = await findContent(text, address, ask);
  if ('why' in found) return found;
  const opening = await openContent(found.content, found.load);
  if ('why' in opening) return opening;
  return { link: withBeside(address, { manifest: opening.manifest, canvas: opening.canvas }) };
}
