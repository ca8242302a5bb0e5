import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations, COLOUR_RULES, openPage } from './page.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PAGES = [
  ['home', '/'],
  ['a collection of collections', '/collections/cold-war'],
  ['a collection of documents', '/collections/f7-op3-d12'],
  ['a document with linked texts', '/documents/telegram-1950-10-07'],
  ['a document with texts not linked yet', '/documents/report-1938'],
  ['two translations compared', '/documents/telegram-1950-10-07/compare'],
  ['a document that a machine linked', '/documents/report-1950-11-06'],
  ['a document of which no leaf is held', '/documents/letter-1950-10-12'],
  ['the list of people', '/people'],
  ['a person', '/people/o-kun-dam'],
  ['a place that no record names', '/places/varnby'],
  ['a person of whom nothing is known', '/people/nobody'],
  ['the documents by date', '/dates'],
  ['what is said about the archive', '/about'],
  ['the imprint', '/imprint'],
  ['a search before anything is asked', '/search'],
  ['a search with results', '/search?q=ferry&kind=telegram'],
  ['a search in the original', `/search?q=${encodeURIComponent('паром')}&from=1950`],
  ['a search for a name', '/search?q=O+Geun-dam'],
  ['a search that finds nothing', '/search?q=nothingatall&kind=telegram&exact=1'],
  ['a search that cannot be understood', '/search?from=yesterday'],
  ['what is not there', '/documents/nowhere'],
  ['the question for a manifest', '/viewer'],
  ['a bad address for a manifest', '/viewer?manifest=javascript:0'],
] as const;

it.each(PAGES)('%s has no violation, in the dark too, and fits into 390 px', async (_, path) => {
  const page = await openPage(browser, address + path, { expectErrors: true });
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityViolations(page, { only: COLOUR_RULES })).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

describe.each(['light', 'dark'] as const)('in a %s room', (colorScheme) => {
  it.each([1440, 390])('the reading room has no violation at %i px, at rest and lit', async (width) => {
    const page = await openPage(browser, `${address}/read/telegram-1950-10-07`, {
      colorScheme,
      viewport: { width, height: 844 },
    });
    // All texts have come: a row that is clicked before may become another one.
    await page.waitForLoadState('networkidle');
    await page.getByRole('row').nth(3).click();
    await page.locator('.desk-lit-edge').first().waitFor({ state: 'attached' });
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it.each([1440, 1024, 390])('the search in the reading room has no violation at %i px', async (width) => {
    const page = await openPage(browser, `${address}/read/telegram-1950-10-07?q=ferry&hit=1`, {
      colorScheme,
      viewport: { width, height: 844 },
    });
    await page.locator('[data-segment] mark.desk-mark-current').waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'List of hits' }).click();
    await page.getByRole('complementary', { name: 'List of hits' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Search in this document' }).fill('fer');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
