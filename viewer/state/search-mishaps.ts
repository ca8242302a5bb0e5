import type { Mishaps } from './fetch-json.ts';

/** What is said where a search service does not answer as one. */
export const OF_SEARCH: Mishaps = {
  status: 'searchStatus',
  'too-large': 'searchTooLarge',
  'too-slow': 'searchTooSlow',
  unreachable: 'searchUnreachable',
  'not-json': 'searchNotJson',
};
