import type { SearchRequest } from './search-request.ts';

/** The same search, insisting on one spelling of what was typed; where that is not told, of everything. */
export function insistingOn(form: string, request: SearchRequest, typed?: string): SearchRequest {
  // No phrase can hold quotation marks: they would end it.
  const phrase = `="${form.replace(/["“”„«»]/gu, ' ').trim()}"`;
  const at = typed === undefined ? -1 : request.q.indexOf(typed);
  const q =
    typed === undefined || at < 0
      ? phrase
      : request.q.slice(0, at) + phrase + request.q.slice(at + typed.length);
  return { ...request, q, page: 1 };
}
