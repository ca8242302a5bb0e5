import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openRoom as openRoomIn } from './room.ts';

const TELEGRAM = `${inject('address')}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openRoom = () => openRoomIn(browser, TELEGRAM);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page) => page.locator('.desk-controls [role=status]');

describe('full screen', () => {
  it('fills the screen with the room, and gives it back', async () => {
    const page = await openRoom();
    const isFull = () =>
      page.evaluate(() => document.fullscreenElement?.classList.contains('desk-room') === true);
    await page.keyboard.press('f');
    await expect.poll(isFull).toBe(true);
    await expect.poll(() => said(page).innerText()).toBe('Full screen; Escape ends it');
    expect(await button(page, 'Full screen').getAttribute('aria-pressed')).toBe('true');
    await button(page, 'Full screen').click();
    await expect.poll(isFull).toBe(false);
    await expect.poll(() => said(page).innerText()).toBe('No longer full screen');
  });

  it('offers no full screen where the browser has none', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false });
    });
    await page.goto(TELEGRAM);
    await button(page, 'Whole page').waitFor();
    expect(await button(page, 'Full screen').count()).toBe(0);
    await page.close();
  });
});
