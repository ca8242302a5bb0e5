import type { Limits } from './limits.ts';

/** The part of `fetch` that is used: nothing is ever sent but a request to read. */
export type Fetch = (
  url: string,
  init: {
    method: 'GET' | 'HEAD';
    headers: Record<string, string>;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

export type Question = {
  method?: 'GET' | 'HEAD';
  headers?: Record<string, string>;
  /** Whether the body is wanted; without it only status and headers are. */
  body?: boolean;
};

export type Answer =
  | {
      kind: 'answered';
      status: number;
      headers: Headers;
      /** Every address on the way, the last included, which answered. */
      hops: readonly string[];
      /** Empty unless it was asked for. */
      body: Uint8Array;
      /** Bytes of the body, which is not kept for long. */
      length: number;
    }
  /** It could not be had, for a reason that ends a sentence: `it does not answer within 20 seconds`. */
  | { kind: 'failed'; reason: string }
  /** A limit was reached, and nobody was asked. */
  | { kind: 'unasked' };

/** Who asks, and for whom: a server's log should tell. */
const AGENT = 'Diptych-lint (IIIF linter; only reads)';
/** A browser names the page that asks, and some servers allow others only then. */
const ORIGIN = 'https://viewer.example';

/**
 * Asks servers, within limits. Addresses on private networks are asked like any other: whoever runs the linter
 * asks from a machine of theirs. What a hostile document can make it do is send GET and HEAD to addresses of
 * its choice, without credentials or a body, as many as the limits allow; that is not prevented.
 */
export class Asker {
  readonly #fetch: Fetch;
  readonly #limits: Limits;
  readonly #clock: () => number;
  readonly #started: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #asked = 0;
  #unasked = 0;

  /** @param clock milliseconds. */
  constructor(fetch: Fetch, limits: Limits, clock = () => performance.now()) {
    this.#fetch = fetch;
    this.#limits = limits;
    this.#clock = clock;
    this.#started = clock();
  }

  /** Requests sent, redirects not counted. */
  get asked(): number {
    return this.#asked;
  }

  /** Requests not sent, since a limit was reached. */
  get unasked(): number {
    return this.#unasked;
  }

  get isLate(): boolean {
    return this.#clock() - this.#started >= this.#limits.total;
  }

  async ask(url: string, question: Question = {}): Promise<Answer> {
    await this.#turn();
    try {
      if (this.#asked >= this.#limits.requests || this.isLate) {
        this.#unasked += 1;
        return { kind: 'unasked' };
      }
      this.#asked += 1;
      return await this.#follow(url, question, AbortSignal.timeout(this.#limits.timeout));
    } finally {
      const next = this.#waiting.shift();
      // The turn is handed on: were it given back first, a newcomer could take it as well.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  #turn(): Promise<void> {
    if (this.#running >= this.#limits.concurrency)
      return new Promise((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    return Promise.resolve();
  }

  /** One hop at a time, so that each is seen and none leads out of the web. */
  async #follow(url: string, { method = 'GET', headers = {}, body = false }: Question, signal: AbortSignal) {
    const hops: string[] = [];
    let next = url;
    try {
      for (;;) {
        if (!/^https?:\/\//i.test(next) || !URL.canParse(next))
          return failed(`${hops.length === 0 ? 'it is' : 'it leads to'} no http or https address`);
        hops.push(next);
        const sent = { 'User-Agent': AGENT, Origin: ORIGIN, ...headers };
        const response = await this.#fetch(next, { method, headers: sent, redirect: 'manual', signal });
        const location = response.headers.get('location');
        if (location === null || response.status < 300 || response.status > 399 || response.status === 304)
          return await this.#take(response, hops, body && method === 'GET');
        await response.body?.cancel();
        if (hops.length > this.#limits.redirects)
          return failed(`it redirects more than ${this.#limits.redirects} times`);
        if (!URL.canParse(location, next)) return failed('it redirects to no address');
        next = new URL(location, next).href;
      }
    } catch (error) {
      return failed(reasonOf(error, this.#limits.timeout));
    }
  }

  async #take(response: Response, hops: readonly string[], wanted: boolean): Promise<Answer> {
    const { status, headers } = response;
    if (!wanted) {
      await response.body?.cancel();
      return { kind: 'answered', status, headers, hops, body: new Uint8Array(), length: 0 };
    }
    const body = await readWithin(response, this.#limits.bytes);
    if (body === undefined) return failed(`it is larger than ${this.#limits.bytes} bytes`);
    return { kind: 'answered', status, headers, hops, body, length: body.byteLength };
  }
}

function failed(reason: string): Answer {
  return { kind: 'failed', reason };
}

/** Counted as it arrives and decompressed: a few compressed kilobytes can unfold into any size. */
async function readWithin(response: Response, most: number): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const read: { done: boolean; value?: unknown } = await reader.read();
    if (read.done || !(read.value instanceof Uint8Array)) break;
    length += read.value.byteLength;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return 'it cannot be reached';
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `it does not answer within ${timeout / 1000} seconds`;
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return `it cannot be reached (${cause.slice(0, 200)})`;
}
