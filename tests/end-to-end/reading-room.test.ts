import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';
import { litBoxes, openRoom as openRoomIn, rows, standsStill, type Box } from './room.ts';

const address = inject('address');
const TELEGRAM = `${address}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openRoom = (url = TELEGRAM, options: Parameters<typeof openPage>[2] = {}) =>
  openRoomIn(browser, url, options);

/** Boxes of the transcription's lines on the first leaf, in the canvas's units. */
async function publishedBoxes(): Promise<{ text: string; box: Box }[]> {
  const response = await fetch(`${address}/iiif/documents/telegram-1950-10-07/texts/ru/pages/705`);
  const page = z
    .object({ items: z.array(z.object({ body: z.object({ value: z.string() }), target: z.string() })) })
    .parse(await response.json());
  return page.items.map(({ body, target }) => {
    const [x = 0, y = 0, width = 0, height = 0] = (target.split('#xywh=')[1] ?? '').split(',').map(Number);
    return { text: body.value, box: { x, y, width, height } };
  });
}

/** Lines of the transcription of a leaf that have an outline, each as `x,y x,y …`; none of it for the others. */
async function publishedOutlines(
  document: string,
  leaf: string,
): Promise<{ text: string; points: string[] }[]> {
  const texts = `${address}/iiif/documents/${document}/texts`;
  const response = await fetch(`${texts}/de/pages/${leaf}/outlines`);
  const target = z.object({ selector: z.tuple([z.unknown(), z.object({ value: z.string() })]) });
  const page = z
    .object({ items: z.array(z.object({ body: z.object({ value: z.string() }), target: z.unknown() })) })
    .parse(await response.json());
  return page.items.map((item) => {
    const path = / d="M([^"]*) Z"/.exec(target.safeParse(item.target).data?.selector[1].value ?? '')?.[1];
    return { text: item.body.value, points: path === undefined ? [] : [path.replace('L', '')] };
  });
}

/** The share of dark pixels in a part of the window. */
async function darkness(page: Page, clip: Box): Promise<number> {
  const picture = await page.screenshot({ clip });
  const { data, info } = await sharp(picture).grayscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 110).length / (info.width * info.height);
}

describe('the reading room', () => {
  it('has both texts in its first response, for whoever has no script', async () => {
    const page = await openPage(browser, TELEGRAM, { javaScriptEnabled: false });
    const words = await page.locator('body').innerText();
    expect(words).toContain('возвратился министр путей сообщения');
    expect(words).toContain('TO COMRADE ZALES');
  });

  it('lights up the lines of the row under the pointer, where they stand on the scan', async () => {
    const page = await openRoom();
    const published = await publishedBoxes();
    // How the canvas lies in the window, from the first and the last line; the others must agree.
    const pairs: { published: Box; lit: Box }[] = [];
    const all = await rows(page).all();
    for (const row of all.filter((_, index) => index % 3 === 0 || index === all.length - 1)) {
      const words = await row.locator('[data-segment]').allInnerTexts();
      const lines = published.filter(({ text }) => words.includes(text));
      await row.hover();
      await expect.poll(async () => (await litBoxes(page)).length).toBe(lines.length);
      const lit = await litBoxes(page);
      for (const [index, { box }] of lines.entries()) {
        const shown = lit[index];
        if (shown !== undefined) pairs.push({ published: box, lit: shown });
      }
    }
    expect(pairs.length).toBeGreaterThan(published.length / 4);
    const [first] = pairs;
    const last = pairs.at(-1);
    if (first === undefined || last === undefined) throw new Error('no line was lit');
    const scale = (last.lit.y - first.lit.y) / (last.published.y - first.published.y);
    for (const pair of pairs) {
      expect(
        Math.abs(pair.lit.y - first.lit.y - (pair.published.y - first.published.y) * scale),
      ).toBeLessThan(2);
      expect(
        Math.abs(pair.lit.x - first.lit.x - (pair.published.x - first.published.x) * scale),
      ).toBeLessThan(2);
      expect(Math.abs(pair.lit.width - pair.published.width * scale)).toBeLessThan(2);
    }
    // And there is ink in each, and none in the gap above it.
    await page.mouse.move(5, 5);
    await standsStill(page);
    for (const { lit } of pairs.slice(0, 12)) {
      const inside = await darkness(page, lit);
      expect(inside).toBeGreaterThan(0.015);
      const gap = { x: lit.x, y: lit.y - 5, width: lit.width, height: 2 };
      expect(await darkness(page, gap)).toBeLessThan(inside / 3);
    }
  });

  it('draws around a slanting line the outline that its source gives', async () => {
    const page = await openRoom(`${address}/read/report-1938?page=6`);
    await page.getByRole('radio', { name: 'Lines' }).check();
    const published = await publishedOutlines('report-1938', '6');
    const drawn = () =>
      page
        .locator('path.desk-lit-edge')
        .evaluateAll((edges) =>
          edges.map((edge) => edge.getAttribute('d')?.replace(/[MLZ]/g, '').trim() ?? ''),
        );
    const all = await rows(page).all();
    const slanting = [];
    for (const row of all) {
      const words = await row.locator('[data-segment]').allInnerTexts();
      const outlines = published.flatMap(({ text, points }) => (words.includes(text) ? points : []));
      if (outlines.length > 0) slanting.push({ row, outlines });
    }
    expect(slanting.length).toBeGreaterThan(2);
    for (const { row, outlines } of slanting.slice(0, 3)) {
      await row.hover();
      await expect.poll(drawn).toEqual(outlines);
    }
  });

  it('keeps a row that was clicked, and brings its place into view', async () => {
    const page = await openRoom();
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    await standsStill(page);
    await rows(page).last().scrollIntoViewIfNeeded();
    await rows(page).last().click();
    await standsStill(page);
    await page.mouse.move(700, 20);
    const scan = await page.locator('.openseadragon-canvas').first().boundingBox();
    const lit = await litBoxes(page);
    if (scan === null) throw new Error('there is no scan');
    expect(lit.length).toBeGreaterThan(0);
    for (const box of lit) {
      expect(box.y).toBeGreaterThanOrEqual(scan.y);
      expect(box.y + box.height).toBeLessThanOrEqual(scan.y + scan.height);
    }
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await litBoxes(page)).length).toBe(0);
  });

  it('does not move the scan for a place that is in view', async () => {
    const page = await openRoom();
    await rows(page).nth(5).hover();
    const before = await litBoxes(page);
    await rows(page).nth(5).click();
    await standsStill(page);
    expect(await litBoxes(page)).toEqual(before);
  });

  it('pans to the place of a row that the pointer rests on, and keeps the zoom', async () => {
    const page = await openRoom();
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    await standsStill(page);
    await rows(page).nth(2).hover();
    await expect.poll(async () => (await litBoxes(page)).length).toBeGreaterThan(0);
    const [before] = await litBoxes(page);
    await page.waitForTimeout(700);
    const [after] = await litBoxes(page);
    const scan = await page.locator('.openseadragon-canvas').first().boundingBox();
    if (before === undefined || after === undefined || scan === null) throw new Error('nothing is lit');
    expect(before.y).toBeLessThan(scan.y);
    expect(after.y).toBeGreaterThanOrEqual(scan.y);
    expect(after.width).toBeCloseTo(before.width, 0);
  });

  it('finds the row of the place that is clicked on the scan', async () => {
    const page = await openRoom();
    const target = rows(page).nth(8);
    await target.hover();
    const [place] = await litBoxes(page);
    if (place === undefined) throw new Error('nothing is lit');
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await expect.poll(() => target.getAttribute('aria-selected')).toBe('true');
    // The focus is on the scan: who hears the page is told which row that is, and of a row that has the focus nothing.
    const told = page.getByRole('status').filter({ hasText: 'Line picked on the scan:' });
    const words = await target.locator('[data-segment]').allInnerTexts();
    const said = await told.innerText();
    expect(words.length).toBeGreaterThan(1);
    for (const each of words) expect(said).toContain(each);
    expect(await told.locator('[lang=ru]').count()).toBeGreaterThan(0);
    await rows(page).nth(2).click();
    await expect.poll(() => told.count()).toBe(0);
  });

  it('walks the rows by arrow keys, and to the first and the last', async () => {
    const page = await openRoom();
    await rows(page).first().focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('2');
    expect((await litBoxes(page)).length).toBeGreaterThan(0);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('1');
    await page.keyboard.press('End');
    expect(await focused()).toBe(String((await rows(page).count()) - 1));
    await page.keyboard.press('Home');
    expect(await focused()).toBe('0');
  });

  it('follows the keys though the pointer rests on another row, until it moves', async () => {
    const page = await openRoom();
    await rows(page).nth(5).hover();
    await page.mouse.move(900, 1);
    await rows(page)
      .nth(5)
      .click({ position: { x: 300, y: 20 } });
    const clicked = await litBoxes(page);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await standsStill(page);
    const walked = await litBoxes(page);
    expect(walked.length).toBeGreaterThan(0);
    expect(walked[0]?.y).toBeGreaterThan(clicked[0]?.y ?? Infinity);
    await page.keyboard.press('End');
    await standsStill(page);
    const lit = page.locator('.desk-row-lit');
    expect(await lit.count()).toBe(1);
    expect(await lit.getAttribute('data-row')).toBe(String((await rows(page).count()) - 1));
  });

  it('lets go of what is pinned by Escape on the scan too, which has a name', async () => {
    const page = await openRoom();
    await rows(page).nth(8).hover();
    const [place] = await litBoxes(page);
    if (place === undefined) throw new Error('nothing is lit');
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await page.mouse.move(700, 20);
    await expect.poll(() => rows(page).nth(8).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('application', { name: 'Scan; arrow keys move it' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).nth(8).getAttribute('aria-selected')).toBe('false');
  });

  it('turns the text with the page', async () => {
    const page = await openRoom();
    await expect.poll(() => page.getByRole('navigation', { name: 'Pages' }).innerText()).toContain('705');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => page.getByRole('navigation', { name: 'Pages' }).innerText()).toContain('706');
    await expect.poll(() => page.getByRole('grid').innerText()).toContain('Решено');
    expect(await page.getByRole('grid').innerText()).not.toContain('СОВЕРШЕННО СЕКРЕТНО');
    await rows(page).first().hover();
    await expect.poll(async () => (await litBoxes(page)).length).toBeGreaterThan(0);
  });

  it('sets another translation beside the original, and says that a machine has linked it', async () => {
    const page = await openRoom();
    const chooser = page.getByRole('combobox', { name: 'Text in column 2' });
    const names = await chooser.getByRole('option').allInnerTexts();
    await chooser.selectOption({ label: names.find((name) => name.includes('Bruno')) ?? '' });
    await expect.poll(() => page.getByText('Linked by machine').count()).toBe(1);
    expect(await page.getByRole('grid').count()).toBe(1);
    const row = page.getByRole('row').filter({ hasText: 'He says he was seen by' });
    expect(await row.innerText()).toContain('По словам О Гын Дама');
    await row.click();
    await expect.poll(() => page.locator('.desk-lit-edge').count()).toBeGreaterThan(1);
  });

  it('says of a leaf that is not held that it is so, and shows its text', async () => {
    const page = await openPage(browser, `${address}/read/report-1938?page=5`);
    await page.getByRole('region', { name: 'Scan' }).getByText('Leaf not held').waitFor();
    expect(await page.getByRole('navigation', { name: 'Pages' }).innerText()).toContain('5 of 8');
  });

  it('keeps the translation on the right where a page has no transcription', async () => {
    const page = await openRoom(`${address}/read/report-1938?page=4`);
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('This page has none of this text').waitFor();
    const right = page.getByRole('combobox', { name: 'Text in column 2' });
    expect(await right.getByRole('option', { selected: true }).innerText()).toContain('Translation');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => page.getByText('This page has none of this text').count()).toBe(0);
  });

  it('shows what has to be shown with a document, and under which terms it may be used', async () => {
    const page = await openRoom();
    const scan = page.getByRole('region', { name: 'Scan', exact: true });
    expect(await scan.innerText()).toContain('Source: Specimen Archive');
    expect(await scan.getByRole('link').getAttribute('href')).toContain('creativecommons.org');
  });

  it('shows the sheet of such a leaf whole, in the leaf’s proportions, however narrow its pane is', async () => {
    const page = await openPage(browser, `${address}/read/letter-1950-10-12`);
    const proportions = [];
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      await standsStill(page);
      const [sheet, pane] = await Promise.all(
        ['.desk-sheet', '.desk-scan-view'].map((part) => page.locator(part).boundingBox()),
      );
      if (sheet == null || pane == null) throw new Error('there is no sheet');
      expect(sheet.x).toBeGreaterThanOrEqual(pane.x);
      expect(sheet.x + sheet.width).toBeLessThanOrEqual(pane.x + pane.width);
      expect(sheet.y + sheet.height).toBeLessThanOrEqual(pane.y + pane.height);
      proportions.push(sheet.width / sheet.height);
    }
    expect(proportions[1]).toBeCloseTo(proportions[0] ?? NaN, 2);
  });

  it.each(['en', 'ru'])(
    'keeps the last button of its bar in view in the narrowest window: %s',
    async (lang) => {
      const page = await openRoom(`${TELEGRAM}?lang=${lang}`, { viewport: { width: 320, height: 640 } });
      const button = await page.locator('.desk-menu > button').boundingBox();
      expect((button?.x ?? Infinity) + (button?.width ?? Infinity)).toBeLessThanOrEqual(320);
      await page.locator('.desk-menu > button').click();
      await page.getByRole('menu').waitFor();
      const foot = page.locator('.desk-toggles');
      expect(await foot.evaluate((one) => one.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );

  it('has the scan above the text on a phone', async () => {
    const page = await openRoom(TELEGRAM, { viewport: { width: 390, height: 844 } });
    const scan = await page.locator('.openseadragon-canvas').first().boundingBox();
    const texts = await page.getByRole('region', { name: 'Texts' }).boundingBox();
    if (scan === null || texts === null) throw new Error('a pane is missing');
    expect(scan.y + scan.height).toBeLessThanOrEqual(texts.y + 1);
    expect(texts.x + texts.width).toBeLessThanOrEqual(391);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await rows(page).nth(2).click();
    await expect.poll(async () => (await litBoxes(page)).length).toBeGreaterThan(0);
  });

  it('is scrolled as a whole where a window is enlarged fourfold', async () => {
    const page = await openRoom(TELEGRAM, { viewport: { width: 320, height: 256 } });
    await rows(page).nth(2).click();
    expect(await rows(page).nth(2).getAttribute('aria-selected')).toBe('true');
    const tool = page.getByRole('button', { name: 'Image', exact: true });
    await tool.click();
    await page.getByRole('slider', { name: 'Contrast' }).waitFor();
  });

  it('opens any manifest by its address', async () => {
    const manifest = `${address}/iiif/documents/telegram-1950-10-07/manifest`;
    const page = await openRoom(`${address}/viewer?manifest=${encodeURIComponent(manifest)}`);
    expect(await page.getByRole('grid').innerText()).toContain('TOP SECRET');
  });

  it('says so when there is no manifest at an address', async () => {
    const nowhere = encodeURIComponent(`${address}/iiif/documents/nowhere/manifest`);
    const page = await openPage(browser, `${address}/viewer?manifest=${nowhere}`, { expectErrors: true });
    await page.getByText('The document could not be opened').waitFor();
    await page.getByText('The server answered 404').waitFor();
  });

  describe('where sentences begin and end within lines', () => {
    const REPORT = `${address}/read/report-1950-11-06`;
    const rowWith = (page: Page, words: string) => rows(page).filter({ hasText: words }).first();

    it('sets sentence beside sentence, and lights just their parts of the lines', async () => {
      const page = await openRoom(REPORT);
      await expect.poll(() => page.getByRole('radio', { name: 'Sentences' }).isChecked()).toBe(true);
      const row = rowWith(page, 'A second pump');
      expect(await row.getByRole('gridcell').first().innerText()).toMatch(/^Второй\s[^]*не прибыл\.$/);
      await row.hover();
      const path = page.locator('path.desk-lit-edge');
      await expect.poll(() => path.count()).toBe(1);
      // A ring for each line, the first of which is the last word of its line.
      const rings = ((await path.getAttribute('d')) ?? '').split('Z').filter((ring) => ring.trim() !== '');
      expect(rings).toHaveLength(3);
      const widths = rings.map((ring) => {
        const xs = [...ring.matchAll(/(\d+),\d+/g)].map(([, x]) => Number(x));
        return Math.max(...xs) - Math.min(...xs);
      });
      expect(widths[0] ?? Infinity).toBeLessThan((widths[1] ?? 0) / 4);
      await page.getByRole('radio', { name: 'Lines' }).check();
      expect(await rowWith(page, 'A second pump').innerText()).toContain('Воду откачивают');
    });

    it('shows only confirmed links on request', async () => {
      const page = await openRoom(REPORT);
      const before = await rows(page).filter({ hasText: 'Its capacity' }).innerText();
      expect(before).toContain('Грузоподъемность');
      await page.getByRole('checkbox', { name: 'Only links checked by people' }).check();
      await expect
        .poll(() => rows(page).filter({ hasText: 'Its capacity' }).innerText())
        .not.toContain('Груз');
      await page.getByRole('checkbox', { name: 'Only links checked by people' }).uncheck();
      await expect.poll(() => rows(page).filter({ hasText: 'Its capacity' }).innerText()).toContain('Груз');
    });
  });
});
