import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startForeignArchive, type ForeignArchive } from './foreign-archive.ts';
import { accessibilityViolations, openPage } from './page.ts';
import { standsStill } from './room.ts';

const READ = `${inject('address')}/read/telegram-1950-10-07`;
const OTHER = 'A letter of another archive';

let browser: Browser;
let archive: ForeignArchive;
beforeAll(async () => {
  browser = await launchBrowser();
  archive = await startForeignArchive();
});
afterAll(async () => {
  await browser.close();
  archive.close();
});

const manifest = (): string => `${archive.base}/3/manifest`;
const both = (): string => `${READ}?beside=${encodeURIComponent(manifest())}`;
const first = (page: Page): Locator => page.getByRole('region', { name: /^First document/ });
const second = (page: Page): Locator => page.getByRole('region', { name: /^Second document/ });
const folio = (room: Locator): Locator => room.getByRole('combobox', { name: /page/i }).first();
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** What stands in the line of a room's bar that says which page of how many is shown. */
const count = (room: Locator): Locator => room.locator('.desk-folio-count');

/** What the foreign archive smuggles in is told by the browser as an error. */
async function openBoth(url: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser, url, { expectErrors: true, ...options });
  await page.locator('.desk-room-open').getByRole('row').first().waitFor();
  await page.getByText('Ma chère mère,').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await standsStill(page);
  return page;
}

async function openOne(): Promise<Page> {
  const page = await openPage(browser, READ, { expectErrors: true });
  await page.locator('.desk-room-open').getByRole('row').first().waitFor();
  return page;
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: /Open another beside/ }).click();
  return page.getByRole('dialog', { name: 'Open another document beside this one' });
}

async function openShare(page: Page, room: Locator): Promise<Locator> {
  const button = room.getByRole('button', { name: 'Share' });
  if (await button.isVisible()) await button.click();
  else {
    await room.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Share' }).click();
  }
  return page.getByRole('dialog', { name: 'Share' });
}

/** Lets something be held over the room and dropped on one of the zones that are shown then. */
async function dropOn(page: Page, zone: string, text: string): Promise<void> {
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', dropped);
    return transfer;
  }, text);
  await page.locator('.desk').first().dispatchEvent('dragover', { dataTransfer: data });
  const target = page.locator('.desk-drop-zone', { hasText: zone });
  await target.dispatchEvent('dragover', { dataTransfer: data });
  await target.and(page.locator('.desk-drop-over')).waitFor();
  await target.dispatchEvent('drop', { dataTransfer: data });
}

describe('a document of another institution beside ours', () => {
  it('is opened by its address from the menu, and closed again, each with an address of its own', async () => {
    const page = await openOne();
    expect(await page.locator('[data-room]').count()).toBe(0);
    const dialog = await openDialog(page);
    const field = dialog.getByLabel('Address of a IIIF manifest');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type(manifest());
    await page.keyboard.press('Enter');
    await second(page).getByText('Ma chère mère,').waitFor();
    expect(parameter(page, 'beside')).toBe(manifest());
    expect(await first(page).getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await second(page).getByRole('heading', { level: 2 }).first().innerText()).toBe(OTHER);
    expect(await second(page).locator('.desk-back').count()).toBe(0);
    const [left, right] = await Promise.all([first(page).boundingBox(), second(page).boundingBox()]);
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);

    await second(page).getByRole('button', { name: 'Close this document' }).click();
    await page.waitForURL((url) => !url.searchParams.has('beside'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await second(page).getByText('Ma chère mère,').waitFor();
  });

  it('is asked for before anything is left, and what is wrong with it is said in the dialog', async () => {
    const page = await openOne();
    const before = page.url();
    const dialog = await openDialog(page);
    const field = dialog.getByRole('textbox');
    for (const [typed, says] of [
      ['a letter', 'no address of a manifest'],
      ['javascript:alert(1)', 'no address of a manifest'],
      [`${archive.base}/nowhere`, '404'],
      [`${archive.base}/scan-a.jpg`, 'JSON'],
    ] as const) {
      await field.fill(typed);
      await dialog.getByRole('button', { name: 'Open beside' }).click();
      await dialog.getByRole('alert').filter({ hasText: says }).waitFor();
    }
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(page.url()).toBe(before);
  });

  it('keeps both pages when it is reloaded, the first in its words and the second in its own', async () => {
    const page = await openBoth(both());
    await first(page).getByRole('button', { name: 'Next page' }).click();
    await second(page).getByRole('button', { name: 'Next page' }).click();
    await second(page).getByText('Seconde page').waitFor();
    expect(parameter(page, 'page')).not.toBeNull();
    expect(parameter(page, 'beside-canvas')).toMatch(/canvas\/2$/);
    expect(parameter(page, 'canvas')).toBeNull();
    await page.reload();
    await second(page).getByText('Seconde page').waitFor();
    await expect.poll(() => count(first(page)).innerText()).toContain('2 of 2');
    expect(await count(second(page)).innerText()).toContain('2 of 2');
  });

  it('is shared with the first as both are shown, and alone where that is wanted', async () => {
    const page = await openBoth(both());
    await first(page).getByRole('button', { name: 'Next page' }).click();
    await second(page).getByRole('button', { name: 'Next page' }).click();
    await second(page).getByText('Seconde page').waitFor();
    await first(page).locator('.desk-toggle', { hasText: 'Transcription' }).click();
    const dialog = await openShare(page, first(page));
    const link = dialog.getByRole('textbox', { name: 'Link', exact: true });
    const shared = new URL(await link.inputValue());
    expect(shared.pathname).toBe('/read/telegram-1950-10-07');
    expect(Object.fromEntries(shared.searchParams)).toEqual({
      page: '706',
      beside: manifest(),
      'beside-canvas': 'http://old.archive.example/iiif/canvas/2',
      panes: 'scan,en-a',
    });
    // Other viewers are told of this document alone, which is said.
    await dialog.getByText('carries neither another document nor panes').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: /^With the document beside it, and the panes/ }).uncheck();
    expect(await link.inputValue()).toBe(`${READ}?page=706`);

    const fresh = await openPage(browser, shared.href, { expectErrors: true });
    await second(fresh).getByText('Seconde page').waitFor();
    await expect.poll(() => count(first(fresh)).innerText()).toContain('2 of 2');
    expect(await first(fresh).locator('[data-segment][lang=ru]').count()).toBe(0);
    expect(await first(fresh).locator('[data-segment][lang=en]').count()).toBeGreaterThan(0);
  });

  it('has a link to its own page with the first beside it', async () => {
    const page = await openBoth(both());
    await first(page).getByRole('button', { name: 'Next page' }).click();
    const dialog = await openShare(page, second(page));
    await dialog.getByRole('radio', { name: 'This page' }).check();
    const shared = new URL(await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue());
    expect(shared.pathname).toBe('/read/telegram-1950-10-07');
    expect(Object.fromEntries(shared.searchParams)).toEqual({
      page: '706',
      beside: manifest(),
      'beside-canvas': 'http://old.archive.example/iiif/canvas/1',
    });
    await dialog.getByRole('checkbox', { name: 'With the document beside it' }).uncheck();
    const alone = await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
    expect(alone).toContain('/viewer?iiif-content=');
  });

  it('leaves what is searched for and which panes there are to the first', async () => {
    const page = await openBoth(`${both()}&q=October`);
    await first(page).locator('mark').first().waitFor();
    expect(await second(page).locator('.desk-finder-open').count()).toBe(0);
    await second(page).locator('.desk-toggle', { hasText: 'Scan' }).click();
    expect(await second(page).locator('.desk-scan').count()).toBe(0);
    expect(await first(page).locator('.desk-scan').count()).toBe(1);
    expect(parameter(page, 'panes')).toBeNull();
    await page.reload();
    await second(page).getByText('Ma chère mère,').waitFor();
    await expect.poll(() => first(page).locator('.desk-scan').count()).toBe(1);
  });

  it('has its bar in view when a link leads to a line, as anywhere', async () => {
    const page = await openBoth(`${both()}&segment=ru.s20`);
    await expect.poll(() => first(page).locator('[aria-selected=true]').count()).toBe(1);
    expect((await first(page).locator('.desk-bar').boundingBox())?.y).toBe(0);
  });

  it('answers keys where the focus is, and the first where it is nowhere', async () => {
    const page = await openBoth(both());
    await page.keyboard.press('n');
    await expect.poll(() => count(first(page)).innerText()).toContain('2 of 2');
    expect(await count(second(page)).innerText()).toContain('1 of 2');
    // A click on a place that takes no keys is enough to be there.
    await second(page).locator('.desk-title').click();
    await page.keyboard.press('n');
    await expect.poll(() => count(second(page)).innerText()).toContain('2 of 2');
    await page.keyboard.press('p');
    await expect.poll(() => count(second(page)).innerText()).toContain('1 of 2');
    expect(await count(first(page)).innerText()).toContain('2 of 2');
    await page.keyboard.press('t');
    await second(page).getByRole('complementary').waitFor();
    expect(await first(page).getByRole('complementary').count()).toBe(0);
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-room]')?.getAttribute('data-room')),
      )
      .toBe('beside');
    await page.keyboard.press('Escape');
    await expect.poll(() => second(page).getByRole('complementary').count()).toBe(0);
    await page.keyboard.press('g');
    await expect
      .poll(() => folio(second(page)).evaluate((field) => field === document.activeElement))
      .toBe(true);
  });

  it('gives each room as much width as the divider says, by keys too', async () => {
    const page = await openBoth(both());
    const divider = page.getByRole('separator', { name: 'Width of the first document' });
    const width = async () => (await first(page).boundingBox())?.width ?? 0;
    const before = await width();
    await divider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    expect((await width()) - before).toBeCloseTo(144, -1);
    await page.keyboard.press('Enter');
    expect(await width()).toBeCloseTo(before, 0);
  });
});

describe('what is dropped on the room', () => {
  it('is opened beside on the one zone, and in its place on the other', async () => {
    const page = await openOne();
    await dropOn(page, 'Open beside', `https://viewer.example/?manifest=${manifest()}`);
    await second(page).getByText('Ma chère mère,').waitFor();
    await expect.poll(() => first(page).getByRole('heading', { level: 1 }).innerText()).toContain('Telegram');
    expect(parameter(page, 'beside')).toBe(manifest());

    // The one beside stays there when the first makes way.
    await dropOn(page, 'Open here', `${archive.base}/2/manifest`);
    await page.waitForURL((url) => url.pathname.endsWith('/viewer'));
    await second(page).getByText('Ma chère mère,').waitFor();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(OTHER);
    expect(parameter(page, 'beside')).toBe(manifest());
  });

  it('is said to be none where it cannot be opened beside', async () => {
    const page = await openOne();
    const before = page.url();
    await dropOn(page, 'Open beside', `${archive.base}/nowhere`);
    await page.getByRole('alert').filter({ hasText: '404' }).waitFor();
    expect(page.url()).toBe(before);
    expect(await page.locator('.desk-drop').count()).toBe(0);
  });
});

describe('a second document that cannot be opened', () => {
  it.each([
    ['is not there', () => `${archive.base}/nowhere`, '404'],
    ['is no IIIF', () => `${archive.base}/3/page`, 'no IIIF manifest'],
    ['does not answer', () => 'http://127.0.0.1:9/manifest', 'could be fetched'],
  ])('and %s says so in its room, beside the first as ever', async (_what, address, says) => {
    const page = await openPage(browser, `${READ}?beside=${encodeURIComponent(address())}`, {
      expectErrors: true,
    });
    await second(page).getByRole('alert').filter({ hasText: says }).waitFor();
    expect(await first(page).getByRole('alert').count()).toBe(0);
    expect(await first(page).getByRole('row').count()).toBeGreaterThan(3);
    await first(page).getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => count(first(page)).innerText()).toContain('2 of 2');
    await second(page).getByRole('button', { name: 'Close this document' }).click();
    await page.waitForURL((url) => !url.searchParams.has('beside'));
  });

  it('is never asked for where its address is none, and that is said', async () => {
    const page = await openPage(browser, `${READ}?beside=javascript:alert(1)`);
    await page.getByRole('alert').filter({ hasText: 'only http and https' }).waitFor();
    expect(await page.locator('[data-room]').count()).toBe(0);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
  });
});

describe.each([
  [1440, 900],
  [390, 844],
])('two documents in %i pixels', (width, height) => {
  it('have no violations of axe, and nothing that is wider than the window', async () => {
    const page = await openBoth(both(), { viewport: { width, height } });
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('two documents on a phone', () => {
  it('are seen one at a time, with a switch between them', async () => {
    const page = await openBoth(both(), { viewport: { width: 390, height: 844 } });
    const choice = page.getByRole('group', { name: 'Document that is shown' });
    const [one, other] = [choice.getByRole('button').nth(0), choice.getByRole('button').nth(1)];
    expect(await one.getAttribute('aria-pressed')).toBe('true');
    expect(await second(page).count()).toBe(0);
    await other.click();
    expect(await first(page).count()).toBe(0);
    expect(await other.innerText()).toBe(OTHER);
    const room = await second(page).boundingBox();
    expect(room?.width).toBe(390);
    // With the focus on neither, keys are for the one that is seen.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press('n');
    await second(page).getByText('Seconde page').waitFor();
    expect(parameter(page, 'beside-canvas')).toMatch(/canvas\/2$/);
    expect(parameter(page, 'page')).toBeNull();
    await one.click();
    expect(await count(first(page)).innerText()).toContain('1 of 2');
  });
});
