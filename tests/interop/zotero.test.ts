import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtractMetadataResult } from 'ztractor';
import { writeArchive } from '../support/archive.ts';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testApp } from '../support/test-app.ts';
import { pageWith, servePages } from './pages.ts';
import { serveSpecimens } from './specimens.ts';

/**
 * What Zotero's own translators make of a document's page, in a browser as its extension has them: ztractor carries them
 * and their runtime. They are under the AGPL, so nothing that ships may depend on them.
 */
const SCRIPT = `
const { extractMetadata } = await import('/modules/ztractor/dist/index.js');
globalThis.saved = (url, html) => extractMetadata({ url, html, network: 'deny', timeout: 30000 });`;

let browser: Browser;
let zotero: Page;
let specimens: string;

beforeAll(async () => {
  ({ base: specimens } = await serveSpecimens());
  const pages = await servePages({ zotero: pageWith('', SCRIPT) });
  browser = await launchBrowser();
  zotero = await browser.newPage();
  await zotero.goto(`${pages}/zotero`);
  await zotero.waitForFunction('globalThis.saved');
});
afterAll(() => browser.close());

/** What is saved of a page; nothing but the page itself is asked. */
async function savedFrom(url: string) {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  const call = `saved(${JSON.stringify(url)}, ${JSON.stringify(await response.text())})`;
  const result = await zotero.evaluate<ExtractMetadataResult>(call);
  if (!result.success) throw new Error(result.error);
  expect(result.translator).toBe('Embedded Metadata');
  expect(result.items).toHaveLength(1);
  const { creators = [], ...fields } = result.items?.[0] ?? {};
  return {
    ...fields,
    // Zotero divides every name at its last space and puts a dot after a letter that stands alone.
    creators: creators.map(({ creatorType, firstName = '', lastName = '' }) =>
      [creatorType, firstName, lastName].filter((part) => part !== '').join(': '),
    ),
  };
}

describe('Zotero saves', () => {
  it('a telegram with its author and its translator', async () => {
    const url = `${specimens}/documents/telegram-1950-10-07`;
    const saved = await savedFrom(url);
    expect(saved).toMatchObject({
      itemType: 'manuscript',
      title: "Telegram from Ol'shanikov to Zales'ev on the crossing of the Noran",
      creators: ["author: Ol'shanikov", 'translator: Adela: Specimen (fictional)'],
      date: '1950-10-07',
      archive: 'Specimen Archive',
      archiveLocation: 'f. 7, op. 3, d. 12, ll. 705–706',
      language: 'en',
      manuscriptType: 'Telegram',
      url,
    });
    expect(saved.abstractNote).toMatch(/^The legation at Pyŏkho reports .* It is no historical document\.$/s);
  });

  it('one translation of it with the translator of that one', async () => {
    const page = `${specimens}/documents/telegram-1950-10-07`;
    const html = await (await fetch(page)).text();
    const others = [...html.matchAll(/href="([^"]*\?text=[^"#]*)#cite"/g)].map(([, address = '']) => address);
    expect(others).toHaveLength(2);
    const saved = [];
    for (const address of others) saved.push(await savedFrom(address));
    const translators = saved.map(({ creators }) => creators.filter((name) => name.startsWith('translator')));
    expect(new Set(translators.flat()).size).toBe(2);
    expect(saved.map(({ url }) => url)).toEqual(others);
  });

  it('a letter of which only a translation is left', async () => {
    const url = `${specimens}/documents/letter-1950-10-12`;
    expect(await savedFrom(url)).toMatchObject({
      itemType: 'manuscript',
      title: 'Letter from O Kŭn-dam to the Legation on the ferry at Solmok',
      creators: ['author: O.: Kŭn-dam', 'translator: Bruno: Specimen (fictional)'],
      date: '1950-10-12',
      archive: 'Specimen Archive',
      archiveLocation: 'f. 7, op. 3, d. 12, ll. 712–713',
      language: 'en',
      manuscriptType: 'Letter',
      abstractNote: expect.stringContaining('asks for two floating cranes') as unknown,
      url,
    });
  });

  it('a memorandum', async () => {
    const url = `${specimens}/documents/memorandum-1950-10-26`;
    expect(await savedFrom(url)).toMatchObject({
      itemType: 'manuscript',
      title: 'Memorandum of the River Commission to the ferry at Solmok',
      creators: ["author: Mun: T'ae-gok", 'translator: Adela: Specimen (fictional)'],
      date: '1950-10-26',
      archive: 'Specimen Archive',
      archiveLocation: 'f. 7, op. 3, d. 13, l. 27',
      language: 'en',
      manuscriptType: 'Memorandum',
      abstractNote: expect.stringContaining('lends three warehouses') as unknown,
      url,
    });
  });

  it('a letter that nobody has translated with its recipient, and its shelfmark whole and in order', async () => {
    const archive = await writeArchive(temporaryFolder(), {
      'manifests/letters/letter-a/document.yaml': `
title: { en: Letter on the bridge, ru: Письмо о мосте }
kind: letter
dates: [{ role: written, edtf: 1951-03 }]
summary: Asks for timber & nails.
languages: [ru]
creators: [{ name: "Shtykov, Terenty" }]
recipients: [{ name: "Stalin, Joseph" }]
reference: { repository: TsAMO RF, levels: [{ Korob: "9" }, { fond: "5" }, { opis: "918795" }, { delo: "121" }, { listi: "7-8" }] }
`,
    });
    const app = await testApp(archive);
    await app.ingest();
    const url = `${app.base}/documents/letter-a`;
    expect(await savedFrom(url)).toMatchObject({
      itemType: 'letter',
      title: 'Letter on the bridge',
      creators: ['author: Terenty: Shtykov', 'recipient: Joseph: Stalin'],
      date: '1951-03',
      archive: 'TsAMO RF',
      archiveLocation: 'Korob 9, f. 5, op. 918795, d. 121, ll. 7–8',
      language: 'ru',
      letterType: 'Letter',
      abstractNote: 'Asks for timber & nails.',
      url,
    });
  });
});
