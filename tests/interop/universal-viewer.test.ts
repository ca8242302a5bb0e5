import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../viewer/iiif/json.ts';
import { launchBrowser } from '../support/browser.ts';
import { languageMapOf } from './facts.ts';
import { expectScan, openViewer, patience } from './opened.ts';
import { pageWith, servePages } from './pages.ts';
import { fetchJson } from './published.ts';
import { serveSpecimens } from './specimens.ts';

const REPORT = 'documents/report-1938/manifest';

const universalViewer = pageWith(
  `<link rel="stylesheet" href="/modules/universalviewer/dist/uv.css">
<script src="/modules/universalviewer/dist/umd/UV.js"></script>`,
  `document.getElementById('viewer').className = 'uv';
  UV.init('viewer', { manifest: subject, embedded: false });`,
);

let browser: Browser;
let base: string;
let pages: string;
beforeAll(async () => {
  base = (await serveSpecimens()).base;
  pages = await servePages({ 'universal-viewer': universalViewer });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('Universal Viewer', () => {
  it.each<[string, 2 | 3]>([
    [REPORT, 3],
    [`2/${REPORT}`, 2],
  ])('draws the scan of %s and lists its ranges', async (manifest, version) => {
    const subject = encodeURIComponent(`${base}/iiif/${manifest}`);
    const opened = await openViewer(browser, `${pages}/universal-viewer?subject=${subject}`, base);
    await expectScan(opened, opened.page.locator('.openseadragon-canvas').first(), version);
    await opened.page.getByText('Index', { exact: true }).click();
    const { structures } = await fetchJson(`${base}/iiif/${REPORT}`);
    const labels = recordsOf(structures).flatMap(({ label }) => languageMapOf(label).en ?? []);
    expect(labels.length).toBeGreaterThan(5);
    const index = opened.page.locator('.leftPanel');
    for (const label of labels) await index.getByRole('link', { name: label, exact: true }).waitFor(patience);
  });
});
