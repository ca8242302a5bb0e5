import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations, openPage } from './page.ts';
import { openRoom as openRoomIn, rows, standsStill, type Box } from './room.ts';

const address = inject('address');
const TELEGRAM = `${address}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openRoom = (url = TELEGRAM, options: Parameters<typeof openPage>[2] = {}) =>
  openRoomIn(browser, url, options);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page) => page.locator('.desk-controls [role=status]');
const note = (page: Page) => page.locator('.desk-altered');

/** Boxes of the transcription's lines on a leaf, in the canvas's units. */
async function publishedBoxes(leaf: string): Promise<Box[]> {
  const response = await fetch(`${address}/iiif/documents/telegram-1950-10-07/texts/ru/pages/${leaf}`);
  const page = z.object({ items: z.array(z.object({ target: z.string() })) }).parse(await response.json());
  return page.items.map(({ target }) => {
    const [x = 0, y = 0, width = 0, height = 0] = (target.split('#xywh=')[1] ?? '').split(',').map(Number);
    return { x, y, width, height };
  });
}

/** The middle of the pane without what lies over it, in grey from 0 to 255, and its colours. */
async function seen(page: Page): Promise<{ mean: number; spread: number; colour: number }> {
  const scan = await page.locator('.desk-scan-view').boundingBox();
  if (scan === null) throw new Error('there is no scan');
  const clip = {
    ...{ x: scan.x + scan.width * 0.3, y: scan.y + scan.height * 0.3 },
    ...{ width: scan.width * 0.4, height: scan.height * 0.25 },
  };
  const picture = sharp(await page.screenshot({ clip })).removeAlpha();
  const { channels } = await picture.stats();
  const grey = (
    await sharp(await picture.toBuffer())
      .grayscale()
      .stats()
  ).channels[0];
  const means = channels.map(({ mean }) => mean);
  return {
    mean: grey?.mean ?? 0,
    spread: grey?.stdev ?? 0,
    colour: Math.max(...means) - Math.min(...means),
  };
}

/** Of the lit places the share of dark pixels inside each and just beside it, whichever way the scan is turned. */
async function inkIn(page: Page): Promise<{ inside: number; beside: number }[]> {
  const places = await page.locator('.desk-lit-edge').evaluateAll((edges) =>
    edges.flatMap((edge) => {
      const matrix = edge instanceof SVGGraphicsElement ? edge.getScreenCTM() : null;
      if (!(edge instanceof SVGGraphicsElement) || matrix === null) return [];
      const { x, y, width, height } = edge.getBBox();
      return [
        {
          box: { x, y, width, height },
          matrix: [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f],
        },
      ];
    }),
  );
  // The light itself is none of the ink.
  await page.locator('.desk-lit, .desk-controls').evaluateAll((drawings) => {
    for (const drawing of drawings)
      if (drawing instanceof HTMLElement || drawing instanceof SVGElement)
        drawing.style.visibility = 'hidden';
  });
  const { data, info } = await sharp(await page.screenshot())
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const darkness = ({ x, y, width, height }: Box, matrix: readonly number[]) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
    let [dark, all] = [0, 0];
    for (let across = 0; across <= 1; across += 1 / 200) {
      for (let down = 0; down <= 1; down += 1 / 12) {
        const [px, py] = [x + across * width, y + down * height];
        const [left, top] = [Math.round(a * px + c * py + e), Math.round(b * px + d * py + f)];
        all += 1;
        if ((data[top * info.width + left] ?? 255) < 125) dark += 1;
      }
    }
    return dark / all;
  };
  return places.map(({ box, matrix }) => {
    const [a = 1, b = 0] = matrix;
    const pixel = 1 / Math.hypot(a, b);
    return {
      inside: darkness(box, matrix),
      beside: darkness({ ...box, y: box.y - 4 * pixel, height: 2 * pixel }, matrix),
    };
  });
}

describe('how the image is shown', () => {
  it('changes the pixels of the scan, and says so until it is reset', async () => {
    const page = await openRoom();
    const plain = await seen(page);
    expect(await note(page).count()).toBe(0);
    await button(page, 'Image').click();
    const contrast = page.getByRole('slider', { name: 'Contrast' });
    await contrast.fill('200');
    await standsStill(page);
    const harder = await seen(page);
    expect(harder.spread).toBeGreaterThan(plain.spread * 1.3);
    await contrast.fill('60');
    await standsStill(page);
    expect((await seen(page)).spread / plain.spread).toBeCloseTo(0.6, 1);
    await contrast.fill('100');
    await page.getByRole('slider', { name: 'Brightness' }).fill('60');
    await standsStill(page);
    const darker = await seen(page);
    expect(darker.mean / plain.mean).toBeCloseTo(0.6, 1);
    await page.getByRole('slider', { name: 'Brightness' }).fill('100');
    await page.getByRole('checkbox', { name: 'Negative' }).check();
    await standsStill(page);
    const negative = await seen(page);
    expect(Math.abs(negative.mean + plain.mean - 255)).toBeLessThan(3);
    await page.getByRole('checkbox', { name: 'Negative' }).uncheck();
    expect(plain.colour).toBeGreaterThan(15);
    await page.getByRole('checkbox', { name: 'Grey' }).check();
    await standsStill(page);
    expect((await seen(page)).colour).toBeLessThan(1);
    expect(await note(page).innerText()).toContain('Image changed: without colours');
    await page.keyboard.press('Escape');
    await note(page).getByRole('button', { name: 'Reset' }).click();
    await standsStill(page);
    const again = await seen(page);
    expect(Math.abs(again.mean - plain.mean)).toBeLessThan(0.5);
    expect(await note(page).count()).toBe(0);
    await expect.poll(() => said(page).innerText()).toBe('The image is shown as it was scanned');
  });

  it('stays while pages are turned and when the room is opened again, and for this document only', async () => {
    const page = await openRoom();
    await button(page, 'Image').click();
    await page.getByRole('slider', { name: 'Contrast' }).fill('140');
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    const words = 'Image changed: contrast 140\u00a0%, turned 90°';
    await expect.poll(() => note(page).innerText()).toContain(words);
    await button(page, 'Next page').click();
    await page.waitForLoadState('networkidle');
    await standsStill(page);
    expect(await note(page).innerText()).toContain(words);
    const filter = () =>
      page
        .locator('.openseadragon-canvas canvas')
        .first()
        .evaluate((e) => e.style.filter);
    expect(await filter()).toContain('contrast(1.4)');
    // Turned still, and whole: a sheet that lies on its side is broader than it is high.
    await button(page, 'Show lines').click();
    const all = await page
      .locator('.desk-all-edge')
      .first()
      .evaluate((edge) => {
        const { width, height } = edge.getBoundingClientRect();
        return width / height;
      });
    expect(all).toBeLessThan(1);
    await page.reload();
    await rows(page).first().waitFor();
    await expect.poll(() => note(page).innerText()).toContain(words);
    expect(await filter()).toContain('contrast(1.4)');
    await page.goto(`${address}/read/report-1938`);
    await page.locator('.desk-controls').waitFor();
    await standsStill(page);
    expect(await note(page).count()).toBe(0);
  });

  it('takes what others have put into its place for nothing', async () => {
    const page = await openRoom();
    await page.evaluate(
      (manifest) => sessionStorage.setItem(`diptych-image ${manifest}`, '{"contrast":"url(x)","degrees":{}}'),
      `${address}/iiif/documents/telegram-1950-10-07/manifest`,
    );
    await page.reload();
    await page.locator('.desk-controls').waitFor();
    await standsStill(page);
    expect(await note(page).count()).toBe(0);
  });

  it('lights up lines of a negative so that they shine', async () => {
    const page = await openRoom();
    await button(page, 'Image').click();
    await page.getByRole('checkbox', { name: 'Negative' }).check();
    await page.keyboard.press('Escape');
    await rows(page).nth(5).hover();
    await standsStill(page);
    const places = await page.locator('.desk-lit-wash rect, .desk-lit-wash path').evaluateAll((shapes) =>
      shapes.map((shape) => {
        const { x, y, width, height } = shape.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
    const [place] = places;
    if (place === undefined) throw new Error('nothing is lit');
    const brightness = async () => {
      const { channels } = await sharp(await page.screenshot({ clip: place }))
        .grayscale()
        .stats();
      return channels[0]?.mean ?? 0;
    };
    const lit = await brightness();
    await page.mouse.move(700, 20);
    await standsStill(page);
    expect(lit).toBeGreaterThan((await brightness()) + 15);
  });
});

describe('a turned scan', () => {
  it.each([90, -12.5, 180])('turned by %d degrees lights up the line where its ink is', async (degrees) => {
    const page = await openRoom();
    await button(page, 'Image').click();
    await page.getByRole('textbox', { name: 'Turn, in degrees' }).fill(String(degrees));
    await page.keyboard.press('Escape');
    await rows(page).nth(7).click();
    await page.mouse.move(700, 20);
    await standsStill(page);
    const ink = await inkIn(page);
    expect(ink.length).toBeGreaterThan(1);
    for (const { inside, beside } of ink) {
      expect(inside).toBeGreaterThan(0.04);
      expect(beside).toBeLessThan(inside / 2);
    }
  });

  it('answers to the pointer where its lines are seen', async () => {
    const page = await openRoom();
    await page.keyboard.press(']');
    await button(page, 'Show lines').click();
    await standsStill(page);
    const edges = page.locator('.desk-all-edge');
    const count = await edges.count();
    for (const index of [5, Math.floor(count / 2)]) {
      const box = await edges.nth(index).boundingBox();
      if (box === null) throw new Error('the line is not drawn');
      const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.3];
      await page.mouse.move(x, y - 1);
      await page.mouse.move(x, y);
      await expect
        .poll(() =>
          page.locator('.desk-lit-edge').evaluateAll(
            (lit, at) =>
              lit.filter((one) => {
                const { left, right, top, bottom } = one.getBoundingClientRect();
                return left < at.x && at.x < right && top < at.y && at.y < bottom;
              }).length,
            { x, y },
          ),
        )
        .toBeGreaterThan(0);
      await page.mouse.click(x, y);
      await expect.poll(() => page.locator('.desk-row-current').count()).toBe(1);
    }
  });

  it('is seen whole, and shares what is in view in the measure of the page', async () => {
    const page = await openRoom(`${TELEGRAM}?lang=en`);
    await page.keyboard.press(']');
    await page.keyboard.press('0');
    await standsStill(page);
    await expect.poll(() => said(page).innerText()).toBe('Whole page');
    await button(page, 'Share').click();
    expect(await page.getByRole('radio', { name: 'What is in view' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await standsStill(page);
    await button(page, 'Share').click();
    await page.getByRole('radio', { name: 'What is in view' }).check();
    const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
    const [, , width = 0, height = 0] = (new URL(link).searchParams.get('xywh') ?? '').split(',').map(Number);
    const pane = await page.locator('.desk-scan-view').boundingBox();
    if (pane === null) throw new Error('there is no scan');
    // What is across in the pane is down on the page.
    expect(Math.abs(height / width - (pane.width - 48) / (pane.height - 48))).toBeLessThan(0.01);
  });
});

describe('the lines on the scan', () => {
  it.each(['705', '706'])('are all outlined on demand on leaf %s, as many as there are', async (leaf) => {
    const page = await openRoom(`${TELEGRAM}?page=${leaf}`);
    const published = await publishedBoxes(leaf);
    expect(published.length).toBeGreaterThan(10);
    const edges = page.locator('.desk-all-edge');
    expect(await edges.count()).toBe(0);
    await page.keyboard.press('r');
    await expect.poll(() => edges.count()).toBe(published.length);
    expect(await button(page, 'Show lines').getAttribute('aria-pressed')).toBe('true');
    const drawn = await edges.evaluateAll((all) =>
      all
        .flatMap((edge) => (edge instanceof SVGGraphicsElement ? [edge.getBBox()] : []))
        .map(({ x, y }) => [x, y]),
    );
    expect(drawn.length).toBe(published.length);
    // Outlines may leave the box of a slanting line a little.
    for (const { x, y } of published) {
      expect(drawn.some(([left = 0, top = 0]) => Math.hypot(left - x, top - y) < 12)).toBe(true);
    }
    // The light stands out among them.
    await rows(page).nth(5).hover();
    await expect.poll(() => page.locator('.desk-lit-edge').count()).toBeGreaterThan(0);
    expect(await edges.count()).toBe(published.length);
    await page.keyboard.press('r');
    await expect.poll(() => edges.count()).toBe(0);
  });

  it('are of the texts that are shown, and none where all are put away', async () => {
    const page = await openRoom();
    await page.keyboard.press('r');
    await expect.poll(() => page.locator('.desk-all-edge').count()).toBeGreaterThan(10);
    const lines = await page.locator('.desk-all-edge').count();
    // Its sentences are fewer than the lines of the transcription, whose places they have otherwise.
    const other = await openRoom(`${TELEGRAM}?panes=scan,en-b`);
    await other.keyboard.press('r');
    await expect.poll(() => other.locator('.desk-all-edge').count()).toBeGreaterThan(10);
    expect(await other.locator('.desk-all-edge').count()).toBeLessThan(lines);
    await page.keyboard.press('2');
    await expect.poll(() => page.locator('.desk-all-edge').count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('in a %s room', (colorScheme) => {
  it.each([1440, 390])('the tools have no violation at %i px, open and closed', async (width) => {
    const page = await openRoom(TELEGRAM, { colorScheme, viewport: { width, height: 844 } });
    await button(page, 'Show lines').click();
    await button(page, 'Image').click();
    await page.getByRole('slider', { name: 'Contrast' }).fill('140');
    await page.getByRole('checkbox', { name: 'Negative' }).check();
    expect(await accessibilityViolations(page)).toEqual([]);
    // Nothing lies over the last of them.
    await button(page, 'Reset').click({ trial: true });
    await page.keyboard.press('Escape');
    await note(page).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
