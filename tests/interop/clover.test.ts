import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { bundle } from './bundle.ts';
import { linesOf } from './facts.ts';
import { expectNoRefusal, expectScan, openViewer, patience } from './opened.ts';
import { pageWith, servePages } from './pages.ts';
import { fetchJson } from './published.ts';
import { serveSpecimens } from './specimens.ts';

const DOCUMENT = 'documents/telegram-1950-10-07';

let browser: Browser;
let base: string;
let pages: string;
beforeAll(async () => {
  base = (await serveSpecimens()).base;
  pages = await servePages({
    clover: pageWith('', `await import('/clover.js')`),
    'clover.js': await bundle('clover-page.js'),
  });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (manifest: string) =>
  openViewer(browser, `${pages}/clover?subject=${encodeURIComponent(`${base}/iiif/${manifest}`)}`, base);

describe('Clover', () => {
  it.each<[string, 2 | 3]>([
    [`${DOCUMENT}/manifest`, 3],
    [`2/${DOCUMENT}/manifest`, 2],
  ])('draws the scan of %s', async (manifest, version) => {
    const opened = await open(manifest);
    await expectScan(opened, opened.page.locator('.openseadragon-canvas').first(), version);
  });

  it.each(['', 'commenting/'])('lists every line that is published in %sdocuments', async (form) => {
    const lines = linesOf(await fetchJson(`${base}/iiif/${form}${DOCUMENT}/texts/ru/pages/705`));
    const { page, answers } = await open(`${form}${DOCUMENT}/manifest`);
    expect(lines.length).toBeGreaterThan(20);
    await page.getByRole('tab', { name: 'Annotations' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Annotations' });
    for (const { value } of lines) await panel.getByText(value, { exact: true }).first().waitFor(patience);
    expectNoRefusal(answers);
  });
});
