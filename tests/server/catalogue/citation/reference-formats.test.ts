import { describe, expect, it } from 'vitest';
import { bibtexEntry } from '../../../../server/catalogue/citation/bibtex.ts';
import { citedDetails } from '../../../../server/catalogue/citation/cited-details.ts';
import { citedFrom, type CitedSource } from '../../../../server/catalogue/citation/cited.ts';
import { cslItem } from '../../../../server/catalogue/citation/csl-json.ts';
import { risRecord } from '../../../../server/catalogue/citation/ris.ts';
import { citedPaper, citedTelegram } from '../../../support/cited-document.ts';

const archive = { en: ['Wilson Center Digital Archive'] };
const written = (write: typeof risRecord, source: CitedSource) =>
  write(citedFrom(source, 'en'), citedDetails(source.document.record));
const csl = (source: CitedSource) => cslItem(citedFrom(source, 'en'), citedDetails(source.document.record));
const hostile = citedPaper({
  title: { en: ['50% of {A\\B}}} & $x_1 #~^\r\nER  - \r\nTY  - JOUR\u2028KW  - no'] },
  kind: 'letter\nTY  - BOOK',
  creators: [{ name: { en: ['Evil } and {Other'] } }, { name: { en: ['River Commission and Friends'] } }],
});

describe('RIS', () => {
  it('has the telegram as a personal communication with its shelfmark whole', () => {
    const source = citedTelegram(
      { summary: { en: ['On the\nfront.'] }, subjects: [{ en: ['Korean War'] }] },
      { status: 'draft' },
    );
    const leaf = source.document.pages[0];
    expect(written(risRecord, { ...source, archive, leaf })).toBe(
      [
        'TY  - PCOMM',
        'ID  - d1_705',
        'TI  - Telegram from Shtykov to Stalin',
        'AU  - Shtykov, Terenty',
        'A2  - Stalin, Joseph',
        'A4  - Goldberg, Gary',
        'M3  - Telegram',
        'PY  - 1950',
        'DA  - 1950/09/30/',
        'AN  - f. 5, op. 918795, d. 121, fol. 705',
        'DB  - TsAMO RF',
        'DP  - Wilson Center Digital Archive',
        'LA  - en',
        'AB  - On the front.',
        'KW  - Korean War',
        'N1  - Translated by Gary Goldberg (draft)',
        'UR  - https://example.org/read/d1?page=705',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('is one record, whatever the values hold', () => {
    const lines = written(risRecord, hostile).split('\r\n');
    expect(lines.filter((line) => /^(?:TY|ER)/.test(line))).toEqual(['TY  - PCOMM', 'ER  - ']);
    expect(lines.filter((line) => line !== '').every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith('KW'))).toEqual([]);
  });

  it('gives no plain date for one that is in doubt', () => {
    const doubtful = written(risRecord, citedPaper({ dates: [{ edtf: '1950?', calendar: 'gregorian' }] }));
    expect(doubtful).toMatch(/^TY {2}- MANSCPT\r/);
    expect(doubtful).toContain('N1  - Date: [1950?]\r\n');
    expect(doubtful).not.toMatch(/^(?:DA|PY)/m);
    expect(written(risRecord, citedPaper({ dates: [{ edtf: '1950-10', calendar: 'gregorian' }] }))).toContain(
      'DA  - 1950/10//\r\n',
    );
  });
});

describe('BibTeX', () => {
  it('has what old styles and BibLaTeX print', () => {
    const source = citedTelegram({}, { status: 'reviewed' });
    const [text] = source.document.texts;
    expect(written(bibtexEntry, { ...source, archive, text })).toBe(`@misc{d1_en,
  author = {Shtykov, Terenty},
  title = {{Telegram from Shtykov to Stalin}},
  howpublished = {Telegram to Joseph Stalin},
  type = {Telegram},
  date = {1950-09-30},
  year = {1950},
  month = {9},
  translator = {Goldberg, Gary},
  library = {f. 5, op. 918795, d. 121, ll. 705–706, TsAMO RF},
  note = {Translated by Gary Goldberg (reviewed, rev. 1). f. 5, op. 918795, d. 121, ll. 705–706, TsAMO RF. Accessed via Wilson Center Digital Archive},
  url = {https://example.org/documents/d1?text=en},
}
`);
  });

  it('escapes what TeX would act on, and its braces balance', () => {
    const entry = written(bibtexEntry, hostile);
    expect(entry).toContain(
      String.raw`title = {{50\% of \textbraceleft{}A\textbackslash{}B\textbraceright{}\textbraceright{}\textbraceright{} \& \$x\_1 \#\textasciitilde{}\textasciicircum{} ER - TY - JOUR KW - no}},`,
    );
    expect(entry).toContain(
      String.raw`author = {{Evil \textbraceright{} and \textbraceleft{}Other} and {River Commission and Friends}},`,
    );
    expect(entry.split('{').length).toBe(entry.split('}').length);
    let depth = 0;
    for (const character of entry.trimEnd().slice(0, -1)) {
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      if (entry.includes(character) && depth < 0) throw new Error('A brace closes what none opened');
    }
    expect(depth).toBe(1);
  });

  it('leaves names whole whose order is not known, and keeps a date in doubt', () => {
    const source = citedPaper({
      creators: [{ name: { en: ['Mao Zedong'], zh: ['毛泽东'] } }],
      dates: [{ edtf: '1950-10~', calendar: 'gregorian' }],
    });
    const entry = written(bibtexEntry, source);
    expect(entry).toContain('author = {{Mao Zedong}},');
    expect(entry).toContain('date = {1950-10~},\n  year = {ca. October 1950},');
  });
});

describe('CSL-JSON', () => {
  it('has the telegram as a personal communication and never an original title', () => {
    expect(csl({ ...citedTelegram(), archive })).toEqual({
      id: 'd1',
      type: 'personal_communication',
      genre: 'Telegram',
      title: 'Telegram from Shtykov to Stalin',
      author: [{ family: 'Shtykov', given: 'Terenty' }],
      recipient: [{ family: 'Stalin', given: 'Joseph' }],
      translator: [{ family: 'Goldberg', given: 'Gary' }],
      issued: { 'date-parts': [[1950, 9, 30]] },
      archive: 'TsAMO RF',
      archive_location: 'f. 5, op. 918795, d. 121, ll. 705–706',
      source: 'Wilson Center Digital Archive',
      language: 'en',
      note: 'Translated by Gary Goldberg',
      URL: 'https://example.org/documents/d1',
    });
  });

  it('has other papers as manuscripts, with dates as far as they are known', () => {
    const issued = (edtf: string) =>
      csl(citedPaper({ kind: 'newsletter', dates: [{ edtf, calendar: 'gregorian' }] }));
    expect(issued('1950-10')).toMatchObject({ type: 'manuscript', issued: { 'date-parts': [[1950, 10]] } });
    expect(issued('1950~')).toMatchObject({ issued: { 'date-parts': [[1950]], circa: true } });
    expect(issued('1950/1951')).toMatchObject({ issued: { 'date-parts': [[1950], [1951]] } });
    expect(issued('195X')).toMatchObject({ issued: { literal: '1950s' } });
    expect(issued('1950/..')).toMatchObject({ issued: { literal: 'from 1950' } });
    expect(csl(citedPaper({}))).not.toHaveProperty('issued');
  });
});
