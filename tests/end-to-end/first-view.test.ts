import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';
import { openRoom } from './room.ts';

const address = inject('address');
const READ = `${address}/read/telegram-1950-10-07`;

/** Bytes, compressed as servers do it: scripts and styles together. */
const MOST = 450_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const isScript = (path: string) => path.endsWith('.js');

/** The scripts and styles that the page itself names. */
function named(html: string): string[] {
  const links = [...html.matchAll(/<(?:link|script)\b[^>]*>/g)].filter(([tag]) =>
    /rel="(?:modulepreload|stylesheet)"|type="module"/.test(tag),
  );
  return links.flatMap(([tag]) => /(?:href|src)="([^"]*)"/.exec(tag)?.[1] ?? []);
}

const askedFor = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
};

describe('the first view of the reading room', () => {
  it.each(['en', 'ru'])('weighs no more than it may, in %s', async (language) => {
    const html = await (await fetch(`${READ}?lang=${language}`)).text();
    const files = named(html);
    expect(files.filter(isScript).length).toBeGreaterThan(0);
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
    const weights = await Promise.all(
      files.map(async (file) => {
        const response = await fetch(file);
        expect(response.headers.get('cache-control')).toContain('immutable');
        return gzipSync(await response.bytes()).length;
      }),
    );
    expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThan(MOST);
  });

  it.each(['en', 'ru'])('needs no script that the page does not name, in %s', async (language) => {
    const html = await (await fetch(`${READ}?lang=${language}`)).text();
    // Nothing is fetched ahead for who saves data.
    const page = await openPage(browser, 'about:blank');
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    const asked = askedFor(page);
    await page.goto(`${READ}?lang=${language}`);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('/iiif/image/')).length).toBeGreaterThan(0);
    expect(asked.filter(isScript).toSorted()).toEqual(named(html).filter(isScript).toSorted());
  });
});

describe('what the page has fetched ahead for the room', () => {
  it('is what the room asks for, and is not fetched twice', async () => {
    const page = await openPage(browser, READ);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    await page.waitForLoadState('networkidle');
    const ahead = await page
      .locator('link[rel=preload]')
      .evaluateAll((links) => links.flatMap((link) => link.getAttribute('href') ?? []));
    expect(ahead.map((url) => url.split('/').at(-1))).toEqual(['manifest', 'info.json']);
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(
      fetched.filter((url) => url.endsWith('/manifest') || url.endsWith('/info.json')).toSorted(),
    ).toEqual(ahead.toSorted());
  });
});

describe('a part of the room that is not in its first script', () => {
  it('has come by the time that it is asked for', async () => {
    const page = await openRoom(browser, READ);
    // By itself, once the browser has nothing else to do.
    const came = (part: string) =>
      page.evaluate(
        (name) => performance.getEntriesByType('resource').some((one) => one.name.includes(name)),
        part,
      );
    for (const part of ['dialog-contents', 'image-fields'])
      await expect.poll(() => came(part), { timeout: 10_000 }).toBe(true);
    await page.waitForLoadState('networkidle');
    const asked = askedFor(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('checkbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Image', exact: true }).click();
    await page.getByRole('slider').first().waitFor();
    expect(asked.filter(isScript)).toEqual([]);
  });

  it('is said to be on its way, or not to have come, and can be asked for again', async () => {
    const page = await openPage(browser, 'about:blank', { expectErrors: true });
    const uncaught: string[] = [];
    page.on('pageerror', ({ message }) => uncaught.push(message));
    let answers: 'none' | 'late' | 'yes' = 'none';
    await page.route(/dialog-contents/, async (route) => {
      if (answers === 'none') return route.abort();
      if (answers === 'late') await page.getByRole('status').getByText('Loading …').waitFor();
      return route.continue();
    });
    await page.goto(READ);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();

    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.getByRole('alert').getByText('could not be loaded').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await page.keyboard.press('?');
    await dialog.getByRole('button', { name: 'Try again' }).waitFor();
    answers = 'late';
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByRole('checkbox').waitFor();
    expect(uncaught).toEqual([]);
  });

  it('gives the keyboard back to what opened it where it has not come', async () => {
    const page = await openPage(browser, 'about:blank', { expectErrors: true });
    await page.route(/image-fields/, (route) => route.abort());
    await page.goto(READ);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    const opener = page.getByRole('button', { name: 'Image', exact: true });
    await opener.click();
    await page.getByRole('alert').getByText('could not be loaded').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('takes the keyboard also where it was long in coming', async () => {
    const page = await openPage(browser, 'about:blank', { expectErrors: true });
    await page.route(/dialog-contents/, async (route) => {
      await page.getByRole('status').getByText('Loading …').waitFor();
      return route.continue();
    });
    await page.goto(READ);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    await page.locator('.desk-bar').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Open another beside …' }).click();
    const field = page.getByRole('dialog').getByRole('searchbox');
    await field.waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('leaves the room in English where the messages of its language do not come', async () => {
    const page = await openPage(browser, 'about:blank', { expectErrors: true });
    await page.route(/\/ru-[^/]*\.js$/, (route) => route.abort());
    await page.goto(`${READ}?lang=ru`);
    await page.locator('.desk-room-open').getByRole('row').first().waitFor();
    expect(await page.locator('#reading-room').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Cite' }).waitFor();
  });
});
