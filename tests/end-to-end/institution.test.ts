import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { institutionStyles } from '../../server/catalogue/institution-styles.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ACCENT = { light: '#005a9c', dark: '#7fb4e8' };

describe.each([
  ['light', 'rgb(0, 90, 156)'],
  ['dark', 'rgb(127, 180, 232)'],
] as const)('an institution’s accent in a %s room', (colorScheme, shown) => {
  it.each([
    ['the catalogue', '/documents/telegram-1950-10-07', '.technical a'],
    ['the reading room’s bar', '/read/telegram-1950-10-07', '.desk-bar a'],
  ])('is that of %s', async (_, path, link) => {
    const page = await openPage(browser, 'about:blank', { colorScheme });
    await page.route('**/institution/colours.css*', (route) =>
      route.fulfill({ contentType: 'text/css', body: institutionStyles(ACCENT) }),
    );
    await page.goto(address + path);
    const one = page.locator(link).first();
    await one.waitFor();
    expect(await one.evaluate((element) => getComputedStyle(element).color)).toBe(shown);
  });

  it('is not on paper', async () => {
    const page = await openPage(browser, 'about:blank', { colorScheme });
    await page.route('**/institution/colours.css*', (route) =>
      route.fulfill({ contentType: 'text/css', body: institutionStyles(ACCENT) }),
    );
    await page.goto(`${address}/documents/telegram-1950-10-07`);
    await page.emulateMedia({ media: 'print' });
    const accent = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent'),
    );
    expect(accent).toBe('#000');
  });
});

describe('the specimen institution', () => {
  it('shows its logo above and its words on the home page, below and in the imprint', async () => {
    const page = await openPage(browser, `${address}/`);
    const logo = page.locator('.masthead-logo');
    expect(await logo.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0)).toBe(true);
    await page.getByText('Open a document and press').waitFor();
    await page.getByText('no institution of this name exists').waitFor();
    await page.getByRole('link', { name: 'Imprint' }).click();
    await page.getByRole('heading', { name: 'Imprint', level: 1 }).waitFor();
    await page.getByText('who answers for what is published').waitFor();
  });
});
