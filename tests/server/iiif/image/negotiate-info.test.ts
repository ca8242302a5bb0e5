import { expect, it } from 'vitest';
import { infoMediaType } from '../../../../server/iiif/image/negotiate-info.ts';

const LINKED = 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"';
const PLAIN = 'application/json';

it.each([
  [undefined, LINKED],
  ['', LINKED],
  ['*/*', LINKED],
  ['application/*', LINKED],
  ['text/html,application/xhtml+xml,*/*;q=0.8', LINKED],
  ['application/ld+json', LINKED],
  ['application/ld+json;profile="http://iiif.io/api/image/3/context.json", application/json;q=0.5', LINKED],
  ['application/json, application/ld+json', LINKED],
  ['application/json', PLAIN],
  ['APPLICATION/JSON', PLAIN],
  ['application/json, text/plain, */*', PLAIN],
  ['application/json, */*;q=0.1', PLAIN],
  ['application/ld+json;q=0.2, application/json;q=0.9', PLAIN],
  ['application/ld+json;q=0, application/json', PLAIN],
  ['image/png', LINKED],
  ['application/json;q=nonsense, */*', LINKED],
])('for Accept: %s sends %s', (accept, mediaType) => {
  expect(infoMediaType(accept)).toBe(mediaType);
});
