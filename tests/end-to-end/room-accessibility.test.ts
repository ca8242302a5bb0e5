import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityTree, type Told } from './accessibility-tree.ts';
import { startForeignArchive, type ForeignArchive } from './foreign-archive.ts';
import { accessibilityViolations } from './page.ts';
import { openRoom, rows, standsStill } from './room.ts';

const address = inject('address');
const REPORT = `${address}/read/report-1938?page=2`;

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

const LANDMARKS = [
  'banner',
  'main',
  'navigation',
  'complementary',
  'contentinfo',
  'region',
  'search',
  'form',
];
const CONTROLS = [
  ...['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio', 'slider', 'tab', 'treeitem', 'menuitem'],
  ...['splitter', 'separator', 'application', 'image', 'grid', 'dialog', 'group', 'radiogroup', 'toolbar'],
];

/** Asserts what holds of the room whatever is open: titles, landmarks, names, and grids that count right. */
async function expectSound(page: Page, state: string, { isModal = false } = {}): Promise<Told[]> {
  const told = await accessibilityTree(page);
  expect(told.length, state).toBeGreaterThan(isModal ? 5 : 40);
  const headings = told.filter(({ role }) => role === 'heading').map(({ level }) => level ?? 0);
  // Behind a dialog that is modal the page is out of reach, and its title is the title then.
  expect(await page.locator('h1').count(), state).toBe(1);
  expect(headings.filter((level) => level === 1).length, state).toBe(isModal ? 0 : 1);
  const skipped = headings.filter((level, index) => level > (headings[index - 1] ?? (isModal ? 1 : 0)) + 1);
  expect(skipped, `${state}: ${headings.join(' ')}`).toEqual([]);
  const landmarks = told
    .filter(({ role }) => LANDMARKS.includes(role))
    .map(({ role, name }) => `${role} ${name}`);
  expect(
    landmarks.filter((landmark, index) => landmarks.indexOf(landmark) !== index),
    state,
  ).toEqual([]);
  expect(
    told.filter(({ role, name }) => CONTROLS.includes(role) && name.trim() === '' && role !== 'group'),
    state,
  ).toEqual([]);
  expect(await miscounted(page), state).toEqual([]);
  return told;
}

/** What says of itself that it is one of so many, and is not. */
function miscounted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const number = (element: Element, name: string) => Number(element.getAttribute(name) ?? NaN);
    for (const grid of document.querySelectorAll('[role=grid]')) {
      const all = [...grid.querySelectorAll('[role=row]')];
      const name = grid.getAttribute('aria-label') ?? '';
      if (number(grid, 'aria-rowcount') !== all.length) faults.push(`${name}: ${all.length} rows`);
      if (all.some((row, index) => number(row, 'aria-rowindex') !== index + 1))
        faults.push(`${name}: row indices`);
      const widths = new Set(all.map((row) => row.querySelectorAll('[role=gridcell]').length));
      if (widths.size > 1) faults.push(`${name}: rows of ${[...widths].join(' and ')} cells`);
      const columns = grid.getAttribute('aria-colcount');
      if (columns !== null && !widths.has(Number(columns))) faults.push(`${name}: ${columns} columns`);
    }
    for (const item of document.querySelectorAll('[aria-posinset]')) {
      const [place, size] = [number(item, 'aria-posinset'), number(item, 'aria-setsize')];
      if (!(place >= 1 && place <= size)) faults.push(`${item.textContent}: ${place} of ${size}`);
    }
    return faults;
  });
}

/** Writes down from here on what live regions say, and which of them were not there before they had something to say. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output';
    const said: string[] = [];
    const known = new WeakSet(document.querySelectorAll(LIVE));
    const words = new WeakMap<Element, string>();
    for (const region of document.querySelectorAll(LIVE)) words.set(region, region.textContent);
    const regionOf = (node: Node) => {
      const region = (node instanceof Element ? node : node.parentElement)?.closest(
        `${LIVE}, [aria-live=off]`,
      );
      return region?.matches(LIVE) === true ? region : undefined;
    };
    new MutationObserver((changes) => {
      const changed = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const around = regionOf(target);
        if (around !== undefined) changed.add(around);
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const region of [node, ...node.querySelectorAll('*')])
              if (region.matches(LIVE)) changed.add(region);
      }
      for (const region of changed) {
        const now = region.textContent.trim();
        const isNew = !known.has(region);
        known.add(region);
        if (words.get(region) === now) continue;
        words.set(region, now);
        // An alert is read out when it comes; of anything else nobody hears that came with its words.
        if (now !== '') said.push(isNew && region.role !== 'alert' ? `unheard: ${now}` : now);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { said });
  });
  return async () => {
    await page.waitForTimeout(200);
    return page.evaluate(() => {
      const said: unknown = Reflect.get(window, 'said');
      return Array.isArray(said) ? said.splice(0).map(String) : [];
    });
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);
const image = (page: Page) => page.locator('.desk-scan').getByRole('img');

/** Chooses how scan and texts share the room, and comes back to the button. */
async function set(
  page: Page,
  ...choices: readonly { role: 'radio' | 'checkbox'; name: string }[]
): Promise<void> {
  await button(page, 'View').click();
  for (const { role, name } of choices) await page.getByRole(role, { name, exact: true }).check();
  await page.keyboard.press('Escape');
  expect(await hasFocus(button(page, 'View'))).toBe(true);
}

it('the room is sound in each of its forms, and the scan has the words of its pages', async () => {
  const page = await openRoom(browser, REPORT);
  const told = await expectSound(page, 'one page');
  expect(told.find(({ level }) => level === 1)?.name).toContain('Annual report');
  expect(await image(page).getAttribute('aria-label')).toBe('Scan of page 2; its text stands beside it');
  const words = await rows(page).nth(1).getByRole('gridcell').allInnerTexts();

  await set(page, { role: 'radio', name: 'Texts only' });
  await expectSound(page, 'texts only');
  expect(await image(page).count()).toBe(0);
  await set(page, { role: 'radio', name: 'Scan only' });
  await expectSound(page, 'scan only');
  const alternative = () =>
    image(page).evaluate((element) => [
      element.getAttribute('aria-label'),
      document.getElementById(element.getAttribute('aria-details') ?? '')?.textContent,
    ]);
  const [name, details] = await alternative();
  expect(name).toBe('Scan of page 2; its text follows');
  for (const word of words) expect(details).toContain(word.trim().split('\n')[0]);
  expect(await accessibilityViolations(page, { without: ['color-contrast'] })).toEqual([]);

  await set(page, { role: 'checkbox', name: 'Two pages side by side' });
  await expect.poll(async () => (await alternative())[0]).toBe('Scan of page 1, 2; its text follows');
  await page.getByRole('group', { name: 'Text of page 1' }).waitFor();
  await expect.poll(async () => (await alternative())[1]).toContain('Register No. 217/38');
  expect((await alternative())[1]).toContain(details);
  await set(page, { role: 'radio', name: 'Scan on the left' });
  await page.getByRole('heading', { level: 2, name: '1', exact: true }).waitFor();
  await expectSound(page, 'an open book');
  expect(await page.getByRole('grid').count()).toBe(2);
  expect(await image(page).getAttribute('aria-label')).toBe('Scan of page 1, 2; its text stands beside it');

  await button(page, 'Pages and contents').click();
  for (const tab of ['Pages', 'Contents']) {
    await page.getByRole('tab', { name: tab }).click();
    await expectSound(page, tab);
  }
  expect(await page.getByRole('treeitem').count()).toBeGreaterThan(5);
  await page.keyboard.press('Escape');
  for (const opener of ['Cite', 'Share']) {
    await button(page, opener).press('Enter');
    await page.getByRole('dialog', { name: opener }).waitFor();
    await page.waitForLoadState('networkidle');
    await expectSound(page, opener, { isModal: true });
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(button(page, opener))).toBe(true);
  }
});

it('what happens is said once, and the focus stays where it was', async () => {
  const page = await openRoom(browser, REPORT);
  const heard = await listen(page);
  // A row that keys have come to is read out as what has the focus, and by nothing else.
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await hasFocus(rows(page).nth(1))).toBe(true);
  expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('[aria-selected=true][role=row]').count()).toBe(1);
  expect(await heard()).toEqual([]);

  const next = button(page, 'Next page');
  await next.focus();
  for (const [key, words] of [
    ['Enter', 'Page 3, 3 of 8'],
    ['p', 'Page 2, 2 of 8'],
    ['Enter', 'Page 3, 3 of 8'],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForLoadState('networkidle');
    expect(await heard()).toEqual([words]);
    expect(await hasFocus(next)).toBe(true);
  }

  // A click on the scan chooses the row, and takes the keyboard nowhere else.
  const scan = page.getByRole('application');
  await rows(page).nth(1).click();
  await standsStill(page);
  const lit = await page.locator('.desk-lit-edge').first().boundingBox();
  await page.keyboard.press('Escape');
  expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('false');
  await page.mouse.click((lit?.x ?? 0) + 20, (lit?.y ?? 0) + (lit?.height ?? 0) / 2);
  await expect.poll(() => rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
  expect(await hasFocus(scan)).toBe(true);
  expect(await heard()).toEqual([expect.stringMatching(/^Line picked on the scan: /)]);

  await page.keyboard.press('/');
  await page.keyboard.type('Hafen');
  await page.keyboard.press('Enter');
  await page.locator('[data-segment] mark.desk-mark-current').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await heard()).toEqual([expect.stringMatching(/^Hit 4 of 5, page 3: /)]);
  // What is found on another page is said with its page, and that alone.
  await page.keyboard.press('F3');
  await expect.poll(() => page.locator('.desk-folio-count').innerText()).not.toBe('3 of 8');
  await page.locator('[data-segment] mark.desk-mark-current').waitFor();
  expect(await heard()).toEqual([expect.stringMatching(/^Hit 5 of 5, page \d: /)]);
  expect(await hasFocus(page.getByRole('combobox', { name: 'Search in this document' }))).toBe(true);

  await button(page, 'Image').press('Enter');
  await page.getByRole('checkbox', { name: 'Grey' }).check();
  // What a control says of itself is not said again.
  expect(await heard()).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await hasFocus(button(page, 'Image'))).toBe(true);
  await button(page, 'Show lines').press('Enter');
  expect(await heard()).toEqual(['All lines are outlined on the scan']);
  expect(await hasFocus(button(page, 'Show lines'))).toBe(true);
});

it('two documents have one title, and landmarks that are told from each other', async () => {
  const beside = encodeURIComponent(`${archive.base}/2/manifest`);
  const page = await openRoom(browser, `${REPORT}&beside=${beside}`, { expectErrors: true });
  await page.getByText('Ma chère mère,').waitFor();
  await page.waitForLoadState('networkidle');
  const told = await expectSound(page, 'beside');
  const names = told.filter(({ role }) => role === 'region').map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Scan', 'Scan, second document', 'Texts', 'Texts, second document']),
  );
  const heard = await listen(page);
  const second = page.getByRole('region', { name: 'Second document' });
  await second.getByRole('button', { name: 'Next page' }).press('Enter');
  await page.getByText('Seconde page').waitFor();
  expect(await heard()).toEqual([expect.stringContaining('2 of 2')]);
  expect(await hasFocus(second.getByRole('button', { name: 'Next page' }))).toBe(true);
});
