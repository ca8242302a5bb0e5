import type { RequestHandler } from 'express';
import { cookieValue, LANGUAGE_COOKIE } from './http/interface-language.ts';
import type { PageRequest, SearchThreads } from './search/search-pool.ts';

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
  { base, assetFolder, pseudoLocale }: Pick<PageRequest, 'base' | 'assetFolder' | 'pseudoLocale'>,
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
    // Of the cookies, none of the others' is any of its business.
    const language = cookieValue(request.get('cookie'), LANGUAGE_COOKIE);
    if (language !== undefined) headers.cookie = `${LANGUAGE_COOKIE}=${language}`;
    const answer = await threads.page({ method, url, headers, base, assetFolder, pseudoLocale });
    response.status(answer.status);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.end(answer.body);
  };
}
