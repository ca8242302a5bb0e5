import { describe, expect, it } from 'vitest';
import { formFor } from '../../../../server/iiif/presentation/form.ts';

const profiled = (version: 2 | 3) =>
  `application/ld+json;profile="http://iiif.io/api/presentation/${version}/context.json"`;
const profile = (version: 2 | 3) => `profile="http://iiif.io/api/presentation/${version}/context.json"`;

describe('the form of a description', () => {
  it.each([
    [undefined, 3, profiled(3)],
    ['*/*', 3, profiled(3)],
    ['text/html, application/xhtml+xml, */*;q=0.8', 3, profiled(3)],
    ['application/ld+json', 3, profiled(3)],
    ['application/json', 3, 'application/json'],
    ['application/json, text/plain, */*', 3, 'application/json'],
    ['application/json, application/ld+json', 3, profiled(3)],
    [profiled(3), 3, profiled(3)],
    [profiled(2), 2, profiled(2)],
    [`${profiled(2)}, */*;q=0.1`, 2, profiled(2)],
    [`${profiled(2)};q=0.8, ${profiled(3)};q=0.7`, 2, profiled(2)],
    [`${profiled(2)};q=0.7, ${profiled(3)};q=0.8`, 3, profiled(3)],
    [`${profiled(2)}, ${profiled(3)}`, 3, profiled(3)],
    [`application/json;${profile(2)}`, 2, 'application/json'],
    [`application/ld+json;q=0, application/json;${profile(2)};q=0.5`, 2, 'application/json'],
    ['application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"', 3, profiled(3)],
  ] as const)('at an address of both versions, asked with Accept: %s', (accept, version, contentType) => {
    expect(formFor(accept, [3, 2])).toMatchObject({ version, contentType });
  });

  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json, application/ld+json', 'application/json'],
    ['application/ld+json', profiled(2)],
    ['application/ld+json, */*', profiled(2)],
    [profiled(2), profiled(2)],
    [profiled(3), 'application/json'],
  ])('at an address of 2.1, asked with Accept: %s', (accept, contentType) => {
    expect(formFor(accept, [2])).toMatchObject({ version: 2, contentType });
  });

  it('at an address of 3.0 is never another version', () => {
    expect(formFor(profiled(2), [3])).toMatchObject({ version: 3, contentType: profiled(3) });
  });
});
