import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations } from './page.ts';
import { startLongDocument, type LongDocument } from './long-document.ts';
import { litBoxes, openRoom, roomStands, rows, standsStill } from './room.ts';

const address = inject('address');

let browser: Browser;
let volumes: LongDocument;
beforeAll(async () => {
  [browser, volumes] = await Promise.all([launchBrowser(), startLongDocument()]);
});
afterAll(async () => {
  volumes.close();
  await browser.close();
});

async function openBook(page: Page, other: string): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Two pages side by side' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 2, name: other, exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await standsStill(page);
}

const folio = (page: Page) => page.locator('.desk-folio-count').innerText();
const pageIn = (page: Page) => new URL(page.url()).searchParams.get('page');

/** The pages whose texts are shown, by their headings. */
const shown = (page: Page) => page.locator('.desk-texts').getByRole('heading', { level: 2 }).allInnerTexts();

/** What the scan is called, which names the pages that lie on it. */
const scan = (page: Page) => page.getByRole('img', { name: /^Scan of page / }).getAttribute('aria-label');

describe('two pages side by side', () => {
  it('have the texts of both beside them, and light places on either', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=3`);
    const before = await rows(page).count();
    await openBook(page, '4');
    expect(await rows(page).count()).toBeGreaterThan(before);
    const view = await page.locator('.desk-scan-view').boundingBox();
    if (view === null) throw new Error('there is a scan');
    const middle = view.x + view.width / 2;
    await rows(page).first().click();
    await standsStill(page);
    const [left] = await litBoxes(page);
    expect((left?.x ?? middle) + (left?.width ?? 0)).toBeLessThan(middle);
    const other = page.getByRole('row', { name: /The export of timber/ });
    await other.click();
    await standsStill(page);
    const [right] = await litBoxes(page);
    expect(right?.x).toBeGreaterThan(middle);
    // Who reads the other page is on it, in the bar, in the address and in what is shared.
    await expect.poll(() => folio(page)).toBe('4 of 8');
    expect(pageIn(page)).toBe('4');
    expect(await accessibilityViolations(page)).toEqual([]);
    // A click on the scan finds the row of the page that it is on.
    const [lit] = await litBoxes(page);
    await rows(page).first().click();
    await page.mouse.click((lit?.x ?? 0) + 20, (lit?.y ?? 0) + 4);
    await expect.poll(() => other.getAttribute('aria-selected')).toBe('true');
  });

  it('turn by two, and are one again on a phone', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938?page=3`);
    await openBook(page, '4');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => folio(page)).toBe('5 of 8');
    await page.getByRole('heading', { level: 2, name: '6', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => folio(page)).toBe('4 of 8');
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => page.getByRole('heading', { level: 2, name: '3', exact: true }).count()).toBe(0);
    expect(await folio(page)).toBe('4 of 8');
  });

  it('are the two leaves of a telegram, from either of them', async () => {
    const page = await openRoom(browser, `${address}/read/telegram-1950-10-07`);
    await openBook(page, '706');
    expect(await shown(page)).toEqual(['705', '706']);
    expect(await scan(page)).toMatch(/^Scan of page 705, 706;/);
    // Both scans are there, the one right of the other.
    const view = await page.locator('.desk-scan-view').boundingBox();
    const middle = (view?.x ?? 0) + (view?.width ?? 0) / 2;
    for (const [row, isLeft] of [
      [rows(page).first(), true],
      [rows(page).last(), false],
    ] as const) {
      await row.click();
      await standsStill(page);
      const [lit] = await litBoxes(page);
      expect((lit?.x ?? Number.NaN) < middle).toBe(isLeft);
    }
    await expect.poll(() => folio(page)).toBe('2 of 2');
    expect(pageIn(page)).toBe('706');
    // There is nothing beyond the two.
    for (const name of ['Next page', 'Previous page']) {
      expect(await page.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
    }
    // The list turns to one of the two that are shown, and both stay.
    await page.getByRole('button', { name: 'Pages and contents' }).click();
    await page.getByRole('button', { name: /705/ }).last().click();
    await expect.poll(() => folio(page)).toBe('1 of 2');
    await expect.poll(() => pageIn(page)).toBe('705');
    expect(await shown(page)).toEqual(['705', '706']);
    // A link to the other leaf opens both as well.
    await page.goto(`${address}/read/telegram-1950-10-07?page=706`);
    await roomStands(page);
    await expect.poll(() => shown(page)).toEqual(['705', '706']);
    expect(await folio(page)).toBe('2 of 2');
  });

  it('begin with the front alone where the manifest says that the pages are bound', async () => {
    const manifest = encodeURIComponent(volumes.manifest(6, 'paged'));
    const page = await openRoom(browser, `${address}/viewer?manifest=${manifest}`);
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Two pages side by side' }).check();
    await page.keyboard.press('Escape');
    expect(await scan(page)).toMatch(/^Scan of page 1 recto;/);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => shown(page)).toEqual(['1 verso', '2 recto']);
    await expect.poll(() => scan(page)).toMatch(/^Scan of page 1 verso, 2 recto;/);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => scan(page)).toMatch(/^Scan of page 1 recto;/);
  });
});
