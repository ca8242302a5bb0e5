import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page as it goes to the printer, from a screen as dark as it can be. A4 within its margins is so wide. */
async function onPaper(path: string): Promise<Page> {
  const page = await openPage(browser, address + path, {
    colorScheme: 'dark',
    viewport: { width: 673, height: 1000 },
  });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  return page;
}

/** What is there to be read, white space aside: `innerText` leaves out what is not shown. */
const words = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

const NAVIGATION =
  '.masthead nav, .skip, .breadcrumb, .tabs, .pager, .button, .search-box, .colophon, .technical, .leaf-list, form';

async function shownOf(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('class') ?? one.tagName),
    );
}

describe('a document on paper', () => {
  it('says its title, its citation and what must be known, then every row with the folios', async () => {
    const page = await onPaper('/documents/telegram-1950-10-07');
    const said = await words(page);
    const rows = await page.locator('.parallel-text .segment').allTextContents();
    expect(rows.length).toBeGreaterThan(60);
    const missing = rows.filter((row) => !said.includes(row.replace(/\s+/g, ' ').trim()));
    expect(missing).toEqual([]);
    const order = [
      "Telegram from Ol'shanikov to Zales'ev on the crossing of the Noran",
      '7 October 1950',
      // The citation, which names the translator, the call number and the address.
      'Translated by Adela Specimen (fictional). October 7, 1950. F. 7, op. 3, d. 12, ll. 705–706. Specimen Archive.',
      'The legation at Pyŏkho reports',
      'СОВЕРШЕННО СЕКРЕТНО',
      'Copy No. 3 - cipher section',
      'Received',
      'Permanent address:',
    ].map((part) => [part, said.indexOf(part)] as const);
    expect(order.filter(([, at]) => at < 0)).toEqual([]);
    expect([...order].sort(([, a], [, b]) => a - b)).toEqual(order);
    expect(said).toMatch(/Permanent address: http:\/\/\S+\/documents\/telegram-1950-10-07/);
    const folios = page.locator('.parallel-text .folio');
    expect((await folios.allInnerTexts()).map((folio) => folio.replace(/\D/g, ''))).toEqual(['705', '706']);
  });

  it('has no navigation on it', async () => {
    const page = await onPaper('/documents/telegram-1950-10-07');
    expect(await page.locator(NAVIGATION).count()).toBeGreaterThan(6);
    expect(await shownOf(page, NAVIGATION)).toEqual([]);
    const said = await words(page);
    for (const control of [
      'Read beside the scan',
      'Compare the translations',
      'From another archive',
      'Imprint',
    ])
      expect(said).not.toContain(control);
  });

  it('is black on white from a dark screen too', async () => {
    const page = await onPaper('/documents/telegram-1950-10-07');
    const colours = await page.evaluate(() => {
      const of = (selector: string) => {
        const element = document.querySelector(selector);
        return element === null ? [] : [getComputedStyle(element).color];
      };
      return {
        ground: getComputedStyle(document.body).backgroundColor,
        inks: ['h1', '.segment', '.folio a', '.print-citation', '.field dd'].flatMap(of),
      };
    });
    expect(colours).toEqual({ ground: 'rgb(255, 255, 255)', inks: Array(5).fill('rgb(0, 0, 0)') });
  });

  it('keeps rows whole, original beside translation, and repeats the address on every sheet', async () => {
    const page = await onPaper('/documents/telegram-1950-10-07');
    const rows = await page.locator('.parallel-text tbody tr').evaluateAll((all) =>
      all.map((row) => {
        const [, left, right] = [...row.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect());
        return {
          whole: getComputedStyle(row).breakInside,
          abreast:
            left !== undefined && right !== undefined && left.right <= right.left && left.top === right.top,
        };
      }),
    );
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter(({ whole, abreast }) => whole !== 'avoid' || !abreast)).toEqual([]);
    // A table's footer is what browsers repeat.
    const foot = await page.locator('.print-foot').evaluate((one) => getComputedStyle(one).display);
    expect(foot).toBe('table-footer-group');
    const article = page.locator('article:has(> .print-foot)');
    expect(await article.evaluate((one) => getComputedStyle(one).display)).toBe('table');
    const margins = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSPageRule)
        .map((rule) => rule.cssText),
    );
    expect(margins.join('')).toMatch(/margin: 16mm/);
    expect(margins.join('')).toMatch(/counter\(page\)/);
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('names the translation that was chosen', async () => {
    const page = await onPaper('/documents/telegram-1950-10-07?text=en-b');
    const said = await words(page);
    expect(said).toContain('Translated by Bruno Specimen (fictional)');
    expect(said).toMatch(/Permanent address: \S+\/documents\/telegram-1950-10-07\?text=en-b/);
  });
});

describe('other pages on paper', () => {
  it.each([
    [
      'two translations compared',
      '/documents/telegram-1950-10-07/compare',
      /Permanent address: \S+\/compare/,
    ],
    ['a person', '/people/o-kun-dam', /Permanent address: \S+\/people\/o-kun-dam/],
    ['a search', '/search?q=ferry', /5 documents for/],
    ['the home page', '/', /Collections/],
  ])('%s has what is to be read and no controls, within the sheet', async (_, path, what) => {
    const page = await onPaper(path);
    expect(await words(page)).toMatch(what);
    expect(await shownOf(page, NAVIGATION)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
  });

  it('compares in three columns', async () => {
    const page = await onPaper('/documents/telegram-1950-10-07/compare');
    const row = page.locator('.compare-table tbody tr').nth(3);
    const tops = await row
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
  });
});
