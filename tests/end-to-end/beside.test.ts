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
    await dialog.getByLabel('Address of a page or a IIIF manifest').focus();
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

describe('a document of the same archive beside ours', () => {
  it('is chosen by keys alone, from its own collection or on the way through others', async () => {
    const asked: string[] = [];
    const page = await openOne();
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/iiif/collections/'))).toEqual([]);
    const dialog = await openDialog(page);
    const filter = dialog.getByRole('searchbox', { name: 'Words of the title' });
    const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);
    await expect.poll(() => hasFocus(filter)).toBe(true);
    const heading = dialog.getByRole('heading', { level: 3 });
    const entries = dialog.getByRole('listitem').getByRole('button');
    await expect.poll(() => entries.count()).toBe(2);
    expect(asked.filter((path) => path.startsWith('/iiif/collections/'))).toEqual([
      '/iiif/collections/f7-op3-d12',
    ]);
    expect(await heading.innerText()).toBe('The crossing of the Noran');
    expect(await entries.first().innerText()).toMatch(/^Telegram from Ol'shanikov.*\sis being read$/s);
    await dialog.getByRole('status').filter({ hasText: 'Documents: 2, collections: 0' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);

    // From the field down, and back up; all entries are one stop of the Tab key.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(entries.nth(1))).toBe(true);
    expect(await dialog.locator('.desk-archive-entry[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    expect(await hasFocus(filter)).toBe(true);

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.innerText()).toBe('Incoming telegrams and letters');
    expect(await hasFocus(heading)).toBe(true);
    await expect.poll(() => entries.count()).toBe(2);
    await filter.fill('MISSION');
    await dialog.getByRole('status').filter({ hasText: 'Nothing here' }).waitFor();
    await filter.fill('');
    await filter.press('ArrowDown');
    await page.keyboard.press('End');
    const name = await entries.last().innerText();
    expect(name).toMatch(/\sCollection$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.innerText()).toBe(name.split('\n')[0]);
    await filter.focus();
    await page.keyboard.type('dorokhov');
    await dialog.getByRole('status').filter({ hasText: 'Documents: 1, collections: 0' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await second(page).locator('.desk-title').waitFor();
    expect(parameter(page, 'beside')).toMatch(/\/iiif\/documents\/report-1950-11-06\/manifest$/);
  });

  it('is found among thousands by a word of its title, and no more are drawn than can be looked through', async () => {
    const url = `${inject('address')}/viewer?manifest=${encodeURIComponent(`${archive.base}/3/in-many/manifest`)}`;
    const page = await openPage(browser, url, { expectErrors: true, viewport: { width: 390, height: 844 } });
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    const dialog = await openDialog(page);
    const status = dialog.getByRole('status');
    await status.filter({ hasText: 'The first 50 of 3,000' }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(50);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await dialog.getByRole('searchbox').fill('2345');
    await status.filter({ hasText: 'Documents: 1' }).waitFor();
    await dialog.getByRole('button', { name: 'Letter No. 2345' }).click();
    await page.waitForURL((address) => address.searchParams.get('beside') === manifest());
  });

  it('is not there to choose where its list does not come, which is said, and can be tried again', async () => {
    const url = `${inject('address')}/viewer?manifest=${encodeURIComponent(`${archive.base}/3/in-none/manifest`)}`;
    const page = await openPage(browser, url, { expectErrors: true });
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    const dialog = await openDialog(page);
    await dialog.getByRole('alert').filter({ hasText: 'did not come. Its server answered 404.' }).waitFor();
    await page.route('**/3/nowhere', (route) =>
      route.fulfill({
        headers: { 'Access-Control-Allow-Origin': '*' },
        json: { type: 'Collection', label: 'Found again', items: [] },
      }),
    );
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByRole('status').filter({ hasText: 'Nothing is in this collection' }).waitFor();
    // The way by its address is open all the while.
    await dialog.getByRole('textbox').fill(manifest());
    await page.keyboard.press('Enter');
    await second(page).getByText('Ma chère mère,').waitFor();
  });

  it('is not offered where the manifest is in no collection, and the address has the keyboard', async () => {
    const page = await openPage(browser, `${inject('address')}/viewer?manifest=${manifest()}`, {
      expectErrors: true,
    });
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    const dialog = await openDialog(page);
    await expect
      .poll(() => dialog.getByRole('textbox').evaluate((input) => input === document.activeElement))
      .toBe(true);
    expect(await dialog.getByRole('searchbox').count()).toBe(0);
  });
});

describe('an address that people have before them', () => {
  const report = /\/iiif\/documents\/report-1938\/manifest$/;
  it.each<[what: string, address: () => string, opens: RegExp, canvas: RegExp | null]>([
    ['a document’s page', () => '/documents/report-1938', report, null],
    ['a page that is read', () => `${inject('address')}/read/report-1938?page=3`, report, /canvases\/3$/],
    ['a line that is read', () => '/read/telegram-1950-10-07?segment=ru.s30', /telegram/, /canvases\/706$/],
    ['another viewer', () => `https://uv.example/uv.html#?manifest=${manifest()}&cv=1`, /3\/manifest$/, null],
    ['a page with a link in its head', () => `${archive.base}/page`, /3\/manifest$/, null],
    ['a page with a link in its header', () => `${archive.base}/page-by-header`, /3\/manifest$/, null],
    ['a file with a link in its header', () => `${archive.base}/file.pdf`, /3\/manifest$/, null],
  ])('opens what it shows: %s', async (_what, address, opens, canvas) => {
    const page = await openOne();
    const dialog = await openDialog(page);
    await dialog.getByRole('textbox').fill(address());
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.has('beside'));
    expect(parameter(page, 'beside')).toMatch(opens);
    if (canvas === null) expect(parameter(page, 'beside-canvas')).toBeNull();
    else expect(parameter(page, 'beside-canvas')).toMatch(canvas);
    await second(page).locator('.desk-title').waitFor();
    // A page is read and not run, and nothing that is in it is fetched.
    expect(archive.asked).not.toContain('/in-page.jpg');
  });

  it('is said to lead nowhere with the reason and what to do', async () => {
    const page = await openOne();
    const dialog = await openDialog(page);
    for (const [typed, says] of [
      [`${archive.base}/silent-page`, 'does not name its IIIF manifest. Look there for its IIIF icon'],
      [`${archive.base}/hostile-page`, 'does not name its IIIF manifest'],
      [
        'http://127.0.0.1:9/page',
        'does not let other sites read its pages (CORS). If it is a page, look there',
      ],
      ['/documents/nowhere', '404'],
      ['/collections/f7-op3-d12', 'a collection'],
      ['//archive.example/page', 'no address of a manifest'],
    ] as const) {
      await dialog.getByRole('textbox').fill(typed);
      await page.keyboard.press('Enter');
      await dialog.getByRole('alert').filter({ hasText: says }).waitFor();
    }
    expect(parameter(page, 'beside')).toBeNull();
  });

  it('is what fingers are told of, which drag nothing', async () => {
    const page = await openPage(browser, READ, { hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    const dialog = await openDialog(page);
    await dialog.getByText('hold your finger on the IIIF icon').waitFor();
    expect(await dialog.getByText(/drag/i).count()).toBe(0);
  });

  it('has its field and its button in the narrowest window, in the longer words of Russian', async () => {
    const page = await openPage(browser, `${READ}?lang=ru`, { viewport: { width: 320, height: 700 } });
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    await page.getByRole('button', { name: 'Ещё', exact: true }).first().click();
    await page.getByRole('menuitem', { name: /Открыть рядом/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Открыть рядом другой документ' });
    await dialog.getByRole('status').filter({ hasText: 'Документов: 2, собраний: 0' }).waitFor();
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    expect((await dialog.getByRole('textbox').boundingBox())?.width).toBeGreaterThan(150);
  });

  it('may be dropped as well, on either zone', async () => {
    const page = await openOne();
    await dropOn(page, 'Open beside', `${inject('address')}/read/report-1938?page=3`);
    await page.waitForURL((url) => url.searchParams.has('beside'));
    expect(parameter(page, 'beside')).toMatch(report);
    expect(parameter(page, 'beside-canvas')).toMatch(/canvases\/3$/);
    await second(page).locator('.desk-title').waitFor();
    await dropOn(page, 'Open here', `${archive.base}/page`);
    await page.waitForURL('**/viewer?**');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(OTHER);
    expect(parameter(page, 'beside')).toMatch(report);
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
