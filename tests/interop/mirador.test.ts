import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
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

/** The same with its panel of searches open, and with the chosen hit in a colour that no scan has. */
const searching = (bundle: string) =>
  mirador(bundle)
    .replaceAll("Panel: 'annotations'", "Panel: 'search'")
    .replace(
      'Mirador.viewer({',
      `Mirador.viewer({
      theme: { palette: { search: { selected: { fillStyle: '#ff00ff', globalAlpha: 1 } } } },`,
    );

let browser: Browser;
let base: string;
let pages: string;
beforeAll(async () => {
  base = (await serveSpecimens()).base;
  pages = await servePages({
    'mirador-3': mirador('mirador-3'),
    'mirador-4': mirador('mirador'),
    'mirador-3-searching': searching('mirador-3'),
    'mirador-4-searching': searching('mirador'),
  });
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

  it.each([`${DOCUMENT}/manifest`, `2/${DOCUMENT}/manifest`, `commenting/${DOCUMENT}/manifest`])(
    'finds words in its own panel, lists the hits and marks them on the scan: %s',
    async (manifest) => {
      const opened = await open(`${viewer}-searching`, manifest);
      const { page, answers } = opened;
      const scan = page.locator('.openseadragon-container').first();
      await expectScan(opened, scan, manifest.startsWith('2/') ? 2 : 3);
      expect(await magenta(scan)).toBeUndefined();
      const input = page.locator('form input').first();
      await input.pressSequentially('товарищ');
      // What it completes comes from the same document.
      await page.getByRole('option', { name: 'ТОВАРИЩУ' }).waitFor();
      await input.press('Enter');
      const hit = page.locator('li', { has: page.locator('strong', { hasText: 'ТОВАРИЩУ' }) });
      await hit.waitFor();
      expect(await hit.count()).toBe(1);
      expect(await hit.innerText()).toMatch(/7 октября 1950 года ТОВАРИЩУ ЗАЛЕСЬЕВУ/);
      expect(answers.some(({ url }) => url.includes('/iiif/search/1/documents/'))).toBe(true);
      expectNoRefusal(answers);
      // The first hit is chosen at once, and marked in the proportions of its own place.
      const [xywh = ''] = targets(await fetchJson(`${base}/iiif/search/2/${DOCUMENT}?q=товарищ`));
      const [width = 0, height = 1] = xywh
        .replace(/.*#xywh=/, '')
        .split(',')
        .map(Number)
        .slice(2);
      await expect.poll(() => magenta(scan), patience).toBeDefined();
      const shown = await magenta(scan);
      expect(shown === undefined ? 0 : shown.width / shown.height / (width / height)).toBeCloseTo(1, 0);
    },
  );
});

/** The size of what is of that colour; undefined if nothing is. */
async function magenta(place: Locator): Promise<{ width: number; height: number } | undefined> {
  const { data, info } = await sharp(await place.screenshot())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * info.channels, pixel * info.channels + 3);
    if (red < 250 || green > 5 || blue < 250) continue;
    xs.push(pixel % info.width);
    ys.push(Math.floor(pixel / info.width));
  }
  if (xs.length === 0) return undefined;
  return { width: Math.max(...xs) - Math.min(...xs) + 1, height: Math.max(...ys) - Math.min(...ys) + 1 };
}

function targets({ items }: JsonRecord): string[] {
  return recordsOf(items).map(({ target }) => String(target));
}
