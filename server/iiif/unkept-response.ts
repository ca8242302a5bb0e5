import type { Response } from 'express';

/** Kept by whoever likes, but asked again each time: an ingest may change it, and a 304 costs little. */
export const CACHING = 'no-cache';

/** Sends what is small and seldom asked for. Express adds the ETag and answers 304 to its holder. */
export function sendUnkept(response: Response, description: object, contentType: string): void {
  response.vary('Accept');
  response.setHeader('Cache-Control', CACHING);
  // As bytes: to a string Express would add a charset, which JSON-LD's media type does not have.
  response.setHeader('Content-Type', contentType);
  response.send(Buffer.from(JSON.stringify(description)));
}
