import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations, openPage } from './page.ts';
import { openRoom } from './room.ts';

const address = inject('address');
const LETTER = 'letter-1950-10-12';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the signs of an edition in the reading room', () => {
  it('are seen, and heard in words', async () => {
    const page = await openRoom(browser, `${address}/read/${LETTER}`);
    const room = page.locator('.desk-room-open');
    const struck = room.locator('[data-segment] del');
    expect(await struck.textContent()).toBe('struck out: ten (end)');
    expect(await struck.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('line-through');
    const added = room.locator('[data-segment] ins');
    expect(await added.textContent()).toBe('added: eleven (end)');
    expect(await added.evaluate((one) => getComputedStyle(one, '::before').content)).toContain('\\');
    const uncertain = room.locator('[data-segment] .sign-uncertain');
    expect(await uncertain.textContent()).toBe('uncertain reading: fir (end)');
    expect(await uncertain.evaluate((one) => getComputedStyle(one, '::after').content)).toContain('[?]');
    const stamp = room.locator('[data-segment].form-stamp');
    expect(await stamp.getByText('Stamp', { exact: true }).isVisible()).toBe(true);
    expect(await stamp.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('solid');
    expect(await stamp.evaluate((one) => getComputedStyle(one).fontFamily)).toMatch(/^"?Source Sans/);
  });

  it('are explained as far as they occur on the page, and Escape ends that and nothing else', async () => {
    const page = await openRoom(browser, `${address}/read/${LETTER}`);
    const summary = page.locator('.desk-legend summary');
    const panel = page.getByRole('group', { name: 'Signs on this page' });
    await summary.focus();
    await page.keyboard.press('Enter');
    await panel.waitFor();
    const explained = (await panel.getByRole('listitem').allInnerTexts()).join('\n');
    expect(explained).toMatch(/Struck out.*Added.*not for sure.*Stamped/s);
    // The note in the margin stands on the second leaf.
    expect(explained).not.toContain('margin');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('have no legend where none occurs', async () => {
    const page = await openRoom(browser, `${address}/read/telegram-1950-10-07`);
    expect(await page.locator('.desk-legend').count()).toBe(0);
  });
});

it.each([1440, 390])('a document’s page shows and explains them at %i px', async (width) => {
  const page = await openPage(browser, `${address}/documents/${LETTER}`, {
    viewport: { width, height: 844 },
  });
  expect(await page.locator('.parallel-text').getByText('In the margin', { exact: true }).isVisible()).toBe(
    true,
  );
  expect(await page.locator('.parallel-text .sign-gap').first().textContent()).toBe('illegible: […]');
  expect(await page.locator('.parallel-text .form-footnote').textContent()).toMatch(/^Footnote: \* /);
  await page.getByText('Key to the signs', { exact: true }).click();
  expect(await page.locator('.legend li').count()).toBe(7);
  expect(await accessibilityViolations(page)).toEqual([]);
});

it('struck words, stamps and footnotes are found', async () => {
  for (const words of ['ten', '"13 Oct 1950"', '"added by hand"']) {
    const page = await openPage(browser, `${address}/search?q=${encodeURIComponent(words)}`);
    expect(await page.locator(`main a[href*="${LETTER}"]`).count(), words).toBeGreaterThan(0);
  }
});
