import type { Request, Response } from 'express';

const JSON_LD = 'application/ld+json';
const PROFILED = `${JSON_LD};profile="http://iiif.io/api/presentation/3/context.json"`;
const PLAIN = 'application/json';

/**
 * Sends a description (Presentation API 3.0 §6.2): JSON-LD with its profile, or plain JSON to who prefers
 * that. Express adds the weak ETag, answers 304 to its holder, and leaves the body out of a HEAD.
 */
export function sendDescription(request: Request, response: Response, description: object): void {
  const preferred = request.accepts([PROFILED, JSON_LD, PLAIN]);
  send(response, description, preferred === PLAIN ? PLAIN : PROFILED);
}

/** Sends a JSON-LD context: it is no IIIF resource and has no profile. */
export function sendContext(request: Request, response: Response, context: object): void {
  send(response, context, request.accepts([JSON_LD, PLAIN]) === PLAIN ? PLAIN : JSON_LD);
}

function send(response: Response, value: object, type: string): void {
  response.vary('Accept');
  // Kept by whoever likes, but asked again each time: an ingest may change it, and a 304 costs little.
  response.setHeader('Cache-Control', 'no-cache');
  // As bytes: to a string Express would add a charset, which JSON-LD's media type does not have.
  response.setHeader('Content-Type', type);
  response.send(Buffer.from(JSON.stringify(value)));
}
