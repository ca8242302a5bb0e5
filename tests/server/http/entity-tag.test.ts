import { expect, it } from 'vitest';
import { entityTag, isHeldBy } from '../../../server/http/entity-tag.ts';

it('is strong, quoted and the same for the same words', () => {
  expect(entityTag(1, 'key', 'full/max/0/default.jpg')).toMatch(/^"[\w-]{27}"$/);
  expect(entityTag(1, 'key', 'full')).toBe(entityTag(1, 'key', 'full'));
  expect(entityTag('a', 'bc')).not.toBe(entityTag('ab', 'c'));
});

it.each([
  ['"a"', true],
  ['"b", "a"', true],
  ['W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
  [undefined, false],
])('is found in If-None-Match: %s is %s', (header, held) => {
  expect(isHeldBy(header, '"a"')).toBe(held);
});
