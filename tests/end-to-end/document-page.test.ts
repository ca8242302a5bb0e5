import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations, openPage } from './page.ts';

const DOCUMENT = `${inject('address')}/documents/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const tools = (page: Page) => page.locator('.document-tools');
const words = (page: Page) => page.locator('.document-words');

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return box;
}

describe('what is done with a document', () => {
  it('stands beside its words and stays in view, without a script', async () => {
    const page = await openPage(browser, DOCUMENT, { javaScriptEnabled: false });
    const rows = page.locator('.parallel-text tbody tr');
    for (const row of [rows.nth(2), rows.last(), page.locator('.document-words .record').last()]) {
      await row.scrollIntoViewIfNeeded();
      const [column, beside] = [await boxOf(tools(page)), await boxOf(words(page))];
      expect(column.x).toBeGreaterThan(beside.x + beside.width);
      expect(column.x + column.width).toBeLessThanOrEqual(1440);
      const citation = await boxOf(page.locator('.cite-usual'));
      expect(citation.y).toBeGreaterThanOrEqual(0);
      expect(citation.y + citation.height).toBeLessThanOrEqual(900);
    }
  });

  it('is all to be had where the column is higher than the window', async () => {
    const page = await openPage(browser, DOCUMENT, { viewport: { width: 1280, height: 500 } });
    await page
      .locator('.parallel-text tbody tr')
      .nth(20)
      .evaluate((row) => row.scrollIntoView());
    await page.locator('.cite summary').click();
    const column = await boxOf(tools(page));
    expect([column.y, column.y + column.height]).toEqual([0, 500]);
    const scrolled = await page.evaluate(() => window.scrollY);
    for (const end of [page.locator('.share .leaf-addresses a').last(), page.locator('.cite h2')]) {
      // Keys come to it as the wheel does, and the words stay where they are.
      await end.evaluate((one) => one.scrollIntoView({ block: 'nearest' }));
      const box = await boxOf(end);
      expect(box.y >= 0 && box.y + box.height <= 500).toBe(true);
    }
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('follows the words where there is no room beside them', async () => {
    const page = await openPage(browser, DOCUMENT);
    for (const width of [1024, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const [column, before] = [await boxOf(tools(page)), await boxOf(words(page))];
      expect(column.y).toBeGreaterThanOrEqual(before.y + before.height);
      expect(await tools(page).evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
