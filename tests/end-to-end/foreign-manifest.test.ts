import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startForeignArchive, type ForeignArchive } from './foreign-archive.ts';
import { openPage } from './page.ts';

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

describe.each(['2', '3'])('a manifest that is not ours, of Presentation %s', (version) => {
  it('is read beside its scans, leaf by leaf, and lights up where its lines stand', async () => {
    const url = `${inject('address')}/viewer?manifest=${encodeURIComponent(`${archive.base}/${version}/manifest`)}`;
    archive.asked.length = 0;
    // What is not there (an image that a line smuggles in) is told by the browser as an error.
    const page = await openPage(browser, url, { expectErrors: true });
    const [rows, lit] = [page.getByRole('row'), page.locator('.desk-lit-edge')];
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await page.getByRole('grid').innerText()).toMatch(/Ma chère mère,[^]*je me porte bien/);
    expect(await page.getByText('not a word of the letter').count()).toBe(0);
    expect(await page.locator('[data-segment]').first().getAttribute('lang')).toBe('fr');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('A letter of another archive');
    expect(await page.getByText('f. 1r').count()).toBeGreaterThan(0);
    expect(await page.getByText('Held by another archive').count()).toBeGreaterThan(0);
    await page.waitForTimeout(1500);
    await rows.first().click();
    await expect.poll(() => lit.count()).toBeGreaterThan(0);
    expect(archive.asked).toContain('/scan-a.jpg');

    await page.getByRole('button', { name: /next/i }).first().click();
    await page.getByText('Seconde page').first().waitFor();
    expect(await rows.count()).toBe(1);
    await page.waitForTimeout(1500);
    await rows.first().click();
    await expect.poll(() => lit.count()).toBeGreaterThan(0);
    expect(archive.asked).toContain('/scan-b.jpg');
    expect(await page.title()).not.toBe('stolen');
  });
});
