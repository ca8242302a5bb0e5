import type { RequestHandler } from 'express';
import type { SearchThreads } from './search/search-pool.ts';

/** What is all about searching: its page, its answers to programs, and Content Search. */
const SEARCHES = /^\/(?:search(?:\.json|\.csv)?|iiif\/search\/.*)$/;

/** What an answer may depend on. */
const HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'if-none-match',
  'if-modified-since',
  'origin',
];

/** Lets the threads that search answer these requests whole: writing a page of results takes as long as finding them. */
export function forwardSearches(
  threads: Pick<SearchThreads, 'page'>,
  { base, assetFolder }: { base: string; assetFolder: string },
): RequestHandler {
  return async (request, response, next) => {
    const { method, path, url } = request;
    if (!SEARCHES.test(path) || (method !== 'GET' && method !== 'HEAD')) {
      next();
      return;
    }
    const headers = Object.fromEntries(
      HEADERS.flatMap((name) => {
        const value = request.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const answer = await threads.page({ method, url, headers, base, assetFolder });
    response.status(answer.status);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.end(answer.body);
  };
}
