import { describe, expect, it } from 'vitest';
import { openSearch } from '../../../../server/catalogue/search/open-search.ts';
import { searchCsv } from '../../../../server/catalogue/search/search-csv.ts';
import { searchJson } from '../../../../server/catalogue/search/search-json.ts';
import { parseSearchRequest } from '../../../../server/catalogue/search/search-request.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { documentResult, documentsAnswer, passage } from '../../../support/fake-documents-search.ts';
import { record } from '../../../support/stored-document.ts';

const base = 'https://example.org/archive';
const urls = new PublicUrls(base);
const result = documentResult({
  record: record({
    title: { en: ['Telegram from the Legation'], ru: ['Телеграмма миссии'] },
    kind: 'telegram',
    dates: [{ role: 'sent', edtf: '1950-10-07', calendar: 'gregorian' }],
    reference: { repository: { en: ['Archive'] }, levels: [{ name: 'fond', value: '5' }] },
  }),
  passages: [passage()],
  placesCount: 4,
});

describe('results as JSON', () => {
  const request = parseSearchRequest({ q: 'телеграмма', kind: 'telegram', page: '2' });
  const answer = documentsAnswer({ total: 25, results: [result] });
  const json: unknown = JSON.parse(JSON.stringify(searchJson(request, 10, answer, urls)));
  const address = (page: string) =>
    `${base}/search.json?${new URLSearchParams({ q: 'телеграмма', kind: 'telegram' }).toString()}${page}`;

  it('tell the page, and the pages around it', () => {
    expect(json).toMatchObject({
      id: address('&page=2'),
      prev: address(''),
      next: address('&page=3'),
      query: {
        q: 'телеграмма',
        exact: false,
        filters: [{ facet: 'kind', value: 'telegram' }],
        sort: 'relevance',
      },
      total: 25,
      page: 2,
      pages: 3,
      size: 10,
    });
    expect(searchJson({ ...request, page: 3 }, 10, answer, urls)).not.toHaveProperty('next');
    expect(searchJson({ ...request, page: 1 }, 10, answer, urls)).not.toHaveProperty('prev');
    // Nothing leads on from a page that is not there but back to one that is.
    expect(searchJson({ ...request, page: 90 }, 10, answer, urls)).toMatchObject({
      prev: address('&page=3'),
    });
  });

  it('tell each document and passage by its addresses, and where the hits are', () => {
    const canvas = `${base}/iiif/documents/telegram/canvases/705`;
    const texts = `${base}/iiif/documents/telegram/texts`;
    expect(json).toMatchObject({
      results: [
        {
          document: `${base}/documents/telegram`,
          manifest: `${base}/iiif/documents/telegram/manifest`,
          title: { en: ['Telegram from the Legation'] },
          dates: [{ role: 'sent', edtf: '1950-10-07' }],
          reference: 'Archive, fond 5',
          placesCount: 4,
          passages: [
            {
              text: `${texts}/ru`,
              role: 'transcription',
              language: 'ru',
              leaf: '705',
              snippet: 'из телеграммы миссии',
              hits: [{ start: 3, end: 13, kind: 'inflected' }],
              annotation: `${texts}/ru/annotations/s1`,
              canvases: [`${canvas}#xywh=400,600,300,40`],
              read: `${base}/read/telegram?page=705&segment=ru.s1`,
              counterpart: { language: 'en', annotation: `${texts}/en-a/annotations/s4` },
            },
          ],
        },
      ],
    });
  });
});

describe('results as a table', () => {
  const rows = searchCsv(
    documentsAnswer({
      results: [
        result,
        documentResult({
          document: 'letter',
          record: record({ title: { en: ['=HYPERLINK("http://evil.example")'] } }),
          recordHits: [
            { field: 'summary', language: 'en', snippet: [{ text: 'a ' }, { text: 'word', hit: 'word' }] },
          ],
        }),
      ],
    }),
    urls,
  ).split('\r\n');

  it('are one row for each passage under a row of names', () => {
    expect(rows[0]).toBe(
      '\uFEFFdocument,manifest,title,kind,date,reference,role,language,leaf,words,passage,counterpart language,counterpart,annotation,canvas',
    );
    expect(rows[1]).toBe(
      [
        `${base}/documents/telegram`,
        `${base}/iiif/documents/telegram/manifest`,
        'Telegram from the Legation,telegram,1950-10-07,"Archive, fond 5"',
        'transcription,ru,705,телеграммы,из телеграммы миссии,en,from the telegram of the Legation',
        `${base}/iiif/documents/telegram/texts/ru/annotations/s1`,
        `"${base}/iiif/documents/telegram/canvases/705#xywh=400,600,300,40"`,
      ].join(','),
    );
  });

  it('have as many fields in every row, also for a document of which only the record was hit', () => {
    expect(rows[2]).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(rows[2]).toMatch(/,record,en,,word,a word,,,,$/);
    expect(rows[3]).toBe('');
  });
});

describe('the OpenSearch description', () => {
  it('has a name of at most sixteen characters, and escapes it', () => {
    const assets = { stylesheets: () => [], script: () => undefined, preloads: () => [] };
    const xml = openSearch({ urls, assets, name: { en: ['A & B <Archive> of very many things\u0001'] } });
    expect(xml).toContain('<ShortName>A &#38; B &#60;Archive&#62;</ShortName>');
    expect(xml).toContain(`template="${base}/search?q={searchTerms}"`);
    expect(xml).not.toContain('\u0001');
  });
});
