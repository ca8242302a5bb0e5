import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations } from './page.ts';
import { openRoom as openRoomIn } from './room.ts';

const TELEGRAM = `${inject('address')}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openRoom = () => openRoomIn(browser, TELEGRAM);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('whoever does not see the scan', () => {
  it('hears which page it is, and that its text stands beside it', async () => {
    const page = await openRoom();
    const image = page.getByRole('img', { name: 'Scan of page 705; its text stands beside it' });
    expect(await image.count()).toBe(1);
    await button(page, 'Next page').click();
    await expect.poll(() => page.getByRole('img', { name: /^Scan of page 706;/ }).count()).toBe(1);
  });

  it('has the whole text of the page after it where the texts are put away', async () => {
    const page = await openRoom();
    await page.keyboard.press('2');
    await page.getByRole('img', { name: 'Scan of page 705; its text follows' }).waitFor();
    const words = page.getByRole('group', { name: 'Text of page 705' });
    expect(await words.innerText()).toContain('возвратился министр путей сообщения');
    expect(await words.locator('[lang=ru]').count()).toBeGreaterThan(10);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
