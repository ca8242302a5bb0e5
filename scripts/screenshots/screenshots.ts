import type { BrowserContextOptions, Page } from 'playwright-core';

/** One picture of the README. */
export type Screenshot = {
  /** Of the file in docs/screenshots/. */
  file: string;
  /** Of the window, CSS pixels; the picture has these proportions. */
  window: { width: number; height: number };
  /** Of the written picture, pixels. */
  width: number;
  scheme: NonNullable<BrowserContextOptions['colorScheme']>;
  /** In the program, from its root. */
  path: string;
  /** Whether it is read with a finger. */
  isTouched?: boolean;
  /** What a reader does before it is taken. */
  act: (page: Page) => Promise<void>;
};

const DESK = { width: 1280, height: 800 };

/** What the README shows, in its order. */
export const SCREENSHOTS: readonly Screenshot[] = [
  {
    file: 'reading-room.webp',
    ...{ window: DESK, width: 1280, scheme: 'light' },
    path: '/read/telegram-1950-10-07',
    act: async (page) => {
      await openRoom(page);
      await page.getByRole('row').nth(6).click();
      await page.locator('.desk-lit-edge').first().waitFor({ state: 'attached' });
    },
  },
  {
    file: 'three-panes-dark.webp',
    ...{ window: DESK, width: 1280, scheme: 'dark' },
    path: '/read/telegram-1950-10-07',
    act: async (page) => {
      await openRoom(page);
      await page.getByRole('combobox', { name: 'Add a text beside these' }).selectOption({ index: 1 });
      await page.getByText('Linked by machine').waitFor();
      await page.getByRole('row').nth(5).click();
      await page.locator('.desk-lit-edge').first().waitFor({ state: 'attached' });
    },
  },
  {
    file: 'document.webp',
    ...{ window: DESK, width: 1280, scheme: 'light' },
    path: '/documents/telegram-1950-10-07',
    act: openPictures,
  },
  {
    file: 'search.webp',
    ...{ window: DESK, width: 1280, scheme: 'light' },
    path: '/search?q=ferry',
    act: openPictures,
  },
  {
    file: 'evidence.webp',
    ...{ window: DESK, width: 1280, scheme: 'light' },
    path: '/read/telegram-1950-10-07',
    act: async (page) => {
      await openRoom(page);
      await page.getByRole('row').nth(6).click();
      await page.keyboard.press('e');
      await page.getByRole('button', { name: 'Copy: Plain text' }).waitFor();
      await openPictures(page);
    },
  },
  {
    file: 'phone.webp',
    ...{ window: { width: 390, height: 780 }, width: 585, scheme: 'light', isTouched: true },
    path: '/read/telegram-1950-10-07',
    act: async (page) => {
      await openRoom(page);
      await page.getByRole('row').nth(3).tap();
      await page.locator('.desk-lit-edge').first().waitFor({ state: 'attached' });
    },
  },
];

/** Until the scan stands in its room with its rows. */
async function openRoom(page: Page): Promise<void> {
  await page.locator('.desk-room-open').getByRole('row').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Until every picture in view is there. */
async function openPictures(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() =>
    [...document.images].every(
      (image) => image.complete || image.getBoundingClientRect().top > window.innerHeight,
    ),
  );
}
