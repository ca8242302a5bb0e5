import { describe, expect, it } from 'vitest';
import { DateTime, Day } from '../../../server/catalogue/time-words.tsx';
import { markupIn } from '../../support/interface.ts';

const shown = (edtf: string, calendar = 'gregorian') =>
  markupIn('en', <DateTime date={{ edtf, calendar }}>words</DateTime>);

describe('a date of a record', () => {
  it.each(['1950', '1950-10', '1950-10-07'])('is a time where HTML can say it: %s', (edtf) => {
    expect(shown(edtf)).toBe(`<time dateTime="${edtf}">words</time>`);
  });

  it.each(['1950~', '1950?', '195X', '1950-10-07/1950-10-09', '1950-13', '0000', '"><script>', ''])(
    'stays words where HTML cannot: %s',
    (edtf) => {
      expect(shown(edtf)).toBe('words');
    },
  );

  it('stays words where it is of another calendar', () => {
    expect(shown('0039-08-27', 'juche')).toBe('words');
  });
});

describe('a day', () => {
  it('is read in the words of the page, by the clock of no place', () => {
    const day = <Day time="2026-01-01T23:59:00.000Z" />;
    expect(markupIn('en', day)).toBe('<time dateTime="2026-01-01T23:59:00.000Z">1 January 2026</time>');
    expect(markupIn('ru', day)).toBe('<time dateTime="2026-01-01T23:59:00.000Z">1 января 2026 г.</time>');
  });

  it('is shown as it stands where it is none', () => {
    expect(markupIn('en', <Day time="<b>" />)).toBe('&lt;b&gt;');
  });
});
