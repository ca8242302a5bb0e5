import { describe, expect, it } from 'vitest';
import { infoMediaType } from '../../../../server/iiif/image/negotiate-info.ts';

const LINKED = 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"';
const LINKED_2 = 'application/ld+json';
const PLAIN = 'application/json';

describe('infoMediaType', () => {
  it.each([
    [undefined, LINKED, PLAIN],
    ['', LINKED, PLAIN],
    ['*/*', LINKED, PLAIN],
    ['application/*', LINKED, PLAIN],
    ['text/html,application/xhtml+xml,*/*;q=0.8', LINKED, PLAIN],
    ['application/ld+json', LINKED, LINKED_2],
    [
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json", application/json;q=0.5',
      LINKED,
      LINKED_2,
    ],
    ['application/json, application/ld+json', LINKED, PLAIN],
    ['application/json', PLAIN, PLAIN],
    ['APPLICATION/JSON', PLAIN, PLAIN],
    ['application/json, text/plain, */*', PLAIN, PLAIN],
    ['application/ld+json, */*;q=0.1', LINKED, LINKED_2],
    ['application/json, */*;q=0.1', PLAIN, PLAIN],
    ['application/ld+json;q=0.2, application/json;q=0.9', PLAIN, PLAIN],
    ['application/ld+json;q=0, application/json', PLAIN, PLAIN],
    ['application/ld+json, application/json;q=0', LINKED, LINKED_2],
    ['image/png', LINKED, PLAIN],
    ['application/json;q=nonsense, */*', LINKED, LINKED_2],
  ])('for Accept: %s sends %s, and in version 2 %s', (accept, third, second) => {
    expect([infoMediaType(accept, 3), infoMediaType(accept, 2)]).toEqual([third, second]);
  });
});
