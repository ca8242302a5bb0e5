import type { Request, Response } from 'express';
import { PRESENTATION_3, WEB_ANNOTATION } from '../context.ts';

const JSON_LD = 'application/ld+json';
const PLAIN = 'application/json';
const METHODS = 'GET, HEAD, OPTIONS';

/** What the Web Annotation Protocol wants to be told of a resource in its headers (§3.1, §4.1). */
export type ProtocolHeaders = {
  links: readonly { url: string; rel: string }[];
  /** The profile that is sent to who names none. */
  profile: typeof PRESENTATION_3 | typeof WEB_ANNOTATION;
  /** Request headers other than `Accept` that the answer depends on. */
  vary?: readonly string[];
};

/**
 * Sends a resource that is of the Presentation API and of the Web Annotation Protocol: the media type says which
 * of the two was asked for, the JSON names the contexts of both. Express adds the ETag and answers 304 to its holder.
 */
export function sendWebAnnotation(
  request: Request,
  response: Response,
  resource: object,
  { links, profile, vary = [] }: ProtocolHeaders,
): void {
  const other = profile === PRESENTATION_3 ? WEB_ANNOTATION : PRESENTATION_3;
  const [first, second] = [profiled(profile), profiled(other)];
  const preferred = request.accepts([first, second, JSON_LD, PLAIN]);
  const type = preferred === PLAIN || preferred === second ? preferred : first;
  for (const header of ['Accept', ...vary]) response.vary(header);
  response.setHeader('Allow', METHODS);
  response.setHeader('Cache-Control', 'no-cache');
  if (links.length > 0)
    response.setHeader('Link', links.map(({ url, rel }) => `<${url}>; rel="${rel}"`).join(', '));
  // As bytes: to a string Express would add a charset, which JSON-LD's media type does not have.
  response.setHeader('Content-Type', type);
  response.send(Buffer.from(JSON.stringify(resource)));
}

function profiled(profile: string): string {
  return `${JSON_LD};profile="${profile}"`;
}
