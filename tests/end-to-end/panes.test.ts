import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations } from './page.ts';
import { litBoxes, openRoom, rows, standsStill } from './room.ts';

const address = inject('address');
const telegram = `${address}/read/telegram-1950-10-07`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const toggle = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('group', { name: 'Panes' }).getByRole('button', { name });
const scan = (page: Page): Locator => page.getByRole('region', { name: 'Scan', exact: true });
const texts = (page: Page): Locator => page.getByRole('region', { name: 'Texts', exact: true });
const chooser = (page: Page, number: number): Locator =>
  page.getByRole('combobox', { name: `Text in column ${number}` });
const chosen = (page: Page, number: number): Promise<string> =>
  chooser(page, number).getByRole('option', { selected: true }).innerText();
const menu = (page: Page): Locator => page.getByRole('button', { name: 'View', exact: true });
const boxOf = async (place: Locator) => {
  const box = await place.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box;
};
const panesIn = (page: Page): string | null => new URL(page.url()).searchParams.get('panes');

describe('the panes', () => {
  it('stand side by side in any combination, with aligned rows, and the address says which', async () => {
    const page = await openRoom(browser, telegram, { viewport: { width: 1680, height: 900 } });
    expect(await texts(page).getByRole('grid').count()).toBe(1);
    await toggle(page, /Bruno/).click();
    await expect.poll(() => rows(page).first().getByRole('gridcell').count()).toBe(3);
    expect(panesIn(page)).toBe('scan,ru,en-a,en-b');
    const [one, two, three] = await rows(page).nth(1).getByRole('gridcell').all();
    const tops = [];
    for (const cell of [one, two, three]) tops.push(cell === undefined ? -1 : (await boxOf(cell)).y);
    expect(new Set(tops).size).toBe(1);
    await toggle(page, 'Transcription').click();
    await expect.poll(() => rows(page).first().getByRole('gridcell').count()).toBe(2);
    expect(panesIn(page)).toBe('scan,en-a,en-b');
    await toggle(page, 'Scan').click();
    await expect.poll(() => scan(page).count()).toBe(0);
    expect(panesIn(page)).toBe('en-a,en-b');
    await toggle(page, 'Scan').click();
    await scan(page).waitFor();
    await toggle(page, /Adela/).click();
    await toggle(page, /Bruno/).click();
    await expect.poll(() => texts(page).count()).toBe(0);
    expect(panesIn(page)).toBe('scan');
    // Whoever hides the last pane gets the other.
    await toggle(page, 'Scan').click();
    await texts(page).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('open as an address says, without changing what the reader is used to', async () => {
    const page = await openRoom(browser, `${telegram}?panes=en-b,ru,scan`);
    expect((await boxOf(scan(page))).x).toBeGreaterThan((await boxOf(texts(page))).x);
    expect(await chosen(page, 1)).toContain('Bruno');
    expect(await chosen(page, 2)).toContain('Transcription');
    await page.goto(telegram);
    await rows(page).first().waitFor();
    expect((await boxOf(scan(page))).x).toBeLessThan((await boxOf(texts(page))).x);
    expect(await chosen(page, 1)).toContain('Transcription');
  });

  it('are remembered for the next visit, the texts for this document and the room for all', async () => {
    const page = await openRoom(browser, telegram);
    await chooser(page, 2).selectOption({ index: 2 });
    await menu(page).click();
    await page.getByRole('radio', { name: 'Scan above' }).check();
    await page.getByRole('radio', { name: 'Flowing' }).check();
    await page.keyboard.press('Escape');
    await page.goto(telegram);
    await rows(page).first().waitFor();
    expect(await chosen(page, 2)).toContain('Bruno');
    expect((await boxOf(scan(page))).y).toBeLessThan((await boxOf(texts(page))).y);
    await page.goto(`${address}/read/report-1938`);
    await rows(page).first().waitFor();
    expect((await boxOf(scan(page))).y).toBeLessThan((await boxOf(texts(page))).y);
    await menu(page).click();
    expect(await page.getByRole('radio', { name: 'Flowing' }).isChecked()).toBe(true);
  });

  it('bear what anyone may have left in the browser’s storage', async () => {
    const page = await openRoom(browser, telegram);
    for (const kept of [
      '{"side":7,"beside":"x","weights":{"a":1}}',
      'no JSON',
      '[[[]]]',
      '{"scan":false,"texts":false}',
    ]) {
      await page.evaluate((value) => {
        localStorage.setItem('diptych.reading-room', value);
        localStorage.setItem('diptych.columns', value);
      }, kept);
      await page.reload();
      await texts(page).waitFor();
      await rows(page).first().waitFor();
    }
  });

  it('change places, by the heads of their columns', async () => {
    const page = await openRoom(browser, telegram);
    const [first, second] = [await chosen(page, 1), await chosen(page, 2)];
    await chooser(page, 1).hover();
    await page.getByRole('button', { name: /^Move on: Transcription/ }).click();
    await expect.poll(() => chosen(page, 1)).toBe(second);
    expect(await chosen(page, 2)).toBe(first);
    await chooser(page, 2).hover();
    await page.getByRole('button', { name: /^Hide: Transcription/ }).click();
    await expect.poll(() => chooser(page, 2).count()).toBe(0);
    await page.getByRole('combobox', { name: 'Add a text' }).selectOption({ label: first });
    await expect.poll(() => chosen(page, 2)).toBe(first);
  });

  it('are resized by pointer and by keys, between scan and texts and between columns', async () => {
    const page = await openRoom(browser, telegram);
    const divider = page.getByRole('separator', { name: 'Divider between scan and texts' });
    const before = await boxOf(scan(page));
    const grip = await boxOf(divider);
    await page.mouse.move(grip.x, grip.y + 300);
    await page.mouse.down();
    await page.mouse.move(grip.x - 200, grip.y + 320, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await boxOf(scan(page))).width).toBeCloseTo(before.width - 200, -1);
    await divider.focus();
    await page.keyboard.press('End');
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('85');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('83');
    await page.keyboard.press('Enter');
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('50');
    const columns = page.getByRole('separator', { name: 'Divider behind column 1' });
    const [cell] = await rows(page).first().getByRole('gridcell').all();
    const width = cell === undefined ? 0 : (await boxOf(cell)).width;
    await columns.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => (cell === undefined ? 0 : (await boxOf(cell)).width))
      .toBeGreaterThan(width * 1.1);
  });

  it('keep the light: a row lights its place wherever the panes stand', async () => {
    const page = await openRoom(browser, `${telegram}?panes=scan-above,ru,en-a,en-b`);
    await rows(page).nth(3).click();
    await standsStill(page);
    const [lit] = await litBoxes(page);
    const area = await boxOf(scan(page));
    if (lit === undefined) throw new Error('nothing is lit');
    expect(lit.y).toBeGreaterThan(area.y);
    expect(lit.y + lit.height).toBeLessThan(area.y + area.height);
  });

  it('let the scan follow the text as it is scrolled, unless the reader does not want that', async () => {
    const page = await openRoom(browser, `${address}/read/report-1938`);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await standsStill(page);
    const matrix = () => page.locator('.desk-lit-wash g').first().getAttribute('transform');
    /** How far the scan is moved by a stroke of the wheel over the text, where the pointer rests already. */
    const moved = async () => {
      const { x, y } = await boxOf(page.locator('.desk-scroll'));
      await page.mouse.move(x + 200, y + 200);
      await page.waitForTimeout(800);
      const before = await matrix();
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(1200);
      return (await matrix()) !== before;
    };
    const follow = async (isOn: boolean) => {
      await menu(page).click();
      await page.getByRole('checkbox', { name: /Follows the text/ }).setChecked(isOn);
      await page.keyboard.press('Escape');
    };
    await follow(false);
    expect(await moved()).toBe(false);
    await page.mouse.wheel(0, -2000);
    await follow(true);
    expect(await moved()).toBe(true);
  });
});

describe('how the texts are set', () => {
  it('as on the page, or flowing with divided words whole', async () => {
    const page = await openRoom(browser, `${telegram}?panes=scan,ru,en-b`);
    expect(await texts(page).innerText()).toContain('гужевым транс-');
    await menu(page).click();
    await page.getByRole('radio', { name: 'Flowing' }).check();
    await expect.poll(() => texts(page).innerText()).toContain('гужевым транспортом');
  });

  it('larger and wider, in steps that have an end', async () => {
    const page = await openRoom(browser, telegram);
    const style = (name: 'fontSize' | 'lineHeight') =>
      page
        .locator('.desk-segment')
        .first()
        .evaluate((element, key) => parseFloat(getComputedStyle(element)[key]), name);
    const [size, line] = [await style('fontSize'), await style('lineHeight')];
    await menu(page).click();
    const larger = page.getByRole('button', { name: 'Size: more' });
    for (let press = 0; press < 9; press += 1) await larger.click({ force: true });
    expect(await larger.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Spacing: more' }).click();
    expect(await style('fontSize')).toBeCloseTo(size * 1.1 ** 6, 0);
    expect((await style('lineHeight')) / (await style('fontSize'))).toBeGreaterThan(line / size);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('the panes on a phone', () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  it('stand below each other, with a quick way between them at the foot', async () => {
    const page = await openRoom(browser, telegram, phone);
    const [above, below] = [await boxOf(scan(page)), await boxOf(texts(page))];
    expect(above.y + above.height).toBeLessThanOrEqual(below.y);
    expect([above.width, below.width]).toEqual([390, 390]);
    await toggle(page, 'Scan').tap();
    await expect.poll(async () => (await boxOf(texts(page))).y).toBeLessThan(100);
    await toggle(page, 'Scan').tap();
    await toggle(page, 'Transcription').tap();
    await expect.poll(() => rows(page).first().getByRole('gridcell').count()).toBe(1);
    const foot = await boxOf(page.getByRole('group', { name: 'Panes' }));
    expect(foot.y + foot.height).toBe(800);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('leave half of the window to the words once these are scrolled', async () => {
    const page = await openRoom(browser, telegram, phone);
    const heads = page.locator('.desk-heads');
    expect((await boxOf(heads)).y).toBeGreaterThan((await boxOf(scan(page))).y);
    await rows(page).nth(9).scrollIntoViewIfNeeded();
    await rows(page)
      .nth(9)
      .evaluate((row) => row.scrollIntoView({ block: 'center' }));
    expect(await heads.evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(
      (await boxOf(texts(page))).y,
    );
    expect((await boxOf(texts(page))).height).toBeGreaterThan(400);
  });

  it('offer what can be done with a line as long as one is chosen, and keep it in view', async () => {
    const page = await openRoom(browser, telegram, phone);
    const bar = page.getByRole('group', { name: 'The chosen passage' });
    expect(await bar.count()).toBe(0);
    const pane = await boxOf(texts(page));
    const last = rows(page).filter({ hasText: 'По словам О Гын Дама' });
    await last.evaluate((row) => row.scrollIntoView({ block: 'end' }));
    await last.tap();
    await bar.waitFor();
    const [row, tools] = [await boxOf(last), await boxOf(bar)];
    expect(row.y + row.height).toBeLessThanOrEqual(tools.y + 1);
    expect(tools.y + tools.height).toBeLessThanOrEqual(pane.y + pane.height + 1);
    for (const [name, words] of [
      ['Evidence', 'По словам О Гын Дама'],
      ['Cite', 'Style'],
      ['Share', 'Link'],
    ] as const) {
      await bar.getByRole('button', { name }).tap();
      await page.getByRole('dialog').getByText(words).first().waitFor();
      await page.keyboard.press('Escape');
    }
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => bar.count()).toBe(0);
  });

  it('are offered only as they can stand there', async () => {
    const page = await openRoom(browser, `${telegram}?panes=scan,ru`, phone);
    await menu(page).tap();
    const layout = page.getByRole('group', { name: 'Layout' }).getByRole('radio');
    expect(await layout.count()).toBe(3);
    expect(await page.getByRole('radio', { name: 'Scan above' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Texts only' }).check();
    await expect.poll(() => scan(page).count()).toBe(0);
    await page.getByRole('radio', { name: 'Scan above' }).check();
    await scan(page).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Two pages' }).count()).toBe(0);
  });

  it.each(['en', 'ru'])('keep each kind of tool in one row in the narrowest window: %s', async (lang) => {
    const page = await openRoom(browser, `${telegram}?segment=ru.s8&lang=${lang}`, {
      ...{ ...phone, viewport: { width: 320, height: 640 } },
    });
    for (const [kind, least] of [
      ['.desk-zoom', 5],
      ['.desk-line-bar', 3],
      ['.desk-bar', 6],
    ] as const) {
      const tools = page.locator(`${kind} button:visible`);
      const tops = await tools.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      expect(tops.length, kind).toBeGreaterThanOrEqual(least);
      const middles = new Set(tops.map(({ y, height }) => Math.round(y + height / 2)));
      expect(middles.size, kind).toBe(1);
    }
    const lines = await page.locator('.desk-line-bar button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const words = document.createRange();
        words.selectNodeContents(button);
        return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
      }),
    );
    expect(lines).toEqual([1, 1, 1]);
  });

  it('name three texts without dividing a word', async () => {
    const page = await openRoom(browser, `${telegram}?panes=scan,ru,en-a,en-b`, phone);
    const heads = await page.locator('.desk-head').all();
    expect(heads).toHaveLength(3);
    const boxes = await Promise.all(heads.map(boxOf));
    expect(new Set(boxes.map(({ x }) => x)).size).toBe(1);
    for (const { width } of boxes) expect(width).toBeGreaterThan(300);
    // A finger needs 44 px.
    const choosers = await page.locator('.desk-chooser').all();
    for (const box of await Promise.all(choosers.map(boxOf))) expect(box.height).toBeGreaterThanOrEqual(44);
  });

  it('have a divider that a finger drags', async () => {
    const page = await openRoom(browser, telegram, phone);
    const divider = page.getByRole('separator', { name: 'Divider between scan and texts' });
    const before = (await boxOf(scan(page))).height;
    await divider.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await boxOf(scan(page))).height).toBeGreaterThan(before + 40);
  });
});
