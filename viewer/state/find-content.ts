import { descriptionAmong, parseLinkHeader, type Alternate } from '../iiif/alternates.ts';
import { unwrapLink } from '../iiif/content-state.ts';
import type { Loaded } from '../iiif/resolve-content-state.ts';
import { webAddress } from '../iiif/uri.ts';
import { say } from '../messages/messages.ts';
import { fetchJson, OF_CONTENT, type FetchedPage, type Mishaps } from './fetch-json.ts';
import type { Unopened } from './open-content.ts';

/** What to open, as a content state, and how what it names is fetched: nothing twice. */
export type FoundContent = { content: string; load: (address: string) => Promise<Loaded> };

/** Who gives an address by hand can do something about it. */
const OF_ADDRESS: Mishaps = { ...OF_CONTENT, unreachable: 'addressUnreachable' };

/** In which a page says of itself what it is: its head, and where the reading room begins. Characters. */
const BEGINNING = 1_000_000;

/**
 * Finds what an address leads to that people have before them: of a manifest, of any IIIF viewer, of a page of this
 * archive (from `/` on, too), or of any page that names its manifest; or a content state itself. Never rejects.
 *
 * @param here the address that a relative one starts from.
 */
export async function findContent(
  text: string,
  here: string,
  ask: typeof fetch,
): Promise<FoundContent | Unopened> {
  const load = (each: string) => fetchJson(each, ask, { mishaps: OF_ADDRESS });
  const asked = text.trim();
  if (asked.startsWith('{')) return { content: asked, load };
  const absolute = /^\.{0,2}\/(?!\/)\S*$/.test(asked) ? new URL(asked, here).href : asked;
  const unwrapped = /^https?:\/\/\S+$/i.test(absolute) ? unwrapLink(absolute) : '';
  if (unwrapped !== '' && unwrapped !== absolute) return { content: unwrapped, load };
  const address = webAddress(unwrapped);
  if (address === undefined) return { why: say('besideNoAddress'), address: undefined, again: false };
  const [bare = ''] = address.split('#', 1);
  const found = await fetchJson(bare, ask, { mishaps: OF_ADDRESS });
  if ('json' in found)
    return { content: address, load: (each) => (each === bare ? Promise.resolve(found) : load(each)) };
  const content = found.page === undefined ? undefined : contentOf(found.page);
  if (content !== undefined) return { content, load };
  const isPage = (found.page?.html ?? '') !== '';
  return { why: isPage ? say('addressOfSilentPage') : found.failure, address, again: true };
}

/** What a page says that it shows: as a reading room of this kind, by its links, or in its header. */
function contentOf({ html, address, links }: FetchedPage): string | undefined {
  // A document that is only read: nothing in it is run or fetched.
  const page = new DOMParser().parseFromString(html.slice(0, BEGINNING), 'text/html');
  const base = absolute(page.querySelector('base')?.getAttribute('href'), address) ?? address;
  const room = page.getElementById('reading-room')?.dataset;
  const manifest = absolute(room?.manifest, base);
  if (manifest !== undefined) {
    const whole = { id: manifest, type: 'Manifest' };
    const canvas = room?.canvas ?? '';
    return JSON.stringify(canvas === '' ? whole : { id: canvas, type: 'Canvas', partOf: [whole] });
  }
  const named = Array.from(page.querySelectorAll('link[rel][href]'), (link): Alternate => {
    const [href = '', rel = '', type = ''] = ['href', 'rel', 'type'].map(
      (name) => link.getAttribute(name) ?? '',
    );
    return { href, rel, type };
  });
  return (
    absolute(descriptionAmong(named), base) ?? absolute(descriptionAmong(parseLinkHeader(links)), address)
  );
}

/** Only http and https: a stranger's page must not have anything else asked for. */
function absolute(address: string | null | undefined, base: string): string | undefined {
  if (address === undefined || address === null || !URL.canParse(address, base)) return undefined;
  return webAddress(new URL(address, base).href);
}
