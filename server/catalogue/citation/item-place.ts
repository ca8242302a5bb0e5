import type { Cited } from './cited.ts';
import { folioPart, shelfmarkPart } from './english-parts.ts';

/** The whole shelfmark, then the leaf that is cited, for the one field that reference managers have for it. */
export function itemPlace(cited: Cited): string | undefined {
  const parts = [shelfmarkPart(cited), folioPart(cited)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
