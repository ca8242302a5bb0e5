import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations } from './page.ts';
import { litBoxes, openRoom, rows, standsStill } from './room.ts';

const address = inject('address');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openBook(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Two pages side by side' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 2, name: '3', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await standsStill(page);
}

const folio = (page: Page) => page.locator('.desk-folio-count').innerText();
const pageIn = (page: Page) => new URL(page.url()).searchParams.get('page');

describe('two pages side by side', () => {
  it('have the texts of both beside them, and light places on either', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=2`);
    const before = await rows(page).count();
    await openBook(page);
    expect(await rows(page).count()).toBeGreaterThan(before);
    const scan = await page.locator('.desk-scan-view').boundingBox();
    if (scan === null) throw new Error('there is a scan');
    const middle = scan.x + scan.width / 2;
    await rows(page).first().click();
    await standsStill(page);
    const [left] = await litBoxes(page);
    expect((left?.x ?? middle) + (left?.width ?? 0)).toBeLessThan(middle);
    const other = page.getByRole('row', { name: /Pilotage is compulsory/ });
    await other.click();
    await standsStill(page);
    const [right] = await litBoxes(page);
    expect(right?.x).toBeGreaterThan(middle);
    // Who reads the other page is on it, in the bar, in the address and in what is shared.
    await expect.poll(() => folio(page)).toBe('3 of 8');
    expect(pageIn(page)).toBe('3');
    expect(await accessibilityViolations(page)).toEqual([]);
    // A click on the scan finds the row of the page that it is on.
    const [lit] = await litBoxes(page);
    await rows(page).first().click();
    await page.mouse.click((lit?.x ?? 0) + 20, (lit?.y ?? 0) + 4);
    await expect.poll(() => other.getAttribute('aria-selected')).toBe('true');
  });

  it('turn by two, and are one again on a phone', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=2`);
    await openBook(page);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => folio(page)).toBe('4 of 8');
    await page.getByRole('heading', { level: 2, name: '5', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => folio(page)).toBe('3 of 8');
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => page.getByRole('heading', { level: 2, name: '2', exact: true }).count()).toBe(0);
    expect(await folio(page)).toBe('3 of 8');
  });
});
