import { expect, it } from 'vitest';
import { simplifyHan } from '../../../server/language/simplify-han.ts';

it('writes traditional characters as simplified ones, and leaves all others', () => {
  expect(simplifyHan('中國人民志願軍')).toBe('中国人民志愿军');
  expect(simplifyHan('國民黨 鴨綠江 電報')).toBe('国民党 鸭绿江 电报');
  expect(simplifyHan('国民党 かな 한글 Latin 𠮷')).toBe('国民党 かな 한글 Latin 𠮷');
});
