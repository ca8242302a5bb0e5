import { isUri, webAddress } from '../iiif/uri.ts';

/** A document beside another: its manifest's address, and the id of the canvas that is shown; undefined for the first. */
export type Beside = { manifest: string; canvas: string | undefined };

const MANIFEST = 'beside';
const CANVAS = 'beside-canvas';

/**
 * What stands beside the document that an address of the room opens; undefined where nothing does, `refused` for what
 * cannot be the address of a manifest.
 */
export function readBeside(address: string): Beside | 'refused' | undefined {
  const { searchParams } = new URL(address);
  const asked = searchParams.get(MANIFEST) ?? '';
  if (asked === '') return undefined;
  // Anybody may have written the link: what is no http or https must not become a request or a link of ours.
  const manifest = webAddress(asked);
  if (manifest === undefined) return 'refused';
  const canvas = searchParams.get(CANVAS) ?? '';
  return { manifest, canvas: isUri(canvas) ? canvas : undefined };
}

/** An address of the room with another document beside; with none where that is undefined. */
export function withBeside(address: string, beside: Beside | undefined): string {
  const url = new URL(address);
  url.searchParams.delete(MANIFEST);
  url.searchParams.delete(CANVAS);
  if (beside !== undefined) {
    url.searchParams.set(MANIFEST, beside.manifest);
    if (beside.canvas !== undefined) url.searchParams.set(CANVAS, beside.canvas);
  }
  return url.href;
}

/** The same with another page of the document beside; as it is where there is none. */
export function withBesideCanvas(address: string, canvas: string): string {
  const beside = readBeside(address);
  return beside === undefined || beside === 'refused' ? address : withBeside(address, { ...beside, canvas });
}
