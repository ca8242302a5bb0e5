import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';
import { litBoxes, openRoom, roomStands, rows } from './room.ts';

const address = inject('address');
const DOCUMENT = `${address}/documents/telegram-1950-10-07`;
const READ = `${address}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const lineIn = (page: Page) => new URL(page.url()).searchParams.get('segment');
const selected = (page: Page) => page.locator('[role=row][aria-selected=true]');

describe('the address of the reading room', () => {
  it('names the line that is chosen, leads back to it, and lets go with the reader', async () => {
    const page = await openRoom(browser, READ);
    const words = await rows(page).nth(4).innerText();
    await rows(page).nth(4).locator('[data-segment]').first().click();
    await expect.poll(() => lineIn(page)).toMatch(/^ru\./);
    await page.reload();
    await roomStands(page);
    expect(await selected(page).innerText()).toBe(words);
    await expect.poll(async () => (await litBoxes(page)).length).toBeGreaterThan(0);

    const named = lineIn(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => lineIn(page)).not.toBe(named);
    expect(lineIn(page)).toMatch(/^ru\./);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toBe(`${READ}?page=705`);
  });

  it('is one step of the history, however many pages and lines are read', async () => {
    const page = await openPage(browser, DOCUMENT);
    await page.getByRole('link', { name: 'Read beside the scan' }).first().click();
    await roomStands(page);
    await page.getByRole('button', { name: 'Next page' }).click();
    await rows(page).nth(2).locator('[data-segment]').first().click();
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?page=706&segment=/);
    await page.goBack();
    await page.waitForURL(DOCUMENT);
  });

  it('keeps the line through a search, and follows the reader from a hit to another line', async () => {
    const page = await openRoom(browser, `${READ}?q=bridge&page=705&segment=en-a.s11&panes=scan,ru,en-a`);
    await page
      .getByText(/^\d+ of \d+$/)
      .first()
      .waitFor();
    // Longer than the address takes to follow.
    await page.waitForTimeout(800);
    expect(lineIn(page)).toBe('en-a.s11');
    expect(page.url()).toContain('panes=scan,ru,en-a');
    await page.keyboard.press('F3');
    await expect.poll(() => new URL(page.url()).searchParams.get('hit')).not.toBeNull();
    await expect.poll(() => lineIn(page)).toBeNull();
    await rows(page).nth(2).locator('[data-segment]').first().click();
    await expect.poll(() => lineIn(page)).toBe('en-a.s3');
    expect(new URL(page.url()).searchParams.has('hit')).toBe(false);
    expect(new URL(page.url()).searchParams.get('q')).toBe('bridge');
  });

  it('that names no line of the document opens it nevertheless, and says so', async () => {
    const page = await openRoom(browser, `${READ}?segment=ru.`);
    await page.getByText('no line of the name that is in the link').waitFor();
    expect(await rows(page).count()).toBeGreaterThan(10);
    expect(await selected(page).count()).toBe(0);
  });
});
