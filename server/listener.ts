import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { failureBody, statusOf } from './http/failure-response.ts';
import { Failure } from './model/failure.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const LONGEST_URL = 4096;
const IMAGES = '/iiif/image/3/';

/**
 * The http listener: images first, by the URL as it came over the wire (Express would decode it), then Express.
 *
 * @param prefix path that the public address carries; taken off, whether or not the proxy has done so.
 */
export function createListener({
  prefix,
  images,
  app,
}: {
  prefix: string;
  images: Handler;
  app: Handler;
}): RequestListener {
  return (request, response) => {
    const url = request.url ?? '/';
    if (url.length > LONGEST_URL) return refuse(response, tooLong(url.length));
    // SQLite ends a text at NUL, so `letter%00x` would be taken for `letter`: no id has one.
    if (url.includes('%00')) return refuse(response, new Failure('url-malformed', 'An address holds no NUL'));
    if (prefix !== '' && (url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`))) {
      request.url = url.slice(prefix.length).replace(/^(?!\/)/, '/');
    }
    if (request.url?.startsWith(IMAGES) === true) images(request, response);
    else app(request, response);
  };
}

function tooLong(length: number): Failure {
  return new Failure('url-too-long', {
    message: 'This address is too long',
    expected: `${LONGEST_URL} characters at most`,
    received: String(length),
  });
}

function refuse(response: ServerResponse, failure: Failure): void {
  response.writeHead(statusOf(failure), {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(JSON.stringify(failureBody(failure)));
}
