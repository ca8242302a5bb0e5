import { say, type MessageKey } from '../messages/messages.ts';

/** Milliseconds until the last byte. */
const PATIENCE = 30_000;

/** A manifest of ten thousand pages has some 20 MB; what is much larger is none. Bytes. */
const LARGEST = 64 * 1024 * 1024;

/** A page of words, of which only the beginning is wanted. Bytes. */
const LARGEST_PAGE = 8 * 1024 * 1024;

type Mishap = 'status' | 'too-large' | 'too-slow' | 'unreachable' | 'not-json';

/** What is said of each: `{status}` and `{type}` are filled in. */
export type Mishaps = Readonly<Record<Mishap, MessageKey>>;

/** Of what a link names. */
export const OF_CONTENT: Mishaps = {
  status: 'contentStatus',
  'too-large': 'contentTooLarge',
  'too-slow': 'contentTooSlow',
  unreachable: 'contentUnreachable',
  'not-json': 'contentNotJson',
};

/** What stands at an address and is no JSON: a page, by the address that it was found at, or a file of any kind. */
export type FetchedPage = {
  address: string;
  /** Empty where it is no page. */
  html: string;
  /** Its `Link` header. */
  links: string;
};

/**
 * Fetches JSON from another server: without cookies, within bounds of time and size. Never rejects: what went
 * wrong is a sentence. Which of the ways of not answering it was, a browser tells nobody (CORS).
 */
export async function fetchJson(
  address: string,
  ask: typeof fetch,
  { mishaps = OF_CONTENT, until }: { mishaps?: Mishaps; until?: AbortSignal } = {},
): Promise<{ json: unknown } | { failure: string; page?: FetchedPage }> {
  const patience = AbortSignal.timeout(PATIENCE);
  const signal = until === undefined ? patience : AbortSignal.any([patience, until]);
  const headers = { Accept: 'application/ld+json, application/json;q=0.9, */*;q=0.1' };
  try {
    const response = await ask(address, { signal, headers, credentials: 'omit' });
    if (!response.ok) return { failure: say(mishaps.status, { status: response.status }) };
    const type = response.headers.get('content-type') ?? '?';
    const isHtml = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
    const bytes = await readBounded(response, isHtml ? LARGEST_PAGE : LARGEST);
    if (bytes === undefined) return { failure: say(mishaps['too-large']) };
    return (
      parse(bytes) ?? {
        failure: say(mishaps['not-json'], { type: type.slice(0, 80) }),
        page: {
          address: response.url === '' ? address : response.url,
          html: isHtml ? new TextDecoder().decode(bytes) : '',
          links: response.headers.get('link') ?? '',
        },
      }
    );
  } catch {
    return { failure: say(mishaps[patience.aborted ? 'too-slow' : 'unreachable']) };
  }
}

/** Undefined if it is too large. */
async function readBounded(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read?.value === undefined) break;
    size += read.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Content State 1.0 §4: the response is UTF-8. Undefined for what is no JSON. */
function parse(bytes: Uint8Array): { json: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { json };
  } catch {
    return undefined;
  }
}
