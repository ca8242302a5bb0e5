import { describe, expect, it } from 'vitest';
import { navDateOf } from '../../../../server/iiif/presentation/nav-date.ts';

const date = (edtf: string, calendar = 'gregorian') => ({ edtf, calendar });

describe('navDateOf', () => {
  it.each([
    ['1950-10-07', '1950-10-07T00:00:00Z'],
    ['1950-10', '1950-10-01T00:00:00Z'],
    ['1950~', '1950-01-01T00:00:00Z'],
    ['195X', '1950-01-01T00:00:00Z'],
    ['1950-11-05/1950-12-01', '1950-11-05T00:00:00Z'],
    ['0476-09-04?', '0476-09-04T00:00:00Z'],
  ])('reads %s as beginning %s', (edtf, expected) => {
    expect(navDateOf([date(edtf)])).toBe(expected);
  });

  it.each(['../1950', '-0044-03-15', '0000', 'once upon a time'])('gives none for %s', (edtf) => {
    expect(navDateOf([date(edtf)])).toBeUndefined();
  });

  it('turns Julian days into Gregorian ones', () => {
    expect(navDateOf([date('1917-10-25', 'julian')])).toBe('1917-11-07T00:00:00Z');
    expect(navDateOf([date('1582-10-05', 'julian')])).toBe('1582-10-15T00:00:00Z');
    expect(navDateOf([date('0001-01-01', 'julian')])).toBeUndefined();
    expect(navDateOf([date('-0044-03-15', 'julian')])).toBeUndefined();
  });

  it('does not guess other calendars, and takes the first date that it can', () => {
    expect(navDateOf([date('0140-02-01', 'republican'), date('1794-09')])).toBe('1794-09-01T00:00:00Z');
    expect(navDateOf([])).toBeUndefined();
  });
});
