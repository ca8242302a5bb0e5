import { readContentState, type Refusal } from '../iiif/content-state.ts';
import { mendedManifest } from '../iiif/mended-manifest.ts';
import { problemOf } from '../iiif/manifest.ts';
import { resolveContentState, type Loaded } from '../iiif/resolve-content-state.ts';
import { say, type MessageKey } from '../messages/messages.ts';
import type { Opening } from './mount.ts';

/**
 * Why a content state cannot be opened, as a sentence, the address that has to do with it, and whether it may be
 * better the next time.
 */
export type Unopened = { why: string; address: string | undefined; again: boolean };

/** Finds out what a content state opens, and asks other servers where it has to. Never rejects. */
export async function openContent(
  content: string,
  load: (address: string) => Promise<Loaded>,
): Promise<Opening | Unopened> {
  const resolved = await resolveContentState(readContentState(content), load);
  if (resolved.outcome === 'failed') {
    return { why: resolved.failure, address: resolved.address, again: true };
  }
  if (resolved.outcome === 'refused') {
    const { reason, received } = resolved;
    const address = received !== undefined && /^https?:\/\/\S+$/i.test(received) ? received : undefined;
    return { why: say(REFUSED[reason]), address, again: false };
  }
  const { destination, manifest, notes } = resolved;
  // One that the room could not open either is fetched once more there, where the reason is found and said.
  const json = problemOf(manifest) === undefined ? { json: mendedManifest(manifest) } : {};
  return {
    ...json,
    manifest: destination.manifest,
    canvas: destination.kind === 'manifest' ? undefined : destination.canvas,
    region: 'region' in destination ? destination.region : undefined,
    annotation: destination.kind === 'annotation' ? destination.annotation : undefined,
    notes,
  };
}

export const REFUSED: Record<Refusal, MessageKey> = {
  empty: 'contentEmpty',
  'too-long': 'contentTooLong',
  'not-encoded': 'contentNotEncoded',
  'not-json': 'contentNotJsonNorAddress',
  'too-deep': 'contentTooDeep',
  'not-an-address': 'contentNotAnAddress',
  'no-target': 'contentNoTarget',
  'no-manifest': 'contentNoManifest',
  collection: 'contentCollection',
  'unknown-type': 'contentUnknownType',
};
