import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('searching without JavaScript', () => {
  it('leads from a word to its place in the reading room', async () => {
    const page = await openPage(browser, address, { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('ferry');
    await page.getByRole('searchbox').press('Enter');
    expect(new URL(page.url()).search).toBe('?q=ferry');
    await page.getByRole('heading', { level: 1, name: '5 documents for' }).waitFor();

    await page
      .getByRole('navigation', { name: 'Narrow down' })
      .getByRole('link', { name: 'Telegram 1' })
      .click();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('telegram');
    await page.getByRole('heading', { level: 1, name: '1 document for' }).waitFor();
    const passage = page.locator('.passage').first();
    expect(await passage.locator('mark').first().textContent()).toBe('ferry');
    expect(await passage.locator('[lang=ru].passage-words').textContent()).toContain('паром');

    await passage.getByRole('link', { name: 'Read leaf 705' }).click();
    expect(new URL(page.url()).pathname).toBe('/read/telegram-1950-10-07');
    expect(await page.getByText('паром у деревни Сольмок').first().isVisible()).toBe(true);
  });

  it('keeps what was chosen when the words change, and lets go of it on request', async () => {
    const page = await openPage(browser, `${address}/search?q=ferry&kind=letter`, {
      javaScriptEnabled: false,
    });
    await page.getByRole('searchbox').fill('river');
    await page.getByRole('textbox', { name: 'From' }).fill('1950');
    await page.getByRole('button', { name: 'Search' }).click();
    const state = new URL(page.url()).searchParams;
    expect([state.get('q'), state.get('kind'), state.get('from')]).toEqual(['river', 'letter', '1950']);
    await page.getByRole('link', { name: 'Kind: Letter' }).click();
    expect(new URL(page.url()).searchParams.get('kind')).toBeNull();
  });

  it('folds the facets away where there is no room, and opens them', async () => {
    const page = await openPage(browser, `${address}/search?q=ferry`, {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const facets = page.getByRole('navigation', { name: 'Narrow down' });
    expect(await facets.getByRole('link').first().isVisible()).toBe(false);
    await facets.locator('summary').first().click();
    expect(await facets.getByRole('link').first().isVisible()).toBe(true);
  });

  it('marks the hit on the scan where it stands', async () => {
    const page = await openPage(browser, `${address}/search?q=${encodeURIComponent('паром')}`, {
      javaScriptEnabled: false,
    });
    const crop = page.locator('.scan-crop').first();
    await crop.scrollIntoViewIfNeeded();
    const [strip, mark] = [await crop.boundingBox(), await crop.locator('rect').first().boundingBox()];
    expect(strip).not.toBeNull();
    expect(mark).not.toBeNull();
    if (strip === null || mark === null) return;
    expect(mark.x).toBeGreaterThanOrEqual(strip.x);
    expect(mark.x + mark.width).toBeLessThanOrEqual(strip.x + strip.width);
    expect(mark.y).toBeGreaterThan(strip.y);
    expect(mark.y + mark.height).toBeLessThan(strip.y + strip.height);
    expect(mark.width).toBeGreaterThan(20);
  });
});
