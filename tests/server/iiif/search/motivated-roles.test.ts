import { expect, it } from 'vitest';
import { rolesOf1, rolesOf2 } from '../../../../server/iiif/search/motivated-roles.ts';

const ALL = ['transcription', 'translation', 'transliteration', 'notes'];

it.each([
  ['', ALL],
  ['supplementing', ALL],
  ['tagging supplementing', ALL],
  ['painting', []],
  ['commenting', []],
  ['highlighting', []],
])('the motivations "%s" of version 2 are those of %j', (motivations, roles) => {
  expect(rolesOf2(motivations.split(' ').filter(Boolean))).toEqual(roles);
});

it.each([
  ['', ALL],
  ['painting', ['transcription', 'transliteration']],
  ['non-painting', ['translation', 'notes']],
  ['commenting', ['translation', 'notes']],
  ['painting non-painting', ALL],
  ['describing', []],
  ['tagging linking', []],
])('the motivations "%s" of version 1 are those of %j', (motivations, roles) => {
  expect(rolesOf1(motivations.split(' ').filter(Boolean))).toEqual(roles);
});
