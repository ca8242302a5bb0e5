import { describe, expect, it } from 'vitest';
import { dateWords } from '../../../server/language/date-words.ts';
import { inLanguage } from '../../../server/model/language-map.ts';

describe('dateWords', () => {
  const words = (edtf: string, calendar = 'gregorian') =>
    inLanguage(dateWords({ edtf, calendar }), 'en').values.join();

  it('writes days, months, years, doubtful ones and spans of them', () => {
    expect(words('1950-10-07')).toBe('7 October 1950');
    expect(words('1950-10')).toBe('October 1950');
    expect(words('1950~')).toBe('1950 (approximately)');
    expect(words('1950-10-07?')).toBe('7 October 1950 (uncertain)');
    expect(words('1941-08/1941-12')).toBe('August 1941 – December 1941');
    expect(dateWords({ edtf: '1950-10-07', calendar: 'gregorian' }).ru).toEqual(['7 октября 1950 г.']);
  });

  it('leaves what it cannot write as the record has it', () => {
    for (const edtf of ['195X', '1950/..', '1950-02-99', '']) expect(words(edtf)).toBe(edtf);
    expect(words('1917-10-25', 'julian')).toBe('1917-10-25');
    expect(dateWords({ edtf: '1950', calendar: 'gregorian', shown: { ru: ['около 1950 г.'] } })).toEqual({
      ru: ['около 1950 г.'],
    });
  });
});
