import type { Request, Response } from 'express';
import { acceptsCoding } from '../../http/accept.ts';
import { isHeldBy } from '../../http/entity-tag.ts';
import { CACHING, sendUnkept } from '../unkept-response.ts';
import type { WrittenDescription } from './description.ts';
import type { Form } from './form.ts';

const JSON_LD = 'application/ld+json';
const PLAIN = 'application/json';

/**
 * Sends a description (Presentation API 3.0 §6.2): 304 to who has it, the headers alone to HEAD. Every form of it
 * and every coding has a strong entity tag of its own (RFC 9110 §8.8.3.3).
 * @param json what a client gets that takes no compression.
 */
export async function sendDescription(
  request: Request,
  response: Response,
  { written, form, json }: { written: WrittenDescription; form: Form; json: () => Promise<Buffer> },
): Promise<void> {
  const zipped = acceptsCoding(request.headers['accept-encoding'], 'gzip');
  const tag = `"${written.hash}${form.type === PLAIN ? '-json' : ''}${zipped ? '-gzip' : ''}"`;
  response.vary('Accept, Accept-Encoding');
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', CACHING);
  if (isHeldBy(request.headers['if-none-match'], tag)) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', form.contentType);
  response.setHeader('Content-Length', zipped ? written.gzip.length : written.length);
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  if (request.method === 'HEAD') response.end();
  else response.end(zipped ? written.gzip : await json());
}

/** Sends a JSON-LD context: it is no IIIF resource and has no profile. */
export function sendContext(request: Request, response: Response, context: object): void {
  sendUnkept(response, context, request.accepts([JSON_LD, PLAIN]) === PLAIN ? PLAIN : JSON_LD);
}
