import { describe, expect, it } from 'vitest';
import { htmlCitation, plainCitation } from '../../../../server/catalogue/citation/citation-text.tsx';
import { CITATION_STYLES, citationsOf } from '../../../../server/catalogue/citation/citation-styles.ts';
import type { CitedSource } from '../../../../server/catalogue/citation/cited.ts';
import { citedPaper, citedTelegram } from '../../../support/cited-document.ts';

const archive = { en: ['Wilson Center Digital Archive'] };

function cited(source: CitedSource): Record<string, string> {
  return Object.fromEntries(citationsOf(source).map(({ style, text }) => [style.id, plainCitation(text)]));
}

describe('the telegram', () => {
  // But for the span of leaves beside the leaf, which would name that twice.
  it('is cited as the styles’ own processor cites it', () => {
    const source = citedTelegram();
    const [leaf] = source.document.pages;
    expect(cited({ ...source, leaf })['chicago-note']).toBe(
      'Terenty Shtykov, “Telegram from Shtykov to Stalin,” telegram to Joseph Stalin, trans. Gary Goldberg, September 30, 1950, f. 5, op. 918795, d. 121, fol. 705, TsAMO RF, https://example.org/read/d1?page=705.',
    );
    expect(cited(source)).toMatchObject({
      'chicago-bibliography':
        'Shtykov, Terenty. “Telegram from Shtykov to Stalin.” Telegram to Joseph Stalin. Translated by Gary Goldberg. September 30, 1950. F. 5, op. 918795, d. 121, ll. 705–706. TsAMO RF. https://example.org/documents/d1.',
      apa: 'Shtykov, T. (1950, September 30). Telegram from Shtykov to Stalin (G. Goldberg, Trans.) [Telegram to Joseph Stalin]. TsAMO RF (f. 5, op. 918795, d. 121, ll. 705–706). https://example.org/documents/d1',
    });
    expect(cited({ ...source, archive }).mla).toBe(
      'Shtykov, Terenty. “Telegram from Shtykov to Stalin.” Telegram. Translated by Gary Goldberg, 30 Sept. 1950, TsAMO RF, f. 5, op. 918795, d. 121, ll. 705–706. Wilson Center Digital Archive, https://example.org/documents/d1.',
    );
  });

  it('names the archive that was used beside the one that keeps the paper', () => {
    expect(cited({ ...citedTelegram(), archive })).toEqual({
      'chicago-note':
        'Terenty Shtykov, “Telegram from Shtykov to Stalin,” telegram to Joseph Stalin, trans. Gary Goldberg, September 30, 1950, f. 5, op. 918795, d. 121, ll. 705–706, TsAMO RF, accessed via Wilson Center Digital Archive, https://example.org/documents/d1.',
      'chicago-short-note': 'Shtykov, “Telegram from Shtykov to Stalin.”',
      'chicago-bibliography':
        'Shtykov, Terenty. “Telegram from Shtykov to Stalin.” Telegram to Joseph Stalin. Translated by Gary Goldberg. September 30, 1950. F. 5, op. 918795, d. 121, ll. 705–706. TsAMO RF. Accessed via Wilson Center Digital Archive. https://example.org/documents/d1.',
      mla: 'Shtykov, Terenty. “Telegram from Shtykov to Stalin.” Telegram. Translated by Gary Goldberg, 30 Sept. 1950, TsAMO RF, f. 5, op. 918795, d. 121, ll. 705–706. Wilson Center Digital Archive, https://example.org/documents/d1.',
      apa: 'Shtykov, T. (1950, September 30). Telegram from Shtykov to Stalin (G. Goldberg, Trans.) [Telegram to Joseph Stalin]. TsAMO RF (f. 5, op. 918795, d. 121, ll. 705–706). Wilson Center Digital Archive. https://example.org/documents/d1',
      gost: 'Штыков Т. Ф. Телеграмма Штыкова Сталину, 30 сент. 1950 г. / пер.: Гэри Голдберг // ЦАМО РФ. Ф. 5. Оп. 918795. Д. 121. Л. 705–706. Доступ через «Wilson Center Digital Archive». URL: https://example.org/documents/d1 (дата обращения: 26.11.2026).',
      'wilson-center':
        '“Telegram from Shtykov to Stalin,” September 30, 1950, Wilson Center Digital Archive, TsAMO RF, fond 5, opis 918795, delo 121, listi 705-706. Translated by Gary Goldberg. https://example.org/documents/d1',
    });
  });

  it('names an archive once that publishes its own papers', () => {
    const found = cited({ ...citedTelegram(), archive: { en: ['TsAMO RF'], ru: ['ЦАМО РФ'] } });
    for (const words of Object.values(found)) expect(words.split(/TsAMO RF|ЦАМО РФ/u).length).toBeLessThan(3);
    expect(found['chicago-note']).toContain(', TsAMO RF, https://');
  });

  it('keeps the address of the line and the folio of its leaf', () => {
    const source = citedTelegram();
    const place = { leaf: source.document.pages[1], segment: { text: 'ru', id: 's7' } };
    const found = cited({ ...source, ...place });
    const address = 'https://example.org/read/d1?page=706&segment=ru.s7';
    expect(found['chicago-short-note']).toBe('Shtykov, “Telegram from Shtykov to Stalin,” fol. 706.');
    expect(found.gost).toContain(`Д. 121. Л. 706. URL: ${address} (дата`);
    for (const { id } of CITATION_STYLES)
      if (id !== 'chicago-short-note') expect(found[id]).toContain(address);
  });

  it('is cited by the lines of its leaf in words that mean no leaves', () => {
    const source = citedTelegram();
    const [, leaf] = source.document.pages;
    const two = cited({ ...source, leaf, lines: [{ folio: '706', spans: [{ first: 14, last: 15 }] }] });
    expect(two['chicago-note']).toContain(', d. 121, fol. 706, lines 14–15, TsAMO RF');
    expect(two['chicago-short-note']).toBe(
      'Shtykov, “Telegram from Shtykov to Stalin,” fol. 706, lines 14–15.',
    );
    expect(two.apa).toContain('(f. 5, op. 918795, d. 121, fol. 706, lines 14–15)');
    expect(two.gost).toContain('Д. 121. Л. 706, строки 14–15. URL');
    const one = cited({ ...source, leaf, lines: [{ folio: '706', spans: [{ first: 3, last: 3 }] }] });
    expect(one.mla).toContain(', fol. 706, line 3.');
    expect(one.gost).toContain('Л. 706, строка 3. URL');
    // A sentence that runs on to the next leaf, and leaves a line out.
    const spans = [
      { first: 1, last: 1 },
      { first: 3, last: 4 },
    ];
    const more = cited({
      ...{ ...source, leaf },
      lines: [
        { folio: '705', spans: [{ first: 25, last: 25 }] },
        { folio: '706', spans },
      ],
    });
    expect(more['chicago-note']).toContain(
      ', d. 121, fol. 705, line 25, and fol. 706, lines 1, 3–4, TsAMO RF',
    );
    expect(more.gost).toContain('Д. 121. Л. 705, строка 25; л. 706, строки 1, 3–4. URL');
  });

  it('keeps the leaves of the shelfmark where the leaf is counted otherwise', () => {
    const source = citedTelegram();
    const [leaf] = source.document.pages;
    if (leaf === undefined) throw new Error('The telegram has leaves');
    const found = cited({ ...source, leaf: { ...leaf, folio: '3' } });
    expect(found['chicago-note']).toContain(', ll. 705–706, fol. 3, ');
    expect(found.gost).toContain('Л. 705–706 (л. 3). URL');
    expect(cited({ ...source, leaf: { ...leaf, folio: '705 verso' } }).gost).toContain(
      'Д. 121. Л. 705 об. URL',
    );
  });

  it('says of one translation its status and revision', () => {
    const source = citedTelegram({}, { status: 'draft' });
    expect(cited(source)['chicago-note']).toContain('trans. Gary Goldberg (draft), September');
    const found = cited({ ...source, text: source.document.texts[0] });
    expect(found['chicago-note']).toContain('trans. Gary Goldberg (draft, rev. 1), September');
    expect(found['chicago-bibliography']).toContain(
      '. Translated by Gary Goldberg (draft, rev. 1). September',
    );
    expect(found.apa).toContain('(G. Goldberg, Trans.; draft, rev. 1) [Telegram');
    expect(found.gost).toContain('/ пер.: Гэри Голдберг (черновик, ред. 1) //');
    expect(found['wilson-center']).toContain(
      '. Translated by Gary Goldberg (draft, rev. 1). https://example.org/documents/d1?text=en',
    );
  });

  it('says of a machine’s translation that it is one', () => {
    const found = cited(
      citedTelegram({}, { origin: 'machine-translation', status: 'draft', contributors: [] }),
    );
    expect(found['chicago-note']).toContain(', machine translation (draft), September');
    expect(found.apa).toContain('(Machine translation; draft)');
    expect(found.gost).toContain('/ машинный перевод (черновик) //');
  });
});

describe('a paper of which little is known', () => {
  it('may have no date', () => {
    expect(
      cited(
        citedPaper({
          title: { en: ['Letter to the ferry'] },
          kind: 'letter',
          creators: [{ name: { en: ['O Kŭn-dam'], ko: ['오근담'] } }],
        }),
      ),
    ).toEqual({
      'chicago-note': 'O Kŭn-dam, “Letter to the ferry,” letter, n.d., https://example.org/documents/d1.',
      'chicago-short-note': 'O Kŭn-dam, “Letter to the ferry.”',
      'chicago-bibliography':
        'O Kŭn-dam. “Letter to the ferry.” Letter. N.d. https://example.org/documents/d1.',
      mla: 'O Kŭn-dam. “Letter to the ferry.” Letter. https://example.org/documents/d1.',
      apa: 'O Kŭn-dam. (n.d.). Letter to the ferry [Letter]. https://example.org/documents/d1',
      gost: 'O Kŭn-dam. Letter to the ferry, [б. д.]. URL: https://example.org/documents/d1 (дата обращения: 26.11.2026).',
      'wilson-center': '“Letter to the ferry,” undated. https://example.org/documents/d1',
    });
  });

  it('may be an undated memorandum by nobody, with a shelfmark of other words', () => {
    const found = cited(
      citedPaper({
        title: { en: ['Who pays?'] },
        kind: 'Memorandum',
        reference: {
          repository: { de: ['Musterarchiv'] },
          levels: [
            { name: 'Bestand', value: '14' },
            { name: 'Akte', value: '44-2' },
            { name: 'Blatt', value: '1-8' },
          ],
        },
      }),
    );
    expect(found['chicago-note']).toBe(
      '“Who pays?,” memorandum, n.d., Bestand 14, Akte 44-2, Blatt 1–8, Musterarchiv, https://example.org/documents/d1.',
    );
    expect(found['chicago-bibliography']).toMatch(/^“Who pays\?” Memorandum\. N\.d\. Bestand 14,/);
    expect(found.apa).toBe(
      'Who pays? [Memorandum]. (n.d.). Musterarchiv (Bestand 14, Akte 44-2, Blatt 1–8). https://example.org/documents/d1',
    );
    expect(found.gost).toContain('Who pays?, [б. д.] // Musterarchiv. Bestand 14. Akte 44-2. Blatt 1–8. URL');
    expect(found['chicago-short-note']).toBe('“Who pays?”');
  });

  it('keeps a date in doubt in doubt', () => {
    const written = (edtf: string) => {
      const found = cited(citedPaper({ title: { en: ['T'] }, dates: [{ edtf, calendar: 'gregorian' }] }));
      return [found['chicago-note'], found.mla, found.apa, found.gost].map((text) =>
        text?.replace(/,? ?(?:URL: )?https.*$/, '').replace(/^“?T[.,]?”? ?/, ''),
      );
    };
    expect(written('1950?')).toEqual(['[1950?]', '1950?', '([1950?]).', '[1950 г.?].']);
    expect(written('1950-10~')).toEqual([
      'ca. October 1950',
      'circa Oct. 1950.',
      '(ca. 1950, October).',
      '[ок. окт. 1950 г.].',
    ]);
    expect(written('195X')).toEqual(['1950s', '1950s.', '(1950s).', '1950-е гг.']);
    expect(written('1950/1951')).toEqual(['1950–1951', '1950–1951.', '(1950–1951).', '1950 г. – 1951 г.']);
    expect(written('1950-10-01/..')[0]).toBe('from October 1, 1950');
  });

  it('says which date it is where it is not that of the paper, and leaves other calendars as they are', () => {
    const dates = [{ role: 'received', edtf: '1950-10-08', calendar: 'gregorian' }];
    expect(cited(citedPaper({ dates }))['chicago-note']).toContain(' received October 8, 1950, ');
    const julian = [{ edtf: '1917-10-25', calendar: 'julian' }];
    expect(cited(citedPaper({ dates: julian }))['chicago-note']).toContain(' 1917-10-25, ');
  });
});

describe('several creators', () => {
  const of = (...names: string[]) =>
    cited(citedPaper({ title: { en: ['T'] }, creators: names.map((name) => ({ name: { en: [name] } })) }));

  it('are joined as each style joins them, the first alone turned around', () => {
    const two = of('Terenty Shtykov', 'Kim Il Sung');
    expect(two['chicago-note']).toMatch(/^Terenty Shtykov and Kim Il Sung, “T,”/);
    expect(two['chicago-short-note']).toBe('Shtykov and Kim Il Sung, “T.”');
    expect(two['chicago-bibliography']).toMatch(/^Shtykov, Terenty, and Kim Il Sung\. “T\.”/);
    expect(two.mla).toMatch(/^Shtykov, Terenty, and Kim Il Sung\. /);
    expect(two.apa).toMatch(/^Shtykov, T\., & Kim Il Sung\. \(n\.d\.\)/);
    expect(two.gost).toMatch(/^Shtykov T\., Kim Il Sung\. T, /);
    expect(of('Mao Zedong', 'Zhou Enlai')['chicago-bibliography']).toMatch(/^Mao Zedong and Zhou Enlai\. /);
  });

  it('are cut short where the style cuts them', () => {
    const four = of('Boris Ivanov', 'Mao Zedong', 'Kim Il Sung', 'A. Specimen');
    expect(four['chicago-note']).toMatch(/^Boris Ivanov et al\., “T,”/);
    expect(four['chicago-bibliography']).toMatch(
      /^Ivanov, Boris, Mao Zedong, Kim Il Sung, and A\. Specimen\. /,
    );
    expect(four.mla).toMatch(/^Ivanov, Boris, et al\. “T\.”/);
    expect(four.apa).toMatch(/^Ivanov, B\., Mao Zedong, Kim Il Sung, & Specimen, A\. \(n\.d\.\)/);
    expect(four.gost).toMatch(/^Ivanov B\. \[и др\.\] T, /);
  });
});

describe('the HTML of a citation', () => {
  it('escapes every word, sets titles in italics and marks other languages', () => {
    const title = { ko: ['나루 <script>alert("1")</script> & "편지"\nER  - '] };
    const source = { ...citedPaper({ title }), archive };
    const html = Object.fromEntries(
      citationsOf(source).map(({ style, text }) => [style.id, htmlCitation(text)]),
    );
    for (const { id } of CITATION_STYLES) {
      expect(html[id]).toContain('&lt;script&gt;');
      expect(html[id]).not.toMatch(/<(?!\/?(?:i|span)\b)|\n/);
      expect(html[id]).toContain('lang="ko"');
    }
    expect(html.mla).toContain('<i>Wilson Center Digital Archive</i>');
    expect(html.apa).toContain('<i lang="ko" dir="ltr">나루');
    expect(html['chicago-note']).toContain('‘편지’');
  });
});
