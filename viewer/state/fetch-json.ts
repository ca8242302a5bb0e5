import type { Loaded } from '../iiif/resolve-content-state.ts';
import { say } from '../messages/messages.ts';

/** Milliseconds until the last byte. */
const PATIENCE = 30_000;

/** A manifest of ten thousand pages has some 20 MB; what is much larger is none. Bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Fetches JSON from another server: without cookies, within bounds of time and size. Never rejects: what went
 * wrong is a sentence. Which of the ways of not answering it was, a browser tells nobody (CORS).
 */
export async function fetchJson(address: string, ask: typeof fetch): Promise<Loaded> {
  const signal = AbortSignal.timeout(PATIENCE);
  const headers = { Accept: 'application/ld+json, application/json;q=0.9, */*;q=0.1' };
  try {
    const response = await ask(address, { signal, headers, credentials: 'omit' });
    if (!response.ok) return { failure: say('contentStatus', { status: response.status }) };
    const bytes = await readBounded(response);
    if (bytes === undefined) return { failure: say('contentTooLarge') };
    const type = response.headers.get('content-type') ?? '?';
    return parse(bytes, type);
  } catch {
    return { failure: say(signal.aborted ? 'contentTooSlow' : 'contentUnreachable') };
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

/** Content State 1.0 §4: the response is UTF-8. */
function parse(bytes: Uint8Array, type: string): Loaded {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { json };
  } catch {
    return { failure: say('contentNotJson', { type: type.slice(0, 80) }) };
  }
}
