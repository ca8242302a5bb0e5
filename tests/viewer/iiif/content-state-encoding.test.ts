import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeContentState, encodeContentState } from '../../../viewer/iiif/content-state-encoding.ts';

/** Content State 1.0 §6.3. */
const EXAMPLE = {
  id: 'https://example.org/object1/canvas7#xywh=1000,2000,1000,2000',
  type: 'Canvas',
  partOf: [{ id: 'https://example.org/object1/manifest', type: 'Manifest' }],
};
const ENCODED =
  'JTdCJTIyaWQlMjIlM0ElMjJodHRwcyUzQSUyRiUyRmV4YW1wbGUub3JnJTJGb2JqZWN0MSUyRmNhbnZhczclMjN4eXdoJTNEMTAwMCUyQzIwMDAlMkMxMDAwJTJDMjAwMCUyMiUyQyUyMnR5cGUlMjIlM0ElMjJDYW52YXMlMjIlMkMlMjJwYXJ0T2YlMjIlM0ElNUIlN0IlMjJpZCUyMiUzQSUyMmh0dHBzJTNBJTJGJTJGZXhhbXBsZS5vcmclMkZvYmplY3QxJTJGbWFuaWZlc3QlMjIlMkMlMjJ0eXBlJTIyJTNBJTIyTWFuaWZlc3QlMjIlN0QlNUQlN0Q';

describe('content-state-encoding', () => {
  it('is that of the specification’s own example', () => {
    expect(encodeContentState(EXAMPLE)).toBe(ENCODED);
    expect(decodeContentState(ENCODED)).toBe(JSON.stringify(EXAMPLE));
  });

  it('gives back whatever was encoded, in letters that no address changes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 4 }), (state) => {
        const encoded = encodeContentState(state);
        expect(encoded).toMatch(/^[\w-]+$/);
        expect(decodeContentState(encoded)).toBe(JSON.stringify(state));
      }),
    );
  });

  it('takes half a character for what it is', () => {
    const half = { id: '\ud83d' };
    expect(JSON.parse(decodeContentState(encodeContentState(half)) ?? '')).toEqual(half);
  });

  it('understands base64 with padding, a plus that a form made a space, and JSON that was not escaped', () => {
    const json = JSON.stringify({ id: 'https://example.org/?a~b>c', note: 'Пхеньян' });
    const base64 = Buffer.from(json).toString('base64');
    for (const encoded of [base64, base64.replaceAll('+', ' '), Buffer.from(json).toString('base64url')]) {
      expect(decodeContentState(encoded)).toBe(json);
    }
    expect(decodeContentState(Buffer.from(encodeURIComponent(json)).toString('base64'))).toBe(json);
  });

  it('is refused, and never throws, where nothing was encoded', () => {
    const refused = [
      '',
      '!',
      'A',
      'пхеньян',
      '====',
      // A per cent sign that begins nothing, and one that begins half a character.
      Buffer.from('100%').toString('base64url'),
      Buffer.from('%D0').toString('base64url'),
      Buffer.from([0x7b, 0xff, 0xfe]).toString('base64url'),
    ];
    for (const encoded of refused) expect(decodeContentState(encoded), encoded).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const decoded = decodeContentState(text);
        expect(['string', 'undefined']).toContain(typeof decoded);
      }),
    );
  });
});
