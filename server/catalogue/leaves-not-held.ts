import type { StoredDocument } from '../store/store.ts';
import type { Messages } from './messages/messages.ts';

const NAMED = 12;

/** The leaves of which no scan is held: how many, and their folios, as many as can be read. */
export function leavesNotHeld(
  { pages }: Pick<StoredDocument, 'pages'>,
  messages: Messages,
): { count: number; folios: string } {
  const missing = pages.filter(({ image }) => image === undefined);
  const named = missing.slice(0, NAMED).map(({ folio }) => messages.folio(folio));
  return {
    count: missing.length,
    folios: named.join(', ') + (missing.length > NAMED ? ' …' : ''),
  };
}
