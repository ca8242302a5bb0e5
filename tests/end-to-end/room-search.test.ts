import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startForeignArchive, type ForeignArchive } from './foreign-archive.ts';
import { openRoom, rows, standsStill, type Box } from './room.ts';

const address = inject('address');
const TELEGRAM = `${address}/read/telegram-1950-10-07`;

let browser: Browser;
let archive: ForeignArchive;
beforeAll(async () => {
  browser = await launchBrowser();
  archive = await startForeignArchive();
});
afterAll(async () => {
  await browser.close();
  archive.close();
});

const field = (page: Page) => page.getByRole('combobox', { name: 'Search in this document' });
const count = (page: Page) => page.locator('.desk-finder-count').innerText();
const folio = (page: Page) => page.getByRole('navigation', { name: 'Pages' }).innerText();
const marks = (page: Page) => page.locator('[data-segment] mark');
const currentMark = (page: Page) => page.locator('[data-segment] mark.desk-mark-current');
const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await field(page).fill(words);
  await page.keyboard.press('Enter');
}

/** What is lit as found, in pixels of the window. */
async function hitBoxes(page: Page, which: 'others' | 'current'): Promise<Box[]> {
  const group = which === 'current' ? '.desk-hit-places-current' : '.desk-hit-places';
  return page.locator(`${group} .desk-hit-place`).evaluateAll((places) =>
    places.map((place) => {
      const { x, y, width, height } = place.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}

async function isInside(inner: Locator, outer: Locator): Promise<boolean> {
  const [one, other] = [await inner.boundingBox(), await outer.boundingBox()];
  if (one === null || other === null) return false;
  return one.y >= other.y - 1 && one.y + one.height <= other.y + other.height + 1;
}

describe('the search in the reading room', () => {
  it('finds a Russian word, and lights it on the scan and in the text', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'октября');
    await expect.poll(() => count(page)).toMatch(/^1 of \d+$/);
    await expect.poll(() => currentMark(page).count()).toBe(1);
    expect(await currentMark(page).innerText()).toBe('октября');
    expect(await marks(page).count()).toBeGreaterThan(1);
    await expect.poll(() => isInside(currentMark(page), page.locator('.desk-scroll'))).toBe(true);
    await standsStill(page);
    expect(await hitBoxes(page, 'others')).toHaveLength((await marks(page).count()) - 1);
    const [box] = await hitBoxes(page, 'current');
    const scan = await page.locator('.openseadragon-canvas').first().boundingBox();
    if (box === undefined || scan === null) throw new Error('nothing is lit');
    expect(box.x).toBeGreaterThanOrEqual(scan.x);
    expect(box.x + box.width).toBeLessThanOrEqual(scan.x + scan.width);
    // A word, and no line.
    expect(box.width).toBeLessThan(scan.width / 4);
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.getByRole('status').filter({ hasText: 'Hit 1 of' }).innerText()).toContain('октября');
  });

  it('goes to the next and the one before by keys, over pages and around the ends', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'паром');
    await expect.poll(() => count(page)).toBe('1 of 2');
    await page.keyboard.press('Enter');
    await expect.poll(() => folio(page)).toContain('706');
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['Паром']);
    expect(await count(page)).toBe('2 of 2');
    await page.keyboard.press('F3');
    await expect.poll(() => folio(page)).toContain('705');
    await page.keyboard.press('Shift+F3');
    await expect.poll(() => folio(page)).toContain('706');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => count(page)).toBe('1 of 2');
    await page.getByRole('button', { name: 'Next hit (F3)' }).click();
    await expect.poll(() => count(page)).toBe('2 of 2');
  });

  it('finds an English word, in a translation that does not stand there yet too', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'Cable');
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['Cable']);
    const chooser = page.getByRole('combobox', { name: 'Text in column 2' });
    expect(await chooser.getByRole('option', { selected: true }).innerText()).toContain('Bruno');
    // Bold in the text, and marked in it.
    expect(await page.locator('b mark').innerText()).toBe('Cable');
    expect((await hitBoxes(page, 'current')).length).toBeGreaterThan(0);
  });

  it('marks words in a part of a line, in the row of that part', async () => {
    const page = await openRoom(browser, `${address}/read/report-1950-11-06`);
    await search(page, 'Второй');
    await expect.poll(() => currentMark(page).count()).toBe(1);
    const row = page.locator('.desk-row-current');
    await expect.poll(() => row.locator('mark.desk-mark-current').count()).toBe(1);
    expect(await row.innerText()).toContain('second pump');
  });

  it('offers words while one types, which keys choose', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await page.keyboard.press('/');
    await page.keyboard.type('пере');
    const list = page.getByRole('listbox', { name: 'Words to search for' });
    await list.getByRole('option', { name: 'переправе', exact: true }).waitFor();
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    const wanted = await list.getByRole('option').allInnerTexts();
    for (let step = 0; step <= wanted.indexOf('переправе'); step += 1) await page.keyboard.press('ArrowDown');
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toBe('переправе');
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toMatch(/^1 of/);
    expect(await field(page).inputValue()).toBe('переправе');
    expect(await list.count()).toBe(0);
  });

  it('closes the words by Escape, then ends the search, and leaves nothing lit', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'паром');
    await expect.poll(() => currentMark(page).count()).toBe(1);
    await page.keyboard.type('ы');
    await field(page).fill('пер');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await marks(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => marks(page).count()).toBe(0);
    expect(await hitBoxes(page, 'current')).toEqual([]);
    expect(await field(page).inputValue()).toBe('');
    expect(parameters(page)).toEqual({ page: '705' });
  });

  it('lets go of the line first and of the search then, by Escape among the texts', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'паром');
    await expect.poll(() => currentMark(page).count()).toBe(1);
    await rows(page).first().click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[role=row][aria-selected=true]').count()).toBe(0);
    expect(await marks(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => marks(page).count()).toBe(0);
  });

  it('keeps words and hit in its address, over a turn of the page and a reload', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'паром');
    await expect.poll(() => count(page)).toBe('1 of 2');
    await page.keyboard.press('Enter');
    await expect.poll(() => parameters(page)).toEqual({ page: '706', q: 'паром', hit: '2' });
    await page.reload();
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['Паром']);
    expect(await count(page)).toBe('2 of 2');
    expect(await folio(page)).toContain('706');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => parameters(page)).toMatchObject({ page: '705', q: 'паром' });
    await expect.poll(() => marks(page).allInnerTexts()).toEqual(['паром']);
    expect(await currentMark(page).count()).toBe(0);
  });

  it('begins at the line that a link leads to, with its words marked', async () => {
    const page = await openRoom(
      browser,
      `${TELEGRAM}?page=706&segment=ru.s35&q=${encodeURIComponent('паром')}`,
    );
    await expect.poll(() => count(page)).toBe('2 of 2');
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['Паром']);
    expect(await page.locator('[role=row][aria-selected=true]').innerText()).toContain('Паром у Сольмока');
  });

  it('lists the hits beside scan and texts, walks the list by keys, and keeps the focus there', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'паром');
    await expect.poll(() => count(page)).toBe('1 of 2');
    await page.getByRole('button', { name: 'List of hits' }).click();
    const list = page.getByRole('complementary', { name: 'List of hits' });
    expect(await list.getByRole('heading').innerText()).toBe('2 hits for “паром”');
    const entry = (number: number) => list.getByRole('listitem').nth(number).getByRole('button');
    expect(await entry(1).innerText()).toMatch(/706\s+Russian\s+[^]*Паром у Сольмока/);
    await entry(0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => folio(page)).toContain('706');
    expect(await entry(1).getAttribute('aria-current')).toBe('true');
    expect(await entry(1).evaluate((button) => button === document.activeElement)).toBe(true);
    const [left, right] = [await list.boundingBox(), await page.locator('.desk-texts').boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    await expect.poll(() => isInside(currentMark(page), page.locator('.desk-scroll'))).toBe(true);
  });

  it('has a row of its own for the search on a phone, and the list over the text until a hit is chosen', async () => {
    const page = await openRoom(browser, TELEGRAM, { viewport: { width: 390, height: 844 } });
    expect(await field(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect.poll(() => field(page).isVisible()).toBe(true);
    await field(page).fill('паром');
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe('1 of 2');
    await page.getByRole('button', { name: 'List of hits' }).click();
    const list = page.getByRole('complementary', { name: 'List of hits' });
    const [over, text] = [await list.boundingBox(), await page.locator('.desk-texts').boundingBox()];
    if (over === null || text === null) throw new Error('both are there');
    expect(over.y).toBeLessThanOrEqual(text.y);
    expect(over.y + over.height).toBeCloseTo(text.y + text.height, 0);
    expect([over.x, over.width]).toEqual([text.x, text.width]);
    await list.getByRole('listitem').nth(1).getByRole('button').click();
    await expect.poll(() => folio(page)).toContain('706');
    expect(await list.count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('says so when nothing is found', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await search(page, 'жираф');
    await expect.poll(() => count(page)).toBe('No hits');
    expect(await page.getByRole('status').filter({ hasText: 'No hits' }).count()).toBe(1);
  });

  it('leaves the slash to fields, and Ctrl+F to the browser', async () => {
    const page = await openRoom(browser, TELEGRAM);
    await page.keyboard.press('Control+f');
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(false);
    await page.keyboard.press('/');
    await page.keyboard.press('/');
    expect(await field(page).inputValue()).toBe('/');
  });
});

describe('the search of another archive, which has Content Search 1.0 alone', () => {
  const open = () =>
    openRoom(browser, `${address}/viewer?manifest=${encodeURIComponent(`${archive.base}/2/manifest`)}`, {
      // An image that a line smuggles in is not there.
      expectErrors: true,
    });

  it('lights words that have names of their own, fetches more at the end, and counts what is elsewhere', async () => {
    const page = await open();
    await search(page, 'p');
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['porte']);
    expect(archive.asked).toContain('/search?collection=letters&q=p');
    expect(await count(page)).toBe('1 of 1+');
    expect(await hitBoxes(page, 'current')).toHaveLength(1);
    await page.keyboard.press('F3');
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['page']);
    expect(await count(page)).toBe('2 of 2');
    expect(parameters(page)).toMatchObject({ canvas: expect.stringContaining('canvas/2'), q: 'p', hit: '2' });
    await page.getByRole('button', { name: 'List of hits' }).click();
    await page.getByText('Hits in other documents: 1').waitFor();
    await page.reload();
    await expect.poll(() => currentMark(page).allInnerTexts()).toEqual(['page']);
  });

  it('offers its words', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('po');
    await page.getByRole('option', { name: 'porte' }).click();
    expect(await field(page).inputValue()).toBe('porte');
  });

  it('does not follow it to another server, and says so', async () => {
    const page = await open();
    await search(page, 'away');
    await expect.poll(() => count(page)).toBe('1 of 1');
    await page.getByRole('button', { name: 'List of hits' }).click();
    await page.getByText('at another server').waitFor();
  });

  it('says what came instead of an answer', async () => {
    const page = await open();
    await search(page, 'broken');
    await page.getByRole('alert').filter({ hasText: 'What came is no answer to a search.' }).waitFor();
  });
});
