import { Agent } from 'node:http';
import { ask } from '../ask.ts';
import type { Asker } from './readers.ts';
import type { BenchQuery } from './query-pools.ts';

export const SEARCH = '/iiif/search/2';

/** Asks a server as a viewer and a page's visitor do. */
export function httpAsker(origin: string, agent: Agent): Asker {
  return async (query) => {
    const path = pathOf(query);
    const { status } = await ask(origin, path, { agent, headers: { 'Accept-Encoding': 'gzip' } });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
}

function pathOf({ kind, q, document, filters, from, to, sort }: BenchQuery): string {
  const parameters = new URLSearchParams({ q });
  if (kind === 'autocomplete') return `${SEARCH}/autocomplete?${parameters.toString()}`;
  if (document !== undefined) return `${SEARCH}/documents/${document}?${parameters.toString()}`;
  if (kind === 'hits everywhere') return `${SEARCH}?${parameters.toString()}`;
  for (const { facet, value } of filters) parameters.append(facet, value);
  if (from !== undefined) parameters.set('from', from);
  if (to !== undefined) parameters.set('to', to);
  if (sort !== 'relevance') parameters.set('sort', sort);
  return `/search?${parameters.toString()}`;
}
