import {
  readContentStateJson,
  type ContentState,
  type Known,
  type Note,
  type Refusal,
  type Refused,
} from './content-state.ts';
import type { Destination } from './destination.ts';
import { hasType, isRecord } from './json.ts';
import { startOfRange } from './range.ts';

/** What stands at an address, or why it could not be had, as a sentence. */
export type Loaded = { json: unknown } | { failure: string };

export type Resolved =
  | {
      outcome: 'open';
      destination: Exclude<Destination, { kind: 'range' }>;
      /** The manifest itself, where it had to be fetched to know what it is. */
      manifest: unknown;
      notes: readonly Note[];
    }
  | { outcome: 'failed'; address: string; failure: string }
  | Refused;

/** An annotation of a canvas of a manifest takes three; whoever needs more is leading us around. */
const MOST_FETCHES = 5;

/**
 * Fetches what a content state only names, until it is known which manifest to open and where (Content State 1.0
 * §4). Each resource is taken for what its `type` says (§2.2.4).
 *
 * @param load fetches an address; never rejects.
 */
export async function resolveContentState(
  state: ContentState,
  load: (address: string) => Promise<Loaded>,
): Promise<Resolved> {
  const seen = new Set<string>();
  let manifest: { address: string; json: unknown } | undefined;
  let current = state;
  while (current.outcome === 'fetch') {
    const { address, known, notes } = current;
    if (seen.has(address) || seen.size >= MOST_FETCHES) {
      return { outcome: 'refused', reason: UNRESOLVED[known.type], at: '', received: address };
    }
    seen.add(address);
    const loaded = await load(address);
    if ('failure' in loaded) return { outcome: 'failed', address, failure: loaded.failure };
    if (isRecord(loaded.json) && hasType(loaded.json, 'Manifest')) {
      // By the address that it was found at: what it calls itself may be out of date, or on http.
      manifest = { address, json: loaded.json };
      current = { outcome: 'open', destination: { kind: 'manifest', manifest: address }, notes };
    } else {
      current = readContentStateJson(loaded.json, known, notes);
    }
  }
  if (current.outcome === 'refused') return current;
  const { destination, notes } = current;
  if (destination.kind === 'range') return resolveRange(destination, notes, load);
  const json = manifest?.address === destination.manifest ? manifest.json : undefined;
  return { outcome: 'open', destination, manifest: json, notes };
}

async function resolveRange(
  { manifest: address, range }: Extract<Destination, { kind: 'range' }>,
  notes: readonly Note[],
  load: (address: string) => Promise<Loaded>,
): Promise<Resolved> {
  const loaded = await load(address);
  if ('failure' in loaded) return { outcome: 'failed', address, failure: loaded.failure };
  const manifest = loaded.json;
  const start = startOfRange(manifest, range);
  if (start === undefined) {
    const destination = { kind: 'manifest', manifest: address } as const;
    return { outcome: 'open', destination, manifest, notes: [...notes, 'range-unknown'] };
  }
  const { canvas, region } = start;
  const place = { manifest: address, canvas };
  const destination =
    region === undefined
      ? ({ kind: 'canvas', ...place } as const)
      : ({ kind: 'region', ...place, region } as const);
  return { outcome: 'open', destination, manifest, notes };
}

/** Why it is given up, by what a resource was said to be that does not say more of itself. */
const UNRESOLVED: Record<Known['type'], Refusal> = {
  annotation: 'no-target',
  canvas: 'no-manifest',
  range: 'no-manifest',
  unknown: 'unknown-type',
};
