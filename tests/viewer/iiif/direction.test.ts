import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../viewer/iiif/direction.ts';

describe('the way a language is written', () => {
  it('follows the script that its tag names or implies', () => {
    for (const tag of ['he', 'ar-EG', 'yi', 'ku-Arab', 'ota', 'ckb', 'dv'])
      expect([tag, directionOf(tag)]).toEqual([tag, 'rtl']);
    for (const tag of ['ru', 'zh-Hant', 'ku-Latn', 'ar-Latn', 'no such tag'])
      expect([tag, directionOf(tag)]).toEqual([tag, 'ltr']);
  });

  it('is left to the words where there is no tag', () => {
    expect(directionOf('')).toBe('auto');
  });
});
