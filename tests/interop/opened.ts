import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, onTestFinished } from 'vitest';

export type Opened = {
  page: Page;
  /** What our server answered to the viewer so far: status and address. */
  answers: { status: number; url: string }[];
};

/** Opens a viewer in a new window, until the test is finished, and listens to what it asks of the server at `base`. */
export async function openViewer(browser: Browser, url: string, base: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const answers: Opened['answers'] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(base)) answers.push({ status: response.status(), url: response.url() });
  });
  await page.goto(url);
  return { page, answers };
}

/** Waits until a scan came in tiles or pictures, and ink on paper is to be seen where the viewer draws. */
export async function expectScan({ answers }: Opened, place: Locator, version: 2 | 3): Promise<void> {
  const pictures = () => answers.filter(({ url }) => url.includes(`/iiif/image/${version}/`));
  await place.waitFor();
  await expect
    .poll(() => pictures().filter(({ url }) => url.endsWith('.jpg')).length, patience)
    .toBeGreaterThan(0);
  await expect.poll(() => contrast(place), patience).toBeGreaterThan(10);
  expectNoRefusal(answers);
}

/** Nothing that a viewer asks for may be refused. */
export function expectNoRefusal(answers: Opened['answers']): void {
  expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
}

export const patience = { timeout: 30_000, interval: 250 };

/** Mean over the channels of the standard deviation of a place's pixels (0 to 255): 0 of a blank one. */
async function contrast(place: Locator): Promise<number> {
  const { channels } = await sharp(await place.screenshot())
    .removeAlpha()
    .stats();
  return channels.reduce((sum, { stdev }) => sum + stdev, 0) / channels.length;
}
