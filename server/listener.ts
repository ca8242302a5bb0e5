import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AccessLog } from './access-log.ts';
import { imageVersionOf } from './iiif/image/api-version.ts';
import { failureBody, statusOf } from './http/failure-response.ts';
import { Failure } from './model/failure.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const LONGEST_URL = 4096;

/**
 * The http listener: images first, by the URL as it came over the wire (Express would decode it), then Express.
 *
 * @param prefix path that the public address carries; taken off, whether or not the proxy has done so.
 */
export function createListener({
  prefix,
  images,
  app,
  log,
}: {
  prefix: string;
  images: Handler;
  app: Handler;
  log?: AccessLog | undefined;
}): RequestListener {
  return (request, response) => {
    log?.watch(request, response);
    // A proxy may send the whole address; who it says we are is no matter.
    const url = (request.url ?? '').replace(/^https?:\/\/[^/?#]*/i, '');
    const failure = refusal(url);
    if (failure !== undefined) return refuse(response, failure);
    const path = withoutPrefix(url, prefix);
    request.url = path;
    if (imageVersionOf(path) !== undefined) images(request, response);
    else app(request, response);
  };
}

function refusal(url: string): Failure | undefined {
  if (url.length > LONGEST_URL) {
    return new Failure('url-too-long', {
      message: 'This address is too long',
      expected: `${LONGEST_URL} characters at most`,
      received: String(url.length),
    });
  }
  if (!url.startsWith('/')) return new Failure('url-malformed', 'This is no address of a page');
  // SQLite ends a text at NUL, so `letter%00x` would be taken for `letter`: no id has one.
  return url.includes('%00') ? new Failure('url-malformed', 'An address holds no NUL') : undefined;
}

function withoutPrefix(url: string, prefix: string): string {
  const within = prefix !== '' && ['', '/', '?'].includes(url.slice(prefix.length, prefix.length + 1));
  return within && url.startsWith(prefix) ? url.slice(prefix.length).replace(/^(?!\/)/, '/') : url;
}

function refuse(response: ServerResponse, failure: Failure): void {
  response.writeHead(statusOf(failure), {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(JSON.stringify(failureBody(failure)));
}
