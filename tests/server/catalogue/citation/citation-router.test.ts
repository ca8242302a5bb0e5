import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../../server/app.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { openSearch } from '../../../../server/open-search.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import { collections, telegram } from '../../../support/telegram.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const base = 'https://example.org/archive';
let client: ReturnType<typeof supertest>;

beforeEach(async () => {
  const file = join(temporaryFolder(), 'store.sqlite');
  const store = openSqliteStore(file);
  const search = openSearch({ file, threads: 1 });
  onTestFinished(async () => {
    await search.close();
    await store.close();
  });
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const assets = {
    stylesheets: (entry: string) => [`${entry}.css`],
    script: () => undefined,
    preloads: () => [],
  };
  const log = pino({ level: 'silent' });
  const urls = new PublicUrls(base);
  client = supertest(createApp({ store, search, log, urls, assets, assetFolder: temporaryFolder() }));
});

describe('a citation to be saved', () => {
  it.each([
    ['ris', 'application/x-research-info-systems; charset=utf-8', 'TY  - PCOMM\r\n'],
    ['bib', 'application/x-bibtex; charset=utf-8', '@misc{telegram,\n'],
    [
      'csl.json',
      'application/vnd.citationstyles.csl+json',
      '[{"id":"telegram","type":"personal_communication"',
    ],
    [
      'citations.json',
      'application/json; charset=utf-8',
      '{"citations":[{"style":"chicago-note","name":"Chicago, note"',
    ],
  ])('.%s is given with its type, to any site', async (end, type, beginning) => {
    const response = await client
      .get(`/documents/telegram.${end}`)
      .buffer(true)
      .parse((answer, done) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => {
          done(null, text);
        });
      });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers['content-disposition']).toBe(`inline; filename="telegram.${end}"`);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(String(response.body).slice(0, beginning.length)).toBe(beginning);
  });

  it('is of the leaf, the text or the line that is asked for', async () => {
    const address = async (query: string) => {
      const response = await client.get(`/documents/telegram.citations.json?${query}`).expect(200);
      return JSON.stringify(response.body);
    };
    expect(await address('page=705')).toContain(`${base}/read/telegram?page=705`);
    expect(await address('page=705')).toContain('delo 121, Korob 9, fol. 705 verso');
    expect(await address('text=en-mt')).toContain('machine translation (draft, rev. 1)');
    expect(await address('segment=ru.s2.2')).toContain(`${base}/read/telegram?page=706&segment=ru.s2`);
    expect(await address('segment=ru.s2&page=705')).toContain(`${base}/read/telegram?page=705&segment=ru.s2`);
    expect(await address('segment=en-a.s1')).toContain('trans. A. Specimen (published, rev. 1)');
  });

  it('credits of a line those who made the text that it is of', async () => {
    const read = async (end: string, query: string) => {
      const { text } = await client.get(`/documents/telegram.${end}?${query}`).buffer(true).expect(200);
      return text;
    };
    const original = await read('citations.json', 'segment=ru.s2');
    expect(original).not.toContain('Specimen (translator');
    expect(original).not.toContain('trans. A. Specimen');
    expect(original).not.toContain('пер.:');
    expect(original).toContain('fol. 705 verso, line 2');
    const ris = await read('ris', 'segment=ru.s2');
    expect(ris).toContain(
      'AN  - f. 5, op. 918795, d. 121, Korob 9, fol. 705 verso, line 2, and fol. 706, line 1\r\n',
    );
    expect(ris).not.toContain('A4  - ');
    expect(await read('ris', 'segment=en-a.s1')).toContain('A4  - Specimen, A.');
    const translation = await read('citations.json', 'segment=en-a.s1');
    expect(translation).toContain('trans. A. Specimen');
    // It renders these lines of the leaf, as whoever linked them says.
    expect(translation).toContain('fol. 705 verso, lines 1–2');
    await client.get('/documents/telegram.ris?text=nothing&segment=ru.s1').expect(404);
  });

  it('is of what a manifest names by its URIs', async () => {
    const read = async (query: string) => {
      const response = await client.get(`/documents/telegram.citations.json?${query}`).expect(200);
      return JSON.stringify(response.body);
    };
    const canvas = encodeURIComponent(`${base}/iiif/documents/telegram/canvases/706`);
    const annotation = encodeURIComponent(`${base}/iiif/documents/telegram/texts/ru/annotations/s2.2`);
    expect(await read(`canvas=${canvas}`)).toContain(`${base}/read/telegram?page=706`);
    const line = await read(`canvas=${canvas}&annotation=${annotation}`);
    expect(line).toContain(`${base}/read/telegram?page=706&segment=ru.s2`);
    expect(JSON.parse(line)).toMatchObject({
      shelfmark: {
        // It begins on the leaf before.
        en: [
          'Specimen Archive, f. 5, op. 918795, d. 121, Korob 9, fol. 705 verso, line 2, and fol. 706, line 1',
        ],
        ru: ['Архив образцов. Ф. 5. Оп. 918795. Д. 121. Korob 9. Л. 705 об., строка 2; л. 706, строка 1'],
      },
    });
    // The same for reference managers.
    expect(JSON.parse(line)).toMatchObject({
      seeAlso: [
        { id: `${base}/documents/telegram.ris?canvas=${canvas}&annotation=${annotation}` },
        { label: { none: ['BibTeX'] } },
        { format: 'application/vnd.citationstyles.csl+json' },
      ],
    });
  });

  it.each([
    ['canvas=https%3A%2F%2Fother.example%2Fcanvas', 400],
    [`canvas=${encodeURIComponent(`${base}/iiif/documents/another/canvases/706`)}`, 400],
    [`annotation=${encodeURIComponent(`${base}/iiif/documents/telegram/canvases/706`)}`, 400],
    [`canvas=${encodeURIComponent(`${base}/iiif/documents/telegram/canvases/9`)}`, 404],
    ['page=9', 404],
    ['text=nothing', 404],
    ['segment=ru.s99', 404],
    ['segment=%3Cscript%3E', 400],
    ['page=705&page=706', 400],
  ])('is refused for ?%s', async (query, status) => {
    await client.get(`/documents/telegram.ris?${query}`).expect(status);
  });

  it('moves with its document and keeps what was asked for', async () => {
    const response = await client.get('/documents/old-telegram.ris?page=705').expect(308);
    expect(response.headers.location).toBe(`${base}/documents/telegram.ris?page=705`);
  });

  it('stands in the manifest and on the document’s page', async () => {
    const manifest = await client.get('/iiif/documents/telegram/manifest').expect(200);
    const { text: page } = await client.get('/documents/telegram').expect(200);
    for (const end of ['ris', 'bib', 'csl.json']) {
      expect(JSON.stringify(manifest.body)).toContain(`"${base}/documents/telegram.${end}"`);
      expect(page).toContain(`href="${base}/documents/telegram.${end}"`);
    }
    const citations = {
      id: `${base}/documents/telegram.citations.json`,
      format: 'application/json',
      profile: `${base}/iiif/context.json#citations`,
    };
    expect(manifest.body).toMatchObject({
      seeAlso: expect.arrayContaining([expect.objectContaining(citations)]),
    });
    const second = await client.get('/iiif/2/documents/telegram/manifest').expect(200);
    const { id, ...rest } = citations;
    expect(second.body).toMatchObject({
      seeAlso: expect.arrayContaining([expect.objectContaining({ '@id': id, ...rest })]),
    });
  });
});

describe('the document’s page', () => {
  it('has citations in every style, closed, and of a chosen text open', async () => {
    const { text: page } = await client.get('/documents/telegram').expect(200);
    expect(page).toContain('<h2 id="cite">Cite</h2>');
    // The usual one is there to be read.
    const [before = '', after = ''] = page.slice(page.indexOf('<h2 id="cite">')).split('<details><summary>');
    expect(before).toContain('<p class="cite-style">Chicago, bibliography</p>');
    expect(after).toContain('<h3 id="cite-chicago-bibliography">Chicago, bibliography</h3>');
    expect(page).toContain('<li lang="ru" dir="ltr"><h3 id="cite-gost">ГОСТ Р 7.0.5-2008</h3>');
    expect(page).toContain(`href="${base}/documents/telegram?text=en-mt#cite"`);
    const { text: chosen } = await client.get('/documents/telegram?text=en-a').expect(200);
    expect(chosen).toContain('<details open="">');
    expect(chosen).toContain('trans. A. Specimen (published, rev. 1)');
  });
});
