import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { KEYS, type KeyGroup } from '../../viewer/state/keys.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations } from './page.ts';
import { openRoom, roomStands, rows, standsStill } from './room.ts';

const address = inject('address');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Puts the keyboard where keys of a group work, in the middle of what they lead through. */
const PLACES: Record<KeyGroup, (page: Page) => Promise<void>> = {
  pages: () => Promise.resolve(),
  room: (page) => rows(page).nth(2).click(),
  rows: (page) => rows(page).nth(2).click(),
  search: async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('der');
    await page.keyboard.press('Enter');
    await page.locator('[data-segment] mark.desk-mark-current').waitFor();
    // Where words are typed the slash is one of them.
    await rows(page).nth(2).click();
  },
  scan: async (page) => {
    for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('application').focus();
  },
  panel: async (page) => {
    await page.getByRole('button', { name: 'Pages and contents' }).click();
    await page.locator('.desk-pages [aria-current]').focus();
  },
};

/** What a key may change: where the keyboard is, what is shown and lit, and how the scan lies. */
async function state(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const path = [];
    for (let at = focused; at !== null; at = at.parentElement)
      path.push([...(at.parentElement?.children ?? [])].indexOf(at));
    return JSON.stringify([
      window.location.search,
      focused?.textContent,
      path,
      [...document.querySelectorAll('[aria-selected=true]')].map((one) => one.textContent),
      [...document.querySelectorAll('dialog[open], .desk-panel, .desk-mark-current')].map(
        (one) => one.textContent,
      ),
      document.querySelector('.desk-lit > g')?.getAttribute('transform'),
      document.querySelectorAll('[data-segment] mark').length,
      [...document.querySelectorAll('[aria-pressed]')].map((one) => one.getAttribute('aria-pressed')),
      document.fullscreenElement === null,
    ]);
  });
}

/** As it is pressed: `?` needs another key held down on most keyboards, which its own name does not say. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await standsStill(page);
}

/** Keys that are tried in one room, one after the other; those of the whole room may leave no row for the next. */
const WALKS = [
  ...(['pages', 'search', 'rows', 'scan', 'panel'] as const).map((name) => ({
    name,
    entries: KEYS.filter(({ group }) => group === name),
  })),
  ...KEYS.filter(({ group }) => group === 'room').map((entry) => ({ name: entry.says, entries: [entry] })),
];

describe('the keys of the room', () => {
  it('are said once in each place, and are many', () => {
    expect(KEYS.length).toBeGreaterThan(10);
    const everywhere: readonly KeyGroup[] = ['pages', 'search', 'room'];
    const said = KEYS.map(({ group, keys }) => ({
      place: everywhere.includes(group) ? 'everywhere' : group,
      keys: keys.join(' '),
    }));
    const names = said.map(({ place, keys }) => `${place}: ${keys}`);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(WALKS.flatMap(({ entries }) => entries).length).toBe(KEYS.length);
    const single = KEYS.filter(({ group }) => everywhere.includes(group)).flatMap(({ keys }) => keys);
    expect(single.filter((key, place) => single.indexOf(key) !== place)).toEqual([]);
    const messages = KEYS.map(({ says }) => says);
    expect(messages.filter((key, place) => messages.indexOf(key) !== place)).toEqual([]);
  });

  it.each(WALKS)('work: $name', async ({ entries }) => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=4`);
    for (const { group, says, keys } of entries) {
      // What the last one opened is closed, and what it chose let go.
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Escape');
      await PLACES[group](page);
      await standsStill(page);
      for (const key of keys) {
        const before = await state(page);
        await press(page, key);
        expect([says, key, await state(page)]).not.toEqual([says, key, before]);
      }
    }
  });

  it('are listed by ? and from the menu, each under its group, and the focus comes back', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=4`);
    await rows(page).nth(2).click();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.waitFor();
    expect(await dialog.getByRole('term').count()).toBe(KEYS.length);
    expect(await dialog.getByRole('heading', { level: 3 }).count()).toBe(
      new Set(KEYS.map(({ group }) => group)).size,
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    // Behind a dialog no key turns a page.
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await page.locator('.desk-folio-count').innerText()).toBe('4 of 8');
    expect(
      await rows(page)
        .nth(2)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    expect(await rows(page).nth(2).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Keyboard' }).click();
    await dialog.waitFor();
  });

  it('leave the row that a dialog is about by Escape, though the focus is in the browser’s own bar', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=4`);
    await rows(page).nth(2).click();
    await page.getByRole('button', { name: 'Cite', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Cite' });
    await dialog.getByRole('button', { name: /^Copy/ }).first().waitFor();
    // It is what Tab comes to behind the last control.
    const isOut = () => page.evaluate(() => document.activeElement === document.body);
    for (let step = 0; step < 20 && !(await isOut()); step += 1) await page.keyboard.press('Tab');
    expect(await isOut()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await rows(page).nth(2).getAttribute('aria-selected')).toBe('true');
  });

  it('unfold what is asked to be shown with a document, where a link in it has the focus', async () => {
    const page = await openRoom(browser, `${address}/read/telegram-1950-10-07`, {
      viewport: { width: 390, height: 844 },
    });
    const statement = page.getByRole('region', { name: 'Scan', exact: true }).locator('.desk-statement');
    const more = statement.getByRole('button');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await page.getByRole('button', { name: 'Full screen' }).focus();
    await page.keyboard.press('Tab');
    const link = statement.getByRole('link');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => more.getAttribute('aria-expanded')).toBe('true');
    // All of it is there to be read, from its first word.
    const words = statement.locator('.desk-statement-words');
    expect(
      await words.evaluate(({ scrollTop, scrollHeight, clientHeight }) => [
        scrollTop,
        scrollHeight - clientHeight,
      ]),
    ).toEqual([0, 0]);
  });

  it('of single letters can be turned off, and stay so', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=4`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Keyboard' }).click();
    await page.getByRole('checkbox', { name: 'single letter' }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await roomStands(page);
    await rows(page).nth(2).click();
    for (const key of ['n', 't', 'g', '/', '?']) await page.keyboard.press(key);
    await standsStill(page);
    expect(await page.locator('.desk-folio-count').innerText()).toBe('4 of 8');
    expect(await page.locator('.desk-panel, dialog[open]').count()).toBe(0);
    expect(
      await rows(page)
        .nth(2)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Control+End');
    await expect.poll(() => page.locator('.desk-folio-count').innerText()).toBe('8 of 8');
  });
});
