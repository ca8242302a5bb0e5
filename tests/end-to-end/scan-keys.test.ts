import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openRoom as openRoomIn, rows, standsStill } from './room.ts';

const TELEGRAM = `${inject('address')}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openRoom = () => openRoomIn(browser, TELEGRAM);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page) => page.locator('.desk-controls [role=status]');
const note = (page: Page) => page.locator('.desk-altered');

describe('the keyboard', () => {
  it('zooms, and hears how far', async () => {
    const page = await openRoom();
    const width = () =>
      page
        .locator('.desk-all-edge')
        .first()
        .evaluate((edge) => edge.getBoundingClientRect().width);
    await page.keyboard.press('r');
    const whole = await width();
    await page.keyboard.press('+');
    await expect.poll(() => said(page).innerText()).toBe('Zoom 160\u00a0%');
    await standsStill(page);
    expect((await width()) / whole).toBeCloseTo(1.6, 1);
    await page.keyboard.press('-');
    await expect.poll(() => said(page).innerText()).toBe('Whole page');
    await button(page, 'Zoom in').click();
    await expect.poll(() => said(page).innerText()).toBe('Zoom 160\u00a0%');
    await button(page, 'Whole page').click();
    await expect.poll(() => said(page).innerText()).toBe('Whole page');
    await standsStill(page);
    expect((await width()) / whole).toBeCloseTo(1, 2);
  });

  it('moves the scan by arrows, and does nothing there that is not said', async () => {
    const page = await openRoom();
    await page.keyboard.press('r');
    await page.keyboard.press('+');
    await standsStill(page);
    const scan = page.getByRole('application', { name: 'Scan; arrow keys move it' });
    await scan.focus();
    const place = async () =>
      page
        .locator('.desk-all-edge')
        .nth(8)
        .evaluate((edge) => {
          const { x, y, width } = edge.getBoundingClientRect();
          return { x: Math.round(x), y: Math.round(y), width: Math.round(width) };
        });
    const before = await place();
    await page.keyboard.press('ArrowDown');
    await standsStill(page);
    const after = await place();
    expect(after.y).toBeLessThan(before.y - 10);
    expect(after.x).toBe(before.x);
    // The viewer's own keys would mirror and turn it.
    for (const key of ['Shift+R', 'Shift+F', 'h', 'w', 'd']) await page.keyboard.press(key);
    await standsStill(page);
    expect(await place()).toEqual(after);
  });

  it('reaches every tool, leaves the panel by Escape and by Tab, and types into fields undisturbed', async () => {
    const page = await openRoom();
    await button(page, 'Image').focus();
    await page.keyboard.press('Enter');
    const contrast = page.getByRole('slider', { name: 'Contrast' });
    await expect.poll(() => contrast.evaluate((slider) => slider === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await contrast.getAttribute('aria-valuetext')).toBe('110\u00a0%');
    const inside = () => page.evaluate(() => document.activeElement?.closest('.desk-image') !== null);
    let steps = 0;
    while ((await inside()) && steps < 20) {
      await page.keyboard.press('Tab');
      steps += 1;
    }
    expect(steps).toBeGreaterThan(6);
    expect(steps).toBeLessThan(20);
    const field = page.getByRole('textbox', { name: 'Turn, in degrees' });
    await field.click();
    await field.press('ControlOrMeta+a');
    await page.keyboard.type('-10');
    await expect.poll(() => note(page).innerText()).toContain('turned -10°');
    expect(await page.locator('.desk-all-edge').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('.desk-image').count()).toBe(0);
    expect(await button(page, 'Image').evaluate((opener) => opener === document.activeElement)).toBe(true);
    const search = page.getByRole('combobox', { name: 'Search in this document' });
    await search.fill('');
    await search.pressSequentially('fr[0');
    expect(await search.inputValue()).toBe('fr[0');
    expect(await note(page).innerText()).toContain('turned -10°');
  });

  it('keeps the lit line when Escape closes the panel', async () => {
    const page = await openRoom();
    await rows(page).nth(5).click();
    await button(page, 'Image').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.desk-row-current').count()).toBe(1);
  });
});
