import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLongDocument, type LongDocument } from './long-document.ts';
import { accessibilityViolations } from './page.ts';
import { openRoom, rows, standsStill } from './room.ts';

const address = inject('address');
const REPORT = `${address}/read/report-1938`;

let browser: Browser;
let long: LongDocument;
beforeAll(async () => {
  browser = await launchBrowser();
  long = await startLongDocument();
});
afterAll(async () => {
  await browser.close();
  long.close();
});

const field = (page: Page) => page.getByRole('combobox', { name: 'Go to page' });
const position = (page: Page) => page.locator('.desk-folio-count').innerText();
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const opener = (page: Page) => page.getByRole('button', { name: 'Pages and contents' });
const panel = (page: Page) => page.locator('.desk-panel');
const thumb = (page: Page, folio: string) =>
  page.locator('.desk-pages').getByRole('button', { name: folio, exact: true });
const entry = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const focusIsNowhere = (page: Page) => page.evaluate(() => document.activeElement === document.body);

const openLong = (
  pages: number,
  options: Parameters<typeof openRoom>[2] & { kind?: 'rtl' | 'chapters' | 'many-chapters' } = {},
) => {
  const { kind, ...rest } = options;
  long.asked.length = 0;
  return openRoom(
    browser,
    `${address}/viewer?manifest=${encodeURIComponent(long.manifest(pages, kind))}`,
    rest,
  );
};

/** Moves one finger so many pixels across the middle of the scan. */
async function wiperOf(page: Page): Promise<(by: number) => Promise<void>> {
  const scan = await page.locator('.openseadragon-canvas').first().boundingBox();
  if (scan === null) throw new Error('there is no scan');
  const client = await page.context().newCDPSession(page);
  return async (by) => {
    const [x, y] = [scan.x + scan.width / 2 - by / 2, scan.y + scan.height / 2];
    const at = (share: number) => [{ x: x + by * share, y }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (const share of [0.25, 0.5, 0.75, 1])
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await standsStill(page);
  };
}

/** Waits until nothing more is asked for. */
async function settled(page: Page): Promise<string[]> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const count = long.asked.length;
        const isSame = count === before;
        before = count;
        await page.waitForTimeout(300);
        return isSame;
      },
      { interval: 500, timeout: 15_000 },
    )
    .toBe(true);
  return [...long.asked];
}

describe('the field that says which page it is', () => {
  it('goes to a page by its name, abbreviated as archives do, and by its number', async () => {
    const page = await openLong(40);
    expect(await field(page).inputValue()).toBe('1 recto');
    await page.keyboard.press('g');
    await page.keyboard.type('f. 7v');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('14 of 40');
    expect(await field(page).inputValue()).toBe('7 verso');
    // What is typed next takes the place of what stands there.
    await page.keyboard.type('39');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('39 of 40');
    await page.getByText('Première ligne (39)').waitFor();
  });

  it('offers pages as one types, and goes to the one that arrows choose', async () => {
    const page = await openLong(40);
    await field(page).click();
    await page.keyboard.type('1');
    const options = page.getByRole('listbox', { name: 'Pages' }).getByRole('option');
    expect(await options.first().innerText()).toMatch(/^1 recto\s+1 of 40$/);
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toMatch(/^1 verso/);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('2 of 40');
    expect(await options.count()).toBe(0);
    await page.keyboard.type('12');
    await options.filter({ hasText: '12 verso' }).click();
    await expect.poll(() => position(page)).toBe('24 of 40');
  });

  it('says what nothing is called, and offers the nearest', async () => {
    const page = await openLong(40);
    await page.keyboard.press('g');
    await page.keyboard.type('99v');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'No page is called “99v”. The nearest is:' }).waitFor();
    expect(await position(page)).toBe('1 of 40');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('39 of 40');
    await page.keyboard.type('preface');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Pages are numbered from 1 to 40' }).waitFor();
  });

  it('takes Escape for itself: first what is typed, then the way back, and nothing else lets go', async () => {
    const page = await openLong(40);
    await rows(page).nth(1).click();
    await page.keyboard.press('g');
    await page.keyboard.type('3');
    await page.keyboard.press('Escape');
    expect(await field(page).inputValue()).toBe('1 recto');
    expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(
      await rows(page)
        .nth(1)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
  });

  it('has the next page to the left where pages are read so', async () => {
    const page = await openLong(6, { kind: 'rtl' });
    const [next, previous] = [
      page.getByRole('button', { name: 'Next page' }),
      page.getByRole('button', { name: 'Previous page' }),
    ];
    expect((await next.boundingBox())?.x ?? Infinity).toBeLessThan((await previous.boundingBox())?.x ?? 0);
    await opener(page).click();
    await thumb(page, '1 verso').waitFor();
    const [first, second] = [
      await thumb(page, '1 recto').boundingBox(),
      await thumb(page, '1 verso').boundingBox(),
    ];
    expect(second?.x ?? Infinity).toBeLessThan(first?.x ?? 0);
    await thumb(page, '1 recto').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await thumb(page, '1 verso').evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('the list of pages', () => {
  it('shows small pictures with their folios, blank sheets for leaves not held, and marks the page', async () => {
    const page = await openRoom(browser, `${REPORT}?page=4`);
    await opener(page).click();
    expect(await thumb(page, '4').getAttribute('aria-current')).toBe('page');
    await expect
      .poll(() =>
        thumb(page, '4')
          .locator('img')
          .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
      )
      .toBeGreaterThan(50);
    const missing = page.locator('.desk-pages').getByRole('button', { name: /Leaf not held/ });
    expect(await missing.innerText()).toMatch(/5$/);
    expect(await missing.locator('img').count()).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('is walked by arrow keys and entered by Enter, with the focus kept over turns and far scrolling', async () => {
    const page = await openLong(2000);
    await page.keyboard.press('t');
    await expect
      .poll(() => thumb(page, '1 recto').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('3 verso');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1000 verso');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('2,000 of 2,000');
    expect(await thumb(page, '1000 verso').getAttribute('aria-current')).toBe('page');
    await page.locator('.desk-pages').evaluate((list) => list.scrollTo(0, 0));
    await thumb(page, '1 recto').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1000 verso');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1000 recto');
    expect(await page.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('2000');
  });

  it('gives the focus back when it is shut, by Escape, by its button and by its key', async () => {
    const page = await openLong(40);
    await rows(page).nth(1).click();
    await page.keyboard.press('t');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('1 recto');
    await page.keyboard.press('Escape');
    expect(await panel(page).count()).toBe(0);
    expect(
      await rows(page)
        .nth(1)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    // The line was not let go of.
    expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await opener(page).click();
    await panel(page).getByRole('button', { name: 'Close' }).click();
    expect(await opener(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('lies over the text on a phone and goes once a page is chosen', async () => {
    const page = await openLong(40, { viewport: { width: 390, height: 844 } });
    await opener(page).click();
    const [over, text] = [await panel(page).boundingBox(), await page.locator('.desk-texts').boundingBox()];
    if (over === null || text === null) throw new Error('both are there');
    expect(over.y).toBeLessThanOrEqual(text.y);
    expect(over.y + over.height).toBeCloseTo(text.y + text.height, 0);
    expect(await accessibilityViolations(page)).toEqual([]);
    await thumb(page, '2 recto').click();
    await expect.poll(() => position(page)).toBe('3 of 40');
    expect(await panel(page).count()).toBe(0);
    expect(await focusIsNowhere(page)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe('the contents', () => {
  it('stand open to the second level and to where one is, and lead to their pages', async () => {
    const page = await openLong(40, { kind: 'chapters' });
    await opener(page).click();
    await tab(page, 'Contents').click();
    await entry(page, 'Section 1.1, page 1 recto').waitFor();
    // The innermost that has the page is marked, so that what it is in stands open.
    expect(await entry(page, 'Note on 1.1, page 1 recto').getAttribute('aria-current')).toBe('true');
    expect(await entry(page, /^Note on/).count()).toBe(1);
    expect(await accessibilityViolations(page)).toEqual([]);
    await entry(page, 'Section 2.2, page 4 recto').click();
    await expect.poll(() => position(page)).toBe('7 of 40');
    expect(await page.locator('[role=treeitem][aria-current]').getAttribute('aria-label')).toBe(
      'Note on 2.2, page 4 recto',
    );
    expect(await entry(page, /^Note on/).allInnerTexts()).toHaveLength(1);
  });

  it('are walked, opened and closed by arrow keys', async () => {
    const page = await openLong(40, { kind: 'chapters' });
    await page.keyboard.press('t');
    await tab(page, 'Contents').click();
    await entry(page, 'Note on 1.1, page 1 recto').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Section 1.1, page 1 recto');
    await page.keyboard.press('ArrowLeft');
    expect(await entry(page, /^Note on/).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Note on 1.2, page 1 verso');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('2 of 40');
    expect(await focused()).toBe('Note on 1.2, page 1 verso');
    await page.keyboard.press('End');
    expect(await focused()).toBe('Section 4.5, page 10 verso');
  });

  it('of 6,000 ranges are drawn in part, and all reachable', async () => {
    const page = await openLong(6000, { kind: 'many-chapters' });
    await opener(page).click();
    await tab(page, 'Contents').click();
    await entry(page, 'Part 60, page 2951 recto').waitFor();
    expect(await page.getByRole('treeitem').count()).toBeLessThan(250);
    await field(page).fill('5990');
    await page.keyboard.press('Enter');
    await entry(page, 'Section 60.90, page 2995 verso').waitFor();
    expect(await page.getByRole('treeitem').count()).toBeLessThan(250);
    await entry(page, 'Part 1, page 1 recto').focus();
    await page.keyboard.press('ArrowRight');
    await entry(page, 'Section 1.100, page 50 verso').click();
    await expect.poll(() => position(page)).toBe('100 of 6,000');
  });
});

describe('turning', () => {
  it('goes on by n and p, and to the ends, but not while one types', async () => {
    const page = await openLong(40);
    await page.keyboard.press('n');
    await expect.poll(() => position(page)).toBe('2 of 40');
    expect(await page.locator('[aria-live=polite]').first().innerText()).toBe('Page 1 verso, 2 of 40');
    await page.keyboard.press('Control+End');
    await expect.poll(() => position(page)).toBe('40 of 40');
    await page.keyboard.press('p');
    await expect.poll(() => position(page)).toBe('39 of 40');
    await page.keyboard.press('Control+Home');
    await expect.poll(() => position(page)).toBe('1 of 40');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    expect(await position(page)).toBe('1 of 40');
  });

  it('knows its letters on a Russian keyboard', async () => {
    const page = await openLong(40);
    // What the key beside M sends there.
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true })),
    );
    await expect.poll(() => position(page)).toBe('2 of 40');
  });

  it('leaves Page Down to what scrolls, and takes it on the scan', async () => {
    const page = await openLong(40);
    await rows(page).first().click();
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(200);
    expect(await position(page)).toBe('1 of 40');
    await page.getByRole('application').focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => position(page)).toBe('2 of 40');
    await page.keyboard.press('PageUp');
    await expect.poll(() => position(page)).toBe('1 of 40');
  });

  it('keeps the keyboard among the texts when its row goes with the page, and moves no scan', async () => {
    const page = await openLong(40);
    await rows(page).nth(1).click();
    await page.keyboard.press('n');
    await page.getByText('Première ligne (2)').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('desk-scroll');
    expect(await page.locator('.desk-lit-edge').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(
      await rows(page)
        .first()
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
  });

  it('follows a finger that wipes over a page seen whole, and not over one zoomed in', async () => {
    const page = await openLong(40, { viewport: { width: 390, height: 844 }, hasTouch: true });
    const wipe = await wiperOf(page);
    await wipe(-160);
    await expect.poll(() => position(page)).toBe('2 of 40');
    await wipe(160);
    await expect.poll(() => position(page)).toBe('1 of 40');
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    await standsStill(page);
    await wipe(-160);
    expect(await position(page)).toBe('1 of 40');
  });

  it('goes the other way with a finger where pages are read from right to left', async () => {
    const page = await openLong(6, { kind: 'rtl', viewport: { width: 390, height: 844 }, hasTouch: true });
    const wipe = await wiperOf(page);
    await wipe(160);
    await expect.poll(() => position(page)).toBe('2 of 6');
    await wipe(-160);
    await expect.poll(() => position(page)).toBe('1 of 6');
  });
});

describe('texts of the pages beside', () => {
  const texts = (asked: readonly string[]) => asked.filter((path) => path.startsWith('/text/')).toSorted();

  it('are fetched once the page has settled, and are there when it is turned', async () => {
    const page = await openLong(40);
    expect(texts(await settled(page))).toEqual(['/text/en/0', '/text/en/1', '/text/fr/0', '/text/fr/1']);
    long.asked.length = 0;
    await page.keyboard.press('n');
    await page.getByText('Première ligne (2)').waitFor();
    // Those of the page itself are not asked for again; only the one after it is.
    expect(texts(await settled(page))).toEqual(['/text/en/2', '/text/fr/2']);
    long.asked.length = 0;
    await field(page).fill('10v');
    await page.keyboard.press('Enter');
    await page.getByText('Première ligne (20)').waitFor();
    expect(texts(await settled(page))).toEqual(
      [18, 19, 20].flatMap((number) => [`/text/en/${number}`, `/text/fr/${number}`]).toSorted(),
    );
  });

  it('are left alone where the reader saves data', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    long.asked.length = 0;
    await page.goto(`${address}/viewer?manifest=${encodeURIComponent(long.manifest(40))}`);
    await page.getByText('Première ligne (1)').waitFor();
    await page.waitForTimeout(2500);
    expect(texts(await settled(page))).toEqual(['/text/en/0', '/text/fr/0']);
    await context.close();
  });
});

describe('a document of two thousand pages', () => {
  const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

  it('asks for no more than one of two pages, and draws no more', async () => {
    const short = await openLong(2);
    const askedByShort = (await settled(short)).length;
    const drawnByShort = await nodes(short);
    const page = await openLong(2000);
    expect((await settled(page)).length).toBe(askedByShort);
    expect(Math.abs((await nodes(page)) - drawnByShort)).toBeLessThan(10);

    long.asked.length = 0;
    await opener(page).click();
    await thumb(page, '1 recto').waitFor();
    const asked = await settled(page);
    const inView = await page.getByRole('listitem').count();
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.every((path) => path.startsWith('/small/'))).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(inView);
    expect(await nodes(page)).toBeLessThan(drawnByShort + 200);

    // What is only scrolled by is not fetched.
    long.asked.length = 0;
    await page.locator('.desk-pages').evaluate(async (list) => {
      for (let step = 1; step <= 60; step += 1) {
        list.scrollTo(0, step * 1500);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    expect((await settled(page)).length).toBeLessThanOrEqual(2 * inView);
    expect(await nodes(page)).toBeLessThan(drawnByShort + 200);
  });

  it('is turned without a request or a node for each of its pages', async () => {
    const page = await openLong(2000);
    await settled(page);
    const before = await nodes(page);
    long.asked.length = 0;
    for (let turn = 2; turn <= 6; turn += 1) {
      await page.keyboard.press('n');
      await page.getByText(`Première ligne (${turn})`).waitFor();
    }
    // A scan and two texts for each.
    expect((await settled(page)).length).toBeLessThanOrEqual(5 * 3);
    expect(Math.abs((await nodes(page)) - before)).toBeLessThan(60);
  });
});
