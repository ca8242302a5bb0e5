import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { encodeContentState } from '../../viewer/iiif/content-state-encoding.ts';
import { litBoxes, standsStill } from './room.ts';

/** The address that opens a content state. */
export const viewer = (content: string | object) =>
  `${inject('address')}/viewer?iiif-content=${encodeURIComponent(typeof content === 'string' ? content : encodeContentState(content))}`;

export const folio = (page: Page) => page.getByRole('navigation', { name: 'Pages' }).innerText();
/** The row that the reader is on. */
export const picked = (page: Page) => page.locator('[role=row][aria-selected=true]');

/** What is lit lies in the pane, whole; answers how much of the pane's width it takes. */
export async function shareOfPane(page: Page): Promise<number> {
  await expect.poll(async () => (await litBoxes(page)).length).toBeGreaterThan(0);
  await standsStill(page);
  const pane = await page.locator('.openseadragon-canvas').first().boundingBox();
  const boxes = await litBoxes(page);
  if (pane === null) throw new Error('there is no scan');
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(pane.x);
    expect(box.y).toBeGreaterThanOrEqual(pane.y);
    expect(box.x + box.width).toBeLessThanOrEqual(pane.x + pane.width);
    expect(box.y + box.height).toBeLessThanOrEqual(pane.y + pane.height);
  }
  return Math.max(...boxes.map(({ width, height }) => Math.max(width / pane.width, height / pane.height)));
}

/** The picked row says this, and comes into view among the texts. */
export async function expectPicked(page: Page, words: string): Promise<void> {
  await expect.poll(() => picked(page).count()).toBe(1);
  expect(await picked(page).innerText()).toContain(words);
  await expect
    .poll(() =>
      picked(page).evaluate((row) => {
        const [own, pane] = [row, row.closest('.desk-scroll')].map((box) => box?.getBoundingClientRect());
        if (own === undefined || pane === undefined) return false;
        return own.top >= pane.top - 1 && own.bottom <= pane.bottom + 1;
      }),
    )
    .toBe(true);
}
