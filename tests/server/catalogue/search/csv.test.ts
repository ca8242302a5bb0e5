import { describe, expect, it } from 'vitest';
import { csv } from '../../../../server/catalogue/search/csv.ts';

const body = (rows: readonly (readonly string[])[]) => csv(rows).slice(1);

describe('csv', () => {
  it('begins with the mark of UTF-8 and ends every row with CR LF', () => {
    expect(
      csv([
        ['a', 'b'],
        ['가', ''],
      ]),
    ).toBe('\uFEFFa,b\r\n가,\r\n');
  });

  it('puts in quotation marks what holds commas, line ends or quotation marks', () => {
    expect(body([['a,b', 'say "no"', 'one\ntwo', 'plain']])).toBe('"a,b","say ""no""","one\ntwo",plain\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠x'])(
    'gives %j an apostrophe, so that no spreadsheet runs it',
    (value) => {
      expect(
        body([[value]])
          .replace(/^"/, '')
          .startsWith(`'${value}`),
      ).toBe(true);
    },
  );

  it('leaves alone what only contains such signs', () => {
    expect(body([['a=b', '1950-10-07', "Zales'ev"]])).toBe("a=b,1950-10-07,Zales'ev\r\n");
  });
});
