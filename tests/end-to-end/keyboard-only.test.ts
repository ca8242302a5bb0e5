import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from '../support/browser.ts';
import { expectSeen, press, tabTo, type Stop } from './keyboard.ts';
import { openPage } from './page.ts';
import { litBoxes, openRoom, rows, standsStill, type Box } from './room.ts';

const address = inject('address');
const NAME = 'telegram-1950-10-07';
const READ = `${address}/read/${NAME}`;
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const published = z.object({
  items: z.array(z.object({ body: z.object({ value: z.string() }), target: z.string() })),
});

/** Lines of the transcription of a leaf, and the boxes that their source gives, in the canvas's units. */
async function linesOf(leaf: string): Promise<Map<string, Box>> {
  const response = await fetch(`${address}/iiif/documents/${NAME}/texts/ru/pages/${leaf}`);
  const { items } = published.parse(await response.json());
  return new Map(
    items.map(({ body, target }) => {
      const [x = 0, y = 0, width = 0, height = 0] = (target.split('#xywh=')[1] ?? '').split(',').map(Number);
      return [body.value, { x, y, width, height }];
    }),
  );
}

/** Asserts that no stop lies above the one before it, or left of it on the same line. */
function expectReadingOrder(stops: readonly Stop[]): void {
  const backwards = stops.slice(1).flatMap(({ what, place }, index) => {
    const before = stops[index];
    if (before === undefined) return [];
    const isAbove = place.y + place.height <= before.place.y + 1;
    const isBelow = place.y >= before.place.y + before.place.height - 1;
    const isLeft = place.x + place.width <= before.place.x + 1;
    return isAbove || (isLeft && !isBelow) ? [`${before.what} -> ${what}`] : [];
  });
  expect(backwards).toEqual([]);
}

/** How much two boxes are the same: what they share, as a part of what they cover together. */
function agreement(one: Box, other: Box): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const shared = Math.max(across, 0) * Math.max(down, 0);
  return shared / (one.width * one.height + other.width * other.height - shared);
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The keyboard on the first row of the texts, by Tab from the beginning of the room. */
async function enterRows(page: Page): Promise<Stop[]> {
  return tabTo(page, 'row');
}

describe('by keys alone', () => {
  it('one comes from the home page to the reading room and back', async () => {
    const page = await openPage(browser, `${address}/`);
    const [skip] = await tabTo(page, 'a Skip to the content');
    expect(skip?.what).toContain('Skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const [first] = await tabTo(page, 'a ');
    // What is skipped is skipped: the next stop is in the content.
    expect(first?.what).toBe('a Legation at Pyŏkho');
    await page.keyboard.press('Enter');
    await page.waitForURL(/collections/);
    await tabTo(page, 'a Incoming telegrams and letters');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Incoming telegrams and letters' }).waitFor();
    await tabTo(page, 'a The crossing of the Noran');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The crossing of the Noran' }).waitFor();
    await tabTo(page, 'a Telegram from');
    await page.keyboard.press('Enter');
    await page.waitForURL(/documents/);
    await tabTo(page, 'a Read beside the scan');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/read\//);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    await page.waitForLoadState('networkidle');
    await tabTo(page, 'a Back to the document');
    await page.keyboard.press('Enter');
    await page.waitForURL(/documents/);
  });

  it('every stop of the document’s page is seen, and none keeps the keyboard', async () => {
    const page = await openPage(browser, `${address}/documents/${NAME}`);
    const all = await tabTo(page, 'a IIIF collection of the whole archive');
    expect(all.length).toBeGreaterThan(40);
    await tabTo(page, 'a Skip to the content', 'Shift+Tab');
  });

  it.each([
    ['wide', { width: 1440, height: 900 }],
    ['half as wide', { width: 1024, height: 768 }],
    ['on a phone', { width: 390, height: 844 }],
  ])('the stops of the room follow each other as they are seen, %s', async (_, viewport) => {
    const page = await openRoom(browser, READ, { viewport });
    const stops = await enterRows(page);
    const from = (begin: string) => stops.findIndex(({ what }) => what.startsWith(begin));
    const bar = stops.slice(0, from('application'));
    expect(bar.length).toBeGreaterThan(7);
    expectReadingOrder(bar);
    expectReadingOrder(stops.slice(from('application'), from('separator')));
    expectReadingOrder(stops.slice(from('separator')));
    const back = await tabTo(page, 'a Back to the document', 'Shift+Tab');
    expect(back.map(({ what }) => what).reverse()).toEqual(stops.slice(0, -1).map(({ what }) => what));
  });

  it('each row that is walked to is lit over its own lines on the scan', async () => {
    const page = await openRoom(browser, READ);
    const lines = await linesOf('705');
    await enterRows(page);
    const count = await rows(page).count();
    const pairs: { line: Box; lit: Box }[] = [];
    for (let row = 0; row < count; row += 1) {
      if (row > 0) expect((await press(page, 'ArrowDown')).what).toMatch(/^row /);
      const here = page.locator('[role=row]:focus');
      expect(await here.getAttribute('aria-rowindex')).toBe(String(row + 1));
      expect(await here.getAttribute('aria-selected')).toBe('true');
      const words = await here.locator('[data-segment]').allInnerTexts();
      const own = words.flatMap((word) => lines.get(word) ?? []);
      expect(own.length).toBeGreaterThan(0);
      await expect.poll(async () => (await litBoxes(page)).length).toBe(own.length);
      const lit = await litBoxes(page);
      for (const [index, line] of own.entries()) {
        const shown = lit[index];
        if (shown !== undefined) pairs.push({ line, lit: shown });
      }
    }
    expect(pairs.length).toBe(lines.size);
    // How the canvas lies in the window, from its first and last line; all others must agree.
    const [first, last] = [pairs[0], pairs.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no line was lit');
    const scale = (last.lit.y - first.lit.y) / (last.line.y - first.line.y);
    for (const { line, lit } of pairs) {
      const place = {
        x: first.lit.x + (line.x - first.line.x) * scale,
        y: first.lit.y + (line.y - first.line.y) * scale,
        width: line.width * scale,
        height: line.height * scale,
      };
      expect(agreement(place, lit)).toBeGreaterThan(0.75);
      expect(Math.abs(lit.x - place.x)).toBeLessThan(2);
      expect(Math.abs(lit.y - place.y)).toBeLessThan(2);
    }
  });

  it('another translation, another layout and other widths are chosen, and the focus stays', async () => {
    const page = await openRoom(browser, READ);
    const other = page.getByRole('combobox', { name: 'Text in column 2' });
    await tabTo(page, 'select Text in column 2');
    const before = await page.getByRole('grid').innerText();
    const chosen = await press(page, 'ArrowDown');
    expect(chosen.what).toContain('Text in column 2');
    await expect.poll(() => page.getByRole('grid').innerText()).not.toBe(before);
    expect(await other.getByRole('option', { selected: true }).innerText()).toContain('Bruno');

    await tabTo(page, 'button View', 'Shift+Tab');
    await press(page, 'Enter');
    await tabTo(page, 'input Scan on the left');
    const scan = page.locator('.desk-scan');
    const left = (await scan.boundingBox())?.x;
    expect((await press(page, 'ArrowDown')).what).toBe('input Scan on the right');
    await expect.poll(async () => (await scan.boundingBox())?.x).toBeGreaterThan(left ?? Infinity);
    expect((await press(page, 'ArrowUp')).what).toBe('input Scan on the left');
    await tabTo(page, 'input As on the page');
    expect((await press(page, 'ArrowDown')).what).toBe('input Flowing');
    await tabTo(page, 'button Size: more');
    await press(page, 'Enter');
    expect((await press(page, 'Escape')).what).toBe('button View');

    await tabTo(page, 'separator Divider between scan and texts');
    const width = (await scan.boundingBox())?.width ?? NaN;
    for (let step = 0; step < 3; step += 1) await press(page, 'ArrowRight');
    await expect.poll(async () => (await scan.boundingBox())?.width).toBeGreaterThan(width + 50);
    await press(page, 'Enter');
    await expect.poll(async () => Math.round((await scan.boundingBox())?.width ?? NaN)).toBe(width);
    await tabTo(page, 'separator Divider behind column 1');
    const wide = await page.getByRole('separator', { name: 'behind' }).getAttribute('aria-valuenow');
    await press(page, 'ArrowLeft');
    expect(Number(await page.getByRole('separator', { name: 'behind' }).getAttribute('aria-valuenow'))).toBe(
      Number(wide) - 2,
    );
  });

  it('a text is moved, hidden and added, and the focus stays among the heads of the texts', async () => {
    const page = await openRoom(browser, READ);
    await tabTo(page, 'button Move on: Transcription');
    expect((await press(page, 'Enter')).what).toMatch(/: Transcription/);
    await tabTo(page, 'button Hide: Tran', 'Shift+Tab');
    const hidden = await press(page, 'Enter');
    expect(hidden.what).toMatch(/^(select|button|separator) /);
    expect(hidden.place.y).toBeLessThan(120);
    await expect.poll(() => page.getByRole('combobox', { name: 'Text in column' }).count()).toBe(1);
    await tabTo(page, 'select Add a text beside these');
    expect((await press(page, 'ArrowDown')).what).toMatch(/^select /);
    await expect.poll(() => page.getByRole('combobox', { name: 'Text in column' }).count()).toBe(2);
  });

  it('pages are turned and gone to, and chosen in the panel', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938`);
    const count = page.locator('.desk-folio-count');
    await tabTo(page, 'button Next page');
    expect((await press(page, 'Enter')).what).toBe('button Next page');
    await expect.poll(() => count.innerText()).toContain('2 of 8');
    await enterRows(page);
    await press(page, 'n');
    await expect.poll(() => count.innerText()).toContain('3 of 8');
    await standsStill(page);
    await expectSeen(page);
    expect((await press(page, 'ArrowDown')).what).toMatch(/^row /);
    expect((await press(page, 'g')).what).toContain('Go to page');
    await page.keyboard.type('6');
    await press(page, 'Enter');
    await expect.poll(() => count.innerText()).toContain('6 of 8');
    await press(page, 'Escape');
    await press(page, 't');
    // The list takes the keyboard once its pages stand.
    await expect.poll(async () => (await expectSeen(page)).what).toMatch(/^(button|option|a|li) /);
    expect(await page.locator('.desk-panel').count()).toBe(1);
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await expect.poll(() => count.innerText()).toContain('8 of 8');
    await tabTo(page, 'tab Pages', 'Shift+Tab');
    expect((await press(page, 'ArrowRight')).what).toBe('tab Contents');
    await press(page, 'Tab');
    await press(page, 'Tab');
    await press(page, 'Home');
    await press(page, 'Enter');
    await press(page, 'Escape');
    expect(await page.locator('.desk-panel').count()).toBe(0);
  });

  it('words are searched for, and their hits walked through', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938`);
    expect((await press(page, '/')).what).toContain('Search in this document');
    await page.keyboard.type('der');
    await press(page, 'Enter');
    await page.locator('[data-segment] mark.desk-mark-current').waitFor();
    await standsStill(page);
    const status = page.locator('.desk-finder');
    const first = await status.innerText();
    await press(page, 'F3');
    await expect.poll(() => status.innerText()).not.toBe(first);
    await tabTo(page, 'button List of hits');
    await press(page, 'Enter');
    await page.getByRole('complementary', { name: 'List of hits' }).waitFor();
    await tabTo(page, 'tab Hits');
    await press(page, 'Tab');
    const hit = await press(page, 'Tab');
    expect(hit.what).toContain('der');
    await press(page, 'ArrowDown');
    const second = await status.innerText();
    await press(page, 'Enter');
    await expect.poll(() => status.innerText()).not.toBe(second);
    expect((await press(page, 'Escape')).what).toBe('button List of hits');
  });

  it('the scan is moved, turned and made plainer', async () => {
    const page = await openRoom(browser, READ);
    await enterRows(page);
    await tabTo(page, 'application', 'Shift+Tab');
    const place = () => page.locator('.desk-lit > g').first().getAttribute('transform');
    await press(page, '+');
    await press(page, '+');
    await standsStill(page);
    const before = await place();
    await press(page, 'ArrowDown');
    await standsStill(page);
    expect(await place()).not.toBe(before);
    await press(page, '0');
    await tabTo(page, 'button Image');
    expect((await press(page, 'Enter')).what).toContain('Contrast');
    await press(page, 'ArrowRight');
    await page.locator('.desk-altered').waitFor();
    await tabTo(page, 'input Negative');
    await press(page, ' ');
    await tabTo(page, 'button Turn');
    await press(page, 'Enter');
    expect((await press(page, 'Escape')).what).toMatch(/^button Image/);
    await tabTo(page, 'button Reset');
    expect((await press(page, 'Enter')).what).toMatch(/^button Image/);
    expect(await page.locator('.desk-altered').count()).toBe(0);
  });

  it('evidence, a citation and a link are copied, the keys are listed, and the focus comes back each time', async () => {
    const page = await openRoom(browser, READ, clipboard);
    await enterRows(page);
    for (let step = 0; step < 4; step += 1) await press(page, 'ArrowDown');
    const row = (await expectSeen(page)).what;
    await press(page, 'e');
    await page.getByRole('dialog').getByRole('button', { name: 'Copy: Plain text' }).waitFor();
    await tabTo(page, 'button Copy: Markdown');
    await press(page, 'Enter');
    await expect.poll(() => copied(page)).toContain(`/read/${NAME}?page=`);
    // A modal dialog keeps the keyboard, but for what the browser has around the page.
    const inside = await page.evaluate(() => document.activeElement?.closest('dialog') !== null);
    expect(inside).toBe(true);
    expect((await press(page, 'Escape')).what).toBe(row);

    await tabTo(page, 'button Cite', 'Shift+Tab');
    await press(page, 'Enter');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Style' }).waitFor();
    await tabTo(page, 'button Copy: Citation');
    await press(page, 'Enter');
    await expect.poll(() => copied(page)).toMatch(/^Ol'shanikov, “Telegram.*f\. 7, op\. 3/);
    expect((await press(page, 'Escape')).what).toBe('button Cite');

    await tabTo(page, 'button Share');
    await press(page, 'Enter');
    await tabTo(page, 'button Copy: Link');
    await press(page, 'Enter');
    await expect.poll(() => copied(page)).toMatch(new RegExp(`^${READ}\\?\\S*segment=\\S+$`));
    expect((await press(page, 'Escape')).what).toBe('button Share');

    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    expect((await press(page, 'Escape')).what).toBe('button Share');
    expect((await press(page, 'Tab')).what).toBe('button More');
    expect((await press(page, 'ArrowDown')).what).toMatch(/^menuitem /);
    await press(page, 'End');
    expect((await press(page, 'Escape')).what).toBe('button More');
    await tabTo(page, 'a Back to the document', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/documents/);
  });
});
