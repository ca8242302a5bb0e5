import type { Response } from 'express';

export function sendPage(response: Response, html: string): void {
  // Pages change with the archive: browsers keep them, but ask with the ETag whether they still hold.
  response.set('Cache-Control', 'no-cache').type('html').send(html);
}
