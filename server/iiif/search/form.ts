import { preferredOffer } from '../../http/accept.ts';
import { SEARCH_1, SEARCH_2 } from '../context.ts';

const JSON_LD = 'application/ld+json';
const PLAIN = 'application/json';

/** 2.0 as JSON-LD unless plain JSON is wanted, 1.0 the reverse: as the Presentation APIs that they belong to are sent. */
export function contentTypeFor(accept: string | undefined, version: 1 | 2): string {
  const profile = version === 2 ? SEARCH_2 : SEARCH_1;
  const linked = { type: JSON_LD, profile, contentType: `${JSON_LD};profile="${profile}"` };
  const plain = { type: PLAIN, profile, contentType: PLAIN };
  const [first, second] = version === 2 ? [linked, plain] : [plain, linked];
  return preferredOffer(accept, [first, second]).contentType;
}
