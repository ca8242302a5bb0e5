import type { Loaded } from '../iiif/resolve-content-state.ts';
import { say, type MessageKey } from '../messages/messages.ts';

/** Milliseconds until the last byte. */
const PATIENCE = 30_000;

/** A manifest of ten thousand pages has some 20 MB; what is much larger is none. Bytes. */
const LARGEST = 64 * 1024 * 1024;

type Mishap = 'status' | 'too-large' | 'too-slow' | 'unreachable' | 'not-json';

/** What is said of each: `{status}` and `{type}` are filled in. */
export type Mishaps = Readonly<Record<Mishap, MessageKey>>;

/** Of what a link names. */
const OF_CONTENT: Mishaps = {
  status: 'contentStatus',
  'too-large': 'contentTooLarge',
  'too-slow': 'contentTooSlow',
  unreachable: 'contentUnreachable',
  'not-json': 'contentNotJson',
};

/**
 * Fetches JSON from another server: without cookies, within bounds of time and size. Never rejects: what went
 * wrong is a sentence. Which of the ways of not answering it was, a browser tells nobody (CORS).
 */
export async function fetchJson(
  address: string,
  ask: typeof fetch,
  { mishaps = OF_CONTENT, until }: { mishaps?: Mishaps; until?: AbortSignal } = {},
): Promise<Loaded> {
  const patience = AbortSignal.timeout(PATIENCE);
  const signal = until === undefined ? patience : AbortSignal.any([patience, until]);
  const headers = { Accept: 'application/ld+json, application/json;q=0.9, */*;q=0.1' };
  try {
    const response = await ask(address, { signal, headers, credentials: 'omit' });
    if (!response.ok) return { failure: say(mishaps.status, { status: response.status }) };
    const bytes = await readBounded(response);
    if (bytes === undefined) return { failure: say(mishaps['too-large']) };
    const type = response.headers.get('content-type') ?? '?';
    return parse(bytes) ?? { failure: say(mishaps['not-json'], { type: type.slice(0, 80) }) };
  } catch {
    return { failure: say(mishaps[patience.aborted ? 'too-slow' : 'unreachable']) };
  }
}

/** Undefined if it is too large. */
async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read?.value === undefined) break;
    size += read.value.byteLength;
    if (size > LARGEST) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Content State 1.0 §4: the response is UTF-8. Undefined for what is no JSON. */
function parse(bytes: Uint8Array): Loaded | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { json };
  } catch {
    return undefined;
  }
}
