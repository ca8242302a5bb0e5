import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from './page.ts';

export type Box = { x: number; y: number; width: number; height: number };

/** Opens the room and waits until the scan stands still: only then a place has coordinates. */
export async function openRoom(
  browser: Browser,
  url: string,
  options: Parameters<typeof openPage>[2] = {},
): Promise<Page> {
  const page = await openPage(browser, url, options);
  await roomStands(page);
  return page;
}

/** Waits for a room that is opened, or opened again. */
export async function roomStands(page: Page): Promise<void> {
  // The page that the room takes over has rows too.
  await page.locator('.desk-room-open').getByRole('row').first().waitFor();
  // By the time that half a second has brought nothing more, nothing moves either.
  await page.waitForLoadState('networkidle');
}

export async function standsStill(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}

export const rows = (page: Page): Locator => page.getByRole('row');

/** What is lit, in pixels of the window, without the edge that is drawn around it. */
export async function litBoxes(page: Page): Promise<Box[]> {
  return page.locator('.desk-lit-edge').evaluateAll((edges) =>
    edges.flatMap((edge) => {
      const matrix = edge instanceof SVGGraphicsElement ? edge.getScreenCTM() : null;
      if (!(edge instanceof SVGGraphicsElement) || matrix === null) return [];
      const { x, y, width, height } = edge.getBBox();
      const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((point) =>
        point.matrixTransform(matrix),
      );
      return from === undefined || to === undefined
        ? []
        : [{ x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y }];
    }),
  );
}
