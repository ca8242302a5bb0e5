import { describe, expect, it } from 'vitest';
import { record } from '../../support/stored-document.ts';
import { emptyArchive, telegram } from './archive.ts';

describe('counting years', () => {
  it('tells all there are in their order, and what is of none', async () => {
    const { store, searcher } = emptyArchive();
    const put = (id: string, ...edtf: string[]) =>
      store.putDocument(
        telegram(id, [], [], {
          record: record({ dates: edtf.map((date) => ({ edtf: date, calendar: 'gregorian' })) }),
        }),
      );
    for (let year = 1900; year < 1950; year += 1) await put(`y-${year}`, String(year));
    await put('two', '1949-12', '1950-01-03');
    await put('century', '19XX');
    await put('open', '1950/..');
    await put('undated');
    await put('gone', '1812');
    await store.retireDocument('gone');
    const { years, ...rest } = await searcher.years();
    expect(rest).toEqual({ longer: 2, undated: 1 });
    expect(years).toHaveLength(51);
    expect(years[0]).toEqual({ year: '1900', documents: 1 });
    expect(years.slice(-2)).toEqual([
      { year: '1949', documents: 2 },
      { year: '1950', documents: 1 },
    ]);
  });
});
