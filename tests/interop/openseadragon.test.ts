import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf, isRecord } from '../../viewer/iiif/json.ts';
import { launchBrowser } from '../support/browser.ts';
import { linesOf } from './facts.ts';
import { expectNoRefusal, expectScan, openViewer, patience } from './opened.ts';
import { pageWith, servePages } from './pages.ts';
import { fetchJson } from './published.ts';
import { serveSpecimens } from './specimens.ts';

const IMAGE = 'telegram-1950-10-07_705';
const TEXT = 'documents/telegram-1950-10-07/texts/ru/pages/705';
const CANVAS = 'documents/telegram-1950-10-07/canvases/705';

const openseadragon = pageWith(
  `<script src="/modules/openseadragon/build/openseadragon/openseadragon.min.js"></script>
<script src="/modules/@annotorious/openseadragon/dist/annotorious-openseadragon.js"></script>
<link rel="stylesheet" href="/modules/@annotorious/openseadragon/dist/annotorious-openseadragon.css">`,
  // Drawn without WebGL, which a browser without a graphics card sometimes leaves blank, whatever the tiles.
  `window.failed = [];
  window.viewer = OpenSeadragon({ id: 'viewer', tileSources: subject, drawer: 'canvas', showNavigationControl: false });
  viewer.addHandler('tile-load-failed', ({ message }) => failed.push(message));
  window.annotate = async (canvas, address) => {
    const page = await (await fetch(address)).json();
    const adapter = AnnotoriousOSD.W3CImageFormat(canvas);
    window.annotator = AnnotoriousOSD.createOSDAnnotator(viewer, { adapter });
    annotator.setAnnotations(page.items);
  };`,
);

let browser: Browser;
let base: string;
let pages: string;
beforeAll(async () => {
  base = (await serveSpecimens()).base;
  pages = await servePages({ openseadragon });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (version: 2 | 3) => {
  const info = `${base}/iiif/image/${version}/${IMAGE}/info.json`;
  return openViewer(browser, `${pages}/openseadragon?subject=${encodeURIComponent(info)}`, base);
};

describe('OpenSeadragon', () => {
  it.each<2 | 3>([2, 3])('draws from info.json of version %i, and every tile comes', async (version) => {
    const opened = await open(version);
    const { page, answers } = opened;
    await expectScan(opened, page.locator('.openseadragon-canvas').first(), version);
    // As near as it gets: tiles of the full scale.
    await page.evaluate('viewer.viewport.zoomTo(viewer.viewport.getMaxZoom(), undefined, true)');
    const whole = /\/\d+,\d+,(\d+),(\d+)\/\1,(\2)?\/0\/default\.jpg$/;
    await expect.poll(() => answers.filter(({ url }) => whole.test(url)).length, patience).toBeGreaterThan(0);
    await page.waitForLoadState('networkidle');
    expectNoRefusal(answers);
    expect(await page.evaluate<unknown>('failed')).toEqual([]);
  });
});

describe('Annotorious', () => {
  it.each(['', '/outlines'])('holds every line of our annotation page%s where it stands', async (finer) => {
    const { page, answers } = await open(3);
    const address = `${base}/iiif/${TEXT}${finer}`;
    await expect.poll(() => page.evaluate<unknown>('viewer.world.getItemCount()'), patience).toBe(1);
    await page.evaluate(`annotate(${JSON.stringify(`${base}/iiif/${CANVAS}`)}, ${JSON.stringify(address)})`);
    const held = recordsOf(await page.evaluate<unknown>('annotator.getAnnotations()'));
    const found = held.map(({ id, body, target }) => {
      const selector = isRecord(target) && isRecord(target.selector) ? target.selector : {};
      return {
        id,
        value: recordsOf(body)[0]?.value,
        target: `${base}/iiif/${CANVAS}#${String(selector.value).replace('pixel:', '')}`,
      };
    });
    const lines = linesOf(await fetchJson(address));
    expect(lines.length).toBeGreaterThan(20);
    expect(found.toSorted(byId)).toEqual(lines.toSorted(byId));
    expectNoRefusal(answers);
  });
});

const byId = (one: { id: unknown }, other: { id: unknown }) => String(one.id).localeCompare(String(other.id));
