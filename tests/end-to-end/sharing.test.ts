import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startStateArchive, type StateArchive } from './state-archive.ts';
import { expectPicked, folio, picked, shareOfPane, viewer } from './opened-place.ts';
import { accessibilityViolations } from './page.ts';
import { litBoxes, openRoom, rows } from './room.ts';

const address = inject('address');
const READ = `${address}/read/telegram-1950-10-07`;

let browser: Browser;
let archive: StateArchive;
let base = '';
beforeAll(async () => {
  [browser, archive] = await Promise.all([launchBrowser(), startStateArchive()]);
  ({ base } = archive);
});
afterAll(async () => {
  await browser.close();
  archive.close();
});

describe('sharing', () => {
  const open = async (page: Page) => {
    const button = page.getByRole('button', { name: 'Share' });
    if (await button.isVisible()) await button.click();
    else {
      // On a phone it is in the menu.
      await page.locator('.desk-bar').getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Share' }).click();
    }
    return page.getByRole('dialog', { name: 'Share' });
  };
  /** Copies the link to what is chosen by the button, and answers what then is in the clipboard. */
  const copy = async (page: Page, extent: string, link: string) => {
    const dialog = await open(page);
    await dialog.getByRole('radio', { name: extent }).check();
    await dialog.getByRole('button', { name: `Copy: ${link}`, exact: true }).click();
    await expect.poll(() => dialog.getByRole('status').allInnerTexts()).toContain('Copied');
    await page.keyboard.press('Escape');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const permissions = ['clipboard-read', 'clipboard-write'];

  it.each(['Link', 'IIIF link'])('gives a link to the line that opens it again: %s', async (link) => {
    const page = await openRoom(browser, READ, { permissions });
    await rows(page).nth(12).click();
    const words = await picked(page).innerText();
    const url = await copy(page, 'This passage', link);
    expect(await picked(page).innerText()).toBe(words);
    const fresh = await openRoom(browser, url);
    await expectPicked(fresh, words.split('\n')[0] ?? '');
    expect(await litBoxes(fresh)).toEqual(await litBoxes(page));
  });

  it.each(['Link', 'IIIF link'])('gives a link to the page, and to the document: %s', async (link) => {
    const page = await openRoom(browser, `${READ}?page=706`, { permissions });
    const [toPage, toDocument] = [await copy(page, 'This page', link), await copy(page, 'Document', link)];
    expect(await folio(await openRoom(browser, toPage))).toContain('706');
    expect(await folio(await openRoom(browser, toDocument))).toContain('705');
  });

  it.each(['Link', 'IIIF link'])(
    'gives a link to what is in view, which shows it again: %s',
    async (link) => {
      const page = await openRoom(browser, READ, { permissions });
      const dialog = await open(page);
      expect(await dialog.getByRole('radio', { name: 'What is in view' }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
      await rows(page).nth(5).hover();
      await page.waitForTimeout(800);
      const before = await litBoxes(page);
      const fresh = await openRoom(browser, await copy(page, 'What is in view', link));
      expect(await shareOfPane(fresh)).toBeGreaterThan(0.85);
      await rows(fresh).nth(5).hover();
      await fresh.waitForTimeout(800);
      const after = await litBoxes(fresh);
      expect(after).toHaveLength(before.length);
      after.forEach((box, index) => {
        expect(Math.abs(box.x - (before[index]?.x ?? NaN))).toBeLessThan(4);
        expect(Math.abs(box.y - (before[index]?.y ?? NaN))).toBeLessThan(4);
      });
    },
  );

  it('names the line of the translation that the reader has chosen', async () => {
    const page = await openRoom(browser, READ, { permissions });
    const chooser = page.getByRole('combobox', { name: 'Text in column 2' });
    const names = await chooser.getByRole('option').allInnerTexts();
    await chooser.selectOption({ label: names.find((name) => name.includes('Bruno')) ?? '' });
    await rows(page).nth(3).click();
    const words = await picked(page).innerText();
    const link = await copy(page, 'This passage', 'Link');
    expect(link).toMatch(/&segment=en-b\.s\d+&panes=scan,ru,en-b$/);
    const fresh = await openRoom(browser, link);
    await expectPicked(fresh, words);
    // The same of one that was linked by hand.
    await chooser.selectOption({ label: names.find((name) => name.includes('Adela')) ?? '' });
    await rows(page).nth(8).click();
    expect(await copy(page, 'This passage', 'Link')).toMatch(/&segment=en-a\.s\d+$/);
  });

  it('names the sentence that was clicked, though its line has the end of another', async () => {
    const page = await openRoom(browser, `${address}/read/report-1950-11-06?page=14`, { permissions });
    const sentence = page.locator('.desk-texts [data-segment]', { hasText: 'The ferry is working' }).first();
    await sentence.click();
    const words = await picked(page).innerText();
    const byPointer = await copy(page, 'This passage', 'Link');
    const name = (await sentence.getAttribute('data-segment'))?.split('/').at(-1);
    expect(new URL(byPointer).searchParams.get('segment')).toBe(`en.${name}`);
    // By keys no text of the row is meant more than another.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await picked(page).innerText()).toBe(words);
    for (const link of [byPointer, await copy(page, 'This passage', 'Link')]) {
      const fresh = await openRoom(browser, link);
      await expectPicked(fresh, 'The ferry is working');
      expect(await picked(fresh).innerText()).toBe(words);
      expect(await picked(fresh).evaluate((row) => row === document.activeElement)).toBe(true);
    }
  });

  it('gives an IIIF link alone where the document is another archive’s, which opens its line', async () => {
    const page = await openRoom(browser, viewer(`${base}/manifest`), { permissions });
    await rows(page).nth(2).click();
    const url = await copy(page, 'This passage', 'Link');
    expect(url).toContain('/viewer?iiif-content=');
    const fresh = await openRoom(browser, url);
    await expectPicked(fresh, 'et vous embrasse 1');
  });

  it('is done with keys alone, and leaves the reader where they were', async () => {
    const page = await openRoom(browser, `${READ}?segment=ru.s20`);
    await page.getByRole('button', { name: 'Share' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.waitFor();
    expect(await dialog.getByRole('radio', { name: 'This passage' }).isChecked()).toBe(true);
    const link = dialog.getByRole('textbox', { name: 'Link', exact: true });
    expect(await link.inputValue()).toBe(`${READ}?page=705&segment=ru.s20`);
    await dialog.getByRole('radio', { name: 'This passage' }).focus();
    await page.keyboard.press('ArrowUp');
    expect(await link.inputValue()).toBe(`${READ}?page=705`);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await expectPicked(page, 'Кроме того, заметил он');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Share');
  });

  it('marks the address where the browser does not let a page copy', async () => {
    const page = await openRoom(browser, READ);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const dialog = await open(page);
    await dialog.getByRole('button', { name: 'Copy: Link', exact: true }).click();
    await dialog.getByText('does not let the page copy').waitFor();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(`${READ}?page=705`);
  });

  it.each([
    ['light', 1440],
    ['light', 390],
    ['dark', 1440],
    ['dark', 390],
  ] as const)('has a dialog without violations, in a %s room of %i px', async (colorScheme, width) => {
    const page = await openRoom(browser, `${READ}?segment=ru.s20`, {
      colorScheme,
      viewport: { width, height: 844 },
    });
    await open(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
