import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../server/catalogue/layout.tsx';
import { SearchPage } from '../../../../server/catalogue/search/search-page.tsx';
import { parseSearchRequest } from '../../../../server/catalogue/search/search-request.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import type { DocumentsAnswer } from '../../../../server/search/search.ts';
import { interfaceIn } from '../../../support/interface.ts';
import { documentResult, documentsAnswer, passage } from '../../../support/fake-documents-search.ts';
import { lostPage, page, record } from '../../../support/stored-document.ts';

const base = 'https://example.org/archive';
const site = {
  urls: new PublicUrls(base),
  assets: { stylesheets: () => ['catalogue.css'], script: () => undefined, preloads: () => [] },
  name: { en: ['Specimens'] },
};
const cold = { id: 'cold-war', parent: 'top', record: { title: { en: ['Cold War'] }, order: [] } };
const annexes = { id: 'annexes', parent: 'cold-war', record: { title: { en: ['Annexes'] }, order: [] } };
const counts = { documentCount: 0, collectionCount: 0 };
const paths = new Map([
  ['cold-war', [{ ...cold, ...counts }]],
  [
    'annexes',
    [
      { ...cold, ...counts },
      { ...annexes, ...counts },
    ],
  ],
]);

function html(query: Record<string, unknown>, answer: Partial<DocumentsAnswer> = {}): string {
  const request = parseSearchRequest(query);
  return renderPage(interfaceIn('en'), SearchPage, {
    ...{ site, request, answer: documentsAnswer(answer), paths },
  });
}

const found = (query: Record<string, unknown> = { q: 'телеграмма' }, changes = {}) =>
  html(query, { results: [documentResult({ passages: [passage(changes)], placesCount: 1 })] });

describe('a passage', () => {
  it('shows the words with the hit marked, and the translation beside them, each in its language', () => {
    const shown = found();
    expect(shown).toContain('Transcription, Russian');
    expect(shown).toContain(
      '<p class="passage-words" lang="ru" dir="ltr">из <mark class="hit hit-inflected">телеграммы</mark> миссии</p>',
    );
    // Whose translation it is, and how far it can be trusted.
    expect(shown).toContain(
      'English, A. Specimen<span class="status"><span aria-hidden="true">●</span> published',
    );
    expect(shown).toContain('lang="en" dir="ltr">from the telegram of the Legation</p>');
  });

  it('stands behind the original where the translation was hit', () => {
    const shown = found(undefined, {
      role: 'translation',
      language: 'en',
      text: 'en-a',
      snippet: [{ text: 'the ' }, { text: 'telegram', hit: 'word' }],
      forms: [{ form: 'telegram', kind: 'word' }],
      counterpart: {
        text: 'ru',
        role: 'transcription',
        language: 'ru',
        segment: 's1',
        value: 'телеграмма',
        snippet: [{ text: 'телеграмма' }],
      },
    });
    expect(shown.indexOf('>телеграмма</p>')).toBeLessThan(shown.indexOf('hit-word'));
    expect(shown).not.toContain('written:');
  });

  it('leads to its line in the reading room, and shows it on the scan', () => {
    const shown = found();
    expect(shown).toContain(`href="${base}/read/telegram?page=705&amp;segment=ru.s1"`);
    expect(shown).toContain(`src="${base}/iiif/image/3/telegram_705/0,534,1200,172/864,/0/default.jpg"`);
    expect(shown).toContain('alt="Part of the scan of leaf 705 with the words “телеграммы”"');
    expect(shown).toContain('<rect x="400" y="66" width="300" height="40">');
    expect(shown).toContain('loading="lazy"');
    expect(shown).not.toContain('style=');
  });

  it('is words alone where no scan is held, and leads to the document where it stands on no leaf', () => {
    expect(found(undefined, { page: lostPage('705') })).not.toContain('<img');
    const unplaced = found(undefined, { page: undefined, places: [] });
    expect(unplaced).toContain('On no leaf');
    expect(unplaced).toContain(`<a href="${base}/documents/telegram">On no leaf</a>`);
  });

  it('says how the hit is written where that is not what was typed, and insists on it on request', () => {
    const shown = found({ q: 'телеграмма', person: 'kim' });
    const address = new URLSearchParams({ q: '="телеграммы"', person: 'kim' })
      .toString()
      .replace('&', '&amp;');
    expect(shown).toContain(`href="${base}/search?${address}"`);
  });

  it('shortens a counterpart that is a paragraph of a page, and never cuts a character in two', () => {
    const counterpart = { text: 'en', role: 'translation' as const, language: 'en', segment: 's' };
    const long = found(undefined, { counterpart: { ...counterpart, value: 'word '.repeat(1000) } });
    expect(long).toMatch(/word …<\/p>/);
    const rare = found(undefined, { counterpart: { ...counterpart, value: `a${'𠮷'.repeat(1000)}` } });
    expect(rare).toMatch(/𠮷 …<\/p>/);
  });
});

describe('a document found', () => {
  it('shows its title with the hit, its facts, and what else of its record was hit', () => {
    const shown = html(
      { q: 'telegram' },
      {
        results: [
          documentResult({
            record: record({
              title: { en: ['Telegram from the Legation'] },
              kind: 'telegram',
              dates: [{ edtf: '1950-10-07', calendar: 'gregorian' }],
              reference: { repository: { en: ['Archive'] }, levels: [{ name: 'fond', value: '5' }] },
            }),
            recordHits: [
              {
                field: 'title',
                language: 'en',
                snippet: [{ text: 'Telegram', hit: 'word' }, { text: ' from the Legation' }],
              },
              { field: 'summary', language: 'ru', snippet: [{ text: 'Телеграмма', hit: 'word' }] },
            ],
            firstImage: page('705'),
          }),
        ],
      },
    );
    expect(shown).toContain('<mark class="hit hit-word">Telegram</mark> from the Legation');
    expect(shown).toContain('<span>Telegram</span><span>7 October 1950</span><span>fond 5</span>');
    expect(shown).toContain('<span lang="ru" dir="ltr"><mark class="hit hit-word">Телеграмма</mark></span>');
    expect(shown.match(/from the Legation/g)).toHaveLength(1);
    // With no words of its texts to show, its first leaf stands for it.
    expect(shown).toContain(`${base}/iiif/image/3/telegram_705/full/143,200/0/default.jpg`);
  });
});

describe('the facets', () => {
  const facets: DocumentsAnswer['facets'] = [
    {
      facet: 'collection',
      values: [
        { value: 'annexes', count: 3, chosen: true },
        { value: 'cold-war', count: 9, chosen: false },
      ],
      more: 0,
    },
    { facet: 'language', values: [{ value: 'ru', count: 5, chosen: false }], more: 0 },
    { facet: 'scan', values: [{ value: 'no', count: 2, chosen: false }], more: 0 },
    {
      facet: 'person',
      values: Array.from({ length: 11 }, (_, number) => ({
        value: `p${number}`,
        label: { en: [`Person ${number}`] },
        count: 20 - number,
        chosen: number === 9,
      })),
      more: 7,
    },
  ];
  const shown = html({ q: 'a', collection: 'annexes', page: '3', sort: 'title' }, { total: 9, facets });

  it('are links that add a value, or take away one that is chosen', () => {
    expect(shown).toContain(
      `<a href="${base}/search?q=a&amp;collection=annexes&amp;language=ru&amp;sort=title" rel="nofollow">`,
    );
    expect(shown).toContain(
      `<a href="${base}/search?q=a&amp;sort=title" rel="nofollow" aria-current="true">`,
    );
  });

  it('name values as the catalogue does', () => {
    expect(shown).toContain('<span>Russian</span>');
    expect(shown).toContain('<span>Not held</span>');
    expect(shown).toContain('<span>Annexes</span><span class="facet-above">Cold War</span>');
    expect(shown).not.toContain('<span>Cold War</span><span class="facet-above">');
  });

  it('are left out where their one value is that of all', () => {
    const one = { facet: 'scan' as const, values: [{ value: 'yes', count: 4, chosen: false }], more: 0 };
    expect(html({}, { total: 4, facets: [one] })).not.toContain('class="facets"');
    expect(html({}, { total: 5, facets: [one] })).toContain('<span>Held</span>');
  });

  it('fold away all but the first eight, unless one of these is chosen', () => {
    expect(shown).toContain('<details open=""><summary>3 more</summary>');
    expect(shown).toContain('and 7 others with fewer documents');
  });

  it('that are chosen stand above the results, too, and go along with the form', () => {
    expect(shown).toContain('No longer narrow to Collection: Annexes');
    expect(shown).toContain('<input type="hidden" name="collection" value="annexes"/>');
  });
});

describe('names that were widened', () => {
  const names: DocumentsAnswer['names'] = [
    {
      kind: 'person',
      id: 'pak-il-u',
      name: { en: ['Pak Il-u'] },
      typed: 'Pak Il U',
      forms: [{ form: 'Пак Ир У', documents: 12 }],
    },
  ];

  it('are told with their forms, each a search for just that, and with a way back', () => {
    const shown = html({ q: 'telegram Pak Il U' }, { names });
    expect(shown).toContain(`<a href="${base}/people/pak-il-u"><span>Pak Il-u</span></a>`);
    const exact = new URLSearchParams({ q: 'telegram ="Пак Ир У"' }).toString();
    expect(shown).toContain(`href="${base}/search?${exact}"`);
    expect(shown).toContain('<bdi>Пак Ир У</bdi></a> <span class="facet-count">(12)</span>');
    expect(shown).toContain(`href="${base}/search?q=telegram+Pak+Il+U&amp;exact=1"`);
  });

  it('may be switched on again', () => {
    expect(html({ q: 'Pak', exact: '1' })).toContain(`href="${base}/search?q=Pak"`);
  });
});

describe('the page', () => {
  it('says how many there are, and asks engines not to index a search', () => {
    const shown = found({ q: 'телеграмма', page: '1' });
    expect(shown).toContain('<title>телеграмма – search · Specimens</title>');
    expect(shown).toContain('<h1>1 document for <q><bdi>телеграмма</bdi></q></h1>');
    expect(shown).toContain('<meta name="robots" content="noindex"/>');
    expect(shown).not.toContain('<script');
  });

  it('is open to engines, with help, where nothing is asked', () => {
    const shown = html({}, { total: 3, results: [documentResult()] });
    expect(shown).toContain('<h1>All 3 documents</h1>');
    expect(shown).toContain('<details class="search-help" open="">');
    expect(shown).not.toContain('noindex');
  });

  it('has one search box, its own', () => {
    expect(html({}).match(/role="search"/g)).toHaveLength(1);
  });

  it('leads from page to page', () => {
    const shown = html({ q: 'a', page: '5' }, { total: 400, results: [documentResult()] });
    expect(shown).toContain(`<a href="${base}/search?q=a&amp;page=4" rel="prev">`);
    expect(shown).toContain(`<a href="${base}/search?q=a&amp;page=6" rel="next">`);
    expect(shown).toContain('aria-label="Page 40"');
    expect(shown).toContain('aria-label="Page 5" aria-current="page"');
    expect(shown).not.toContain('aria-label="Page 2"');
    expect(html({ q: 'a' }, { total: 10, results: [documentResult()] })).not.toContain('class="pager');
  });

  it('says of a page after the last that there is none', () => {
    expect(html({ q: 'a', page: '9' }, { total: 30 })).toContain('There is no page 9 of this.');
  });

  it('offers every way on where nothing is found', () => {
    const shown = html({ q: 'river crossing', kind: 'telegram', from: '1950', exact: '1' });
    expect(shown).toContain('<h1>No document for');
    expect(shown).toContain('search without “Kind: Telegram”');
    expect(shown).toContain('search in all years');
    expect(shown).toContain('search in everything');
    expect(shown).toContain('river OR crossing');
    expect(shown).toContain('other spellings of names, too');
    expect(shown).toContain('look through all documents');
  });

  it('puts notes into sentences', () => {
    const shown = html(
      { q: 'x:y "' },
      {
        notes: [
          { kind: 'quote-unclosed' },
          { kind: 'field-unknown', field: 'x' },
          { kind: 'spelling-widened' },
        ],
      },
    );
    expect(shown).toContain('A quotation mark is missing');
    expect(shown).toContain('There is no field “x”');
    expect(shown).toContain('spellings that sound alike');
  });
});

describe('hostile words', () => {
  const evil = '"><script>alert(1)</script>';

  it('stay words, wherever they come from', () => {
    const shown = html(
      { q: evil, person: evil, from: '1950' },
      {
        results: [
          documentResult({
            document: evil,
            record: record({ title: { en: [evil] }, kind: evil }),
            recordHits: [{ field: 'summary', language: evil, snippet: [{ text: evil, hit: 'word' }] }],
            passages: [
              passage({
                language: evil,
                segment: evil,
                snippet: [{ text: evil, hit: 'spelling' }],
                forms: [{ form: evil, kind: 'spelling' }],
              }),
            ],
          }),
        ],
        facets: [{ facet: 'person', values: [{ value: evil, count: 1, chosen: true }], more: 0 }],
        names: [
          {
            kind: 'place',
            id: evil,
            name: { en: [evil] },
            typed: evil,
            forms: [{ form: evil, documents: 1 }],
          },
        ],
        notes: [{ kind: 'field-unknown', field: evil }],
      },
    );
    expect(shown).not.toContain('<script');
    expect(shown).not.toContain('"><script');
  });
});
