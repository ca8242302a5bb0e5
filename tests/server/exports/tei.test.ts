import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teiDocument } from '../../../server/exports/tei.ts';
import { readXml } from '../../../server/formats/xml-reader.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import type { IngestedDocument } from '../../../server/store/store.ts';
import {
  ingestedDocument,
  page,
  record,
  segment,
  storedDocument,
  text,
} from '../../support/stored-document.ts';
import { telegram } from '../../support/telegram.ts';

const urls = new PublicUrls('https://example.org');

function written(ingested: IngestedDocument): string {
  const document = storedDocument(ingested);
  const texts = document.texts.map((each, index) => ({
    text: each,
    segments: ingested.texts[index]?.segments ?? [],
  }));
  return teiDocument(document, texts, urls);
}

/** All words, every id, and everything that points to one; or why it is no XML. */
function read(xml: string) {
  const found: { words: string; ids: string[]; links: string[] } = { words: '', ids: [], links: [] };
  const fault = readXml(xml, {
    open: (_name, attributes) => {
      if (attributes['xml:id'] !== undefined) found.ids.push(attributes['xml:id']);
      for (const name of ['facs', 'corresp'])
        found.links.push(...(attributes[name]?.split(' ').map((link) => link.slice(1)) ?? []));
    },
    close: () => undefined,
    text: (words) => {
      found.words += words;
    },
  });
  return fault ?? found;
}

describe('teiDocument', () => {
  const xml = written(telegram());

  it('is well-formed, gives no id twice, and points to nothing that is not there', () => {
    const found = read(xml);
    if (!('ids' in found)) throw new Error(found.message);
    expect(new Set(found.ids).size).toBe(found.ids.length);
    expect(found.links.length).toBeGreaterThan(8);
    expect(found.links.filter((link) => !found.ids.includes(link))).toEqual([]);
  });

  it('says in its header what the record says and who made the texts', () => {
    expect(xml).toContain('<title xml:lang="ru">Телеграмма миссии</title>');
    expect(xml).toContain('<author xml:lang="en">Pak Il-u</author>');
    expect(xml).toContain('<respStmt><resp>translator (en)</resp><name xml:lang="en">A. Specimen</name>');
    expect(xml).toContain(
      '<msIdentifier><repository xml:lang="en">Specimen Archive</repository><idno>fond 5, opis 918795, delo 121, listi 705-708, Korob 9</idno></msIdentifier>',
    );
    expect(xml).toContain('<idno type="URI">https://example.org/documents/telegram</idno>');
    expect(xml).toContain('<date type="sent" when="1950-10-07" xml:lang="en">7 October 1950</date>');
    expect(xml).toContain('<date type="received">1950-10~</date>');
  });

  it('has each page as a surface, and each box as a zone on it', () => {
    expect(xml).toContain('<surface xml:id="page-705" n="705 verso" ulx="0" uly="0" lrx="2000" lry="2800">');
    expect(xml).toContain('<zone xml:id="zone-ru-s2.2" ulx="1900" uly="2750" lrx="2100" lry="2850"/>');
    expect(xml).toContain('<zone xml:id="zone-ru-s1" points="100.4,230 ');
  });

  it('has each text in its language, its pages and lines pointing to where they stand', () => {
    expect(xml).toContain('<text n="ru" type="transcription" xml:lang="ru">');
    expect(xml).toContain(
      '<pb n="705 verso" facs="#page-705"/>\n<lb xml:id="seg-ru-s1" facs="#zone-ru-s1"/>',
    );
    expect(xml).toContain(
      '<seg xml:id="seg-en-a-s1" corresp="#seg-ru-s1 #seg-ru-s2">Comrade Filippov!</seg>',
    );
    // On no page: before any of them.
    expect(xml.indexOf('без места')).toBeLessThan(xml.indexOf('Товарищу'));
  });

  it('loses no word of any text, however hostile, and stays well-formed', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(']]>', '<!--', '&x;', '\0\u001b', '\ud800', 'a\udc00', '"><script>'),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, value, folio) => {
        const found = read(
          written(
            ingestedDocument({
              record: record({
                title: { none: [title] },
                creators: [{ name: { en: [value] }, role: title }],
              }),
              pages: [page('705', { folio })],
              texts: [text('ru', [segment('s1', `«${value}»`, ['705'])], { label: { en: [title] } })],
            }),
          ),
        );
        if (!('words' in found)) throw new Error(found.message);
        expect(found.words).toMatch(/«[^]*»/);
      }),
    );
  });

  it('is whole where there are no texts and no pages', () => {
    const bare = written(ingestedDocument({ pages: [] }));
    expect(read(bare)).toHaveProperty('words');
    expect(bare).toContain('<text>\n<body><p/></body>\n</text>');
    expect(bare).not.toContain('facsimile');
  });
});
