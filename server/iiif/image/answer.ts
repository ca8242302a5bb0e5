import type { IncomingMessage, ServerResponse } from 'node:http';
import { isHeldBy } from '../../http/entity-tag.ts';
import { failureBody, statusOf } from '../../http/failure-response.ts';
import { Failure, type FailureCode } from '../../model/failure.ts';

/** On everything, errors included: any web page may show our images and read why one is refused. */
const OPEN_TO_ALL = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Location, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Scans are replaced now and then under the same address: an hour later it is asked again, and a 304 is cheap. */
const CACHING = 'public, max-age=3600';

type Headers = Record<string, string>;

/** What is said of an answer, put together once for all who ask for it. */
export type Representation = {
  tag: string;
  /** With the body or without, as long as it is the client's already. */
  unchanged: Headers;
  /** With the body, but for its length. */
  whole: Headers;
};

export function representationOf({
  mediaType,
  tag,
  headers,
}: {
  mediaType: string;
  tag: string;
  headers: Headers;
}): Representation {
  const unchanged = { ...OPEN_TO_ALL, ...headers, ETag: tag, 'Cache-Control': CACHING };
  return { tag, unchanged, whole: { ...unchanged, 'Content-Type': mediaType } };
}

/**
 * Answers 304 to who has it, only the headers to HEAD, and else what `body` makes: it is not called before.
 */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { tag, unchanged, whole }: Representation,
  body: () => Promise<Buffer>,
): Promise<void> {
  if (isHeldBy(request.headers['if-none-match'], tag)) {
    response.writeHead(304, unchanged).end();
  } else if (request.method === 'HEAD') {
    response.writeHead(200, whole).end();
  } else {
    const bytes = await body();
    response.writeHead(200, { ...whole, 'Content-Length': bytes.length }).end(bytes);
  }
}

/** Image API 3.0 §2: the service's own URI leads to its description. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...OPEN_TO_ALL, Location: location, 'Cache-Control': CACHING }).end();
}

/** What a browser asks before a request that it does not take for simple: Fetch §3.2. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      ...OPEN_TO_ALL,
      'Access-Control-Allow-Methods': METHODS.join(', '),
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers']?.slice(0, 500) ?? '*',
      'Access-Control-Max-Age': '86400',
      Vary: 'Access-Control-Request-Headers',
      Allow: METHODS.join(', '),
    })
    .end();
}

export const METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** A failure with its reason; undefined is a mistake of ours, of which nobody is told but the log. */
export function answerFailure(
  request: IncomingMessage,
  response: ServerResponse,
  failure: Failure | undefined,
): void {
  const status = failure === undefined ? 500 : statusOf(failure);
  const body = failure === undefined ? BUG : failureBody(withoutPlace(failure));
  const bytes = Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, {
      ...OPEN_TO_ALL,
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
      ...(status === 405 ? { Allow: METHODS.join(', ') } : {}),
      ...(status === 503 ? { 'Retry-After': '5' } : {}),
    })
    .end(request.method === 'HEAD' ? undefined : bytes);
}

const BUG = { error: 'internal', message: 'Something went wrong here' };

/** What is wrong with a file is in the log with the file's path, which is nobody's business out there. */
function withoutPlace(failure: Failure): Failure {
  const message = FILE_TROUBLE[failure.code];
  return message === undefined ? failure : new Failure(failure.code, message);
}

const FILE_TROUBLE: Partial<Record<FailureCode, string>> = {
  'file-unreadable': 'The scan of this page is not there at the moment',
  'image-file-unsupported': 'The scan of this page cannot be read',
  'image-file-damaged': 'The scan of this page is damaged',
  'image-file-too-large': 'The scan of this page is too large to be shown',
  'store-unusable': 'The catalogue cannot be read at the moment',
  'write-failed': 'The scan of this page cannot be prepared at the moment',
};
