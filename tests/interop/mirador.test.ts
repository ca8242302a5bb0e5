import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { linesOf } from './facts.ts';
import { expectNoRefusal, expectScan, openViewer, patience } from './opened.ts';
import { pageWith, servePages } from './pages.ts';
import { fetchJson } from './published.ts';
import { serveSpecimens } from './specimens.ts';

const DOCUMENT = 'documents/telegram-1950-10-07';

/** As the makers of Mirador show it in a page, with its own panel of annotations open. */
const mirador = (bundle: string) =>
  pageWith(
    `<script src="/modules/${bundle}/dist/mirador.min.js"></script>`,
    `Mirador.viewer({
      id: 'viewer',
      windows: [{ manifestId: subject }],
      window: { sideBarOpen: true, defaultSideBarPanel: 'annotations', sideBarPanel: 'annotations' },
      workspaceControlPanel: { enabled: false },
    });`,
  );

let browser: Browser;
let base: string;
let pages: string;
beforeAll(async () => {
  base = (await serveSpecimens()).base;
  pages = await servePages({ 'mirador-3': mirador('mirador-3'), 'mirador-4': mirador('mirador') });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (viewer: string, manifest: string) =>
  openViewer(browser, `${pages}/${viewer}?subject=${encodeURIComponent(`${base}/iiif/${manifest}`)}`, base);

describe.each(['mirador-3', 'mirador-4'])('%s without our plugin', (viewer) => {
  it.each<[string, 2 | 3]>([
    [`${DOCUMENT}/manifest`, 3],
    [`2/${DOCUMENT}/manifest`, 2],
  ])('draws the scan of %s', async (manifest, version) => {
    const opened = await open(viewer, manifest);
    await expectScan(opened, opened.page.locator('.openseadragon-canvas canvas').first(), version);
  });

  it('lists every line of a text that is published as comments', async () => {
    const lines = linesOf(await fetchJson(`${base}/iiif/commenting/${DOCUMENT}/texts/ru/pages/705`));
    const { page, answers } = await open(viewer, `commenting/${DOCUMENT}/manifest`);
    expect(lines.length).toBeGreaterThan(20);
    await page.getByText(lines[0]?.value ?? '', { exact: true }).waitFor();
    const shown = () => page.locator('li').allInnerTexts();
    for (const { value } of lines)
      await expect
        .poll(async () => (await shown()).some((text) => text.includes(value)), patience)
        .toBe(true);
    expectNoRefusal(answers);
  });

  it('lists the lines of a translation of 2.1', async () => {
    const lines = linesOf(await fetchJson(`${base}/iiif/commenting/${DOCUMENT}/texts/en-a/pages/705`));
    const { page } = await open(viewer, `2/${DOCUMENT}/manifest`);
    for (const { value } of lines) await page.getByText(value, { exact: true }).first().waitFor();
  });
});
