import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isRecord } from '../../viewer/iiif/json.ts';
import { languageName, say, speak, type Message } from '../../viewer/messages/messages.ts';
import russian from '../../viewer/messages/ru.json' with { type: 'json' };
import { launchBrowser } from '../support/browser.ts';
import { interfaceWords } from './interface-words.ts';
import { accessibilityViolations, openPage } from './page.ts';
import { standsStill } from './room.ts';

const address = inject('address');
const PSEUDO = 'qps-plocm';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Two documents, of which one has chapters and the other has signs to explain. */
const ROOMS = [
  [PSEUDO, 1440, '/read/report-1938?page=4'],
  [PSEUDO, 390, '/read/report-1950-11-06?page=15'],
  ['ru', 1440, '/read/report-1950-11-06?page=15'],
  ['ru', 390, '/read/report-1938?page=4'],
] as const;

/** In no language's messages: what formats and the interface's languages call themselves, and how an address begins. */
const NAMES = [
  'English',
  'Русский',
  'HTML',
  'Markdown',
  'RIS',
  'BibTeX',
  'JPEG',
  'XML',
  'JSON-LD',
  'https://',
];

/** A room in which everything that comes as JSON is written down: that is data, in whatever language. */
type Watched = { page: Page; language: string; width: number; data: () => Promise<string> };

async function openRoom(language: string, width: number, path: string): Promise<Watched> {
  await speak(language);
  const page = await openPage(browser, 'about:blank', { viewport: { width, height: 844 } });
  // Asked for again: a browser gives away nothing that came out of its memory.
  const values = new Map<string, Promise<string[]>>();
  page.on('response', (response) => {
    const url = response.url();
    if (values.has(url) || !(response.headers()['content-type'] ?? '').includes('json')) return;
    const { accept = '*/*' } = response.request().headers();
    values.set(
      url,
      fetch(url, { headers: { accept } }).then(async (again) => textsIn(await again.json())),
    );
  });
  await page.goto(`${address}${path}&lang=${language}`);
  await page.locator('.desk-room-open').getByRole('row').first().waitFor();
  await page.waitForLoadState('networkidle');
  await standsStill(page);
  const data = async () => plain((await Promise.all(values.values())).flat().join('\n'));
  return { page, language, width, data };
}

function textsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (Array.isArray(json)) return json.flatMap(textsIn);
  return isRecord(json) ? Object.values(json).flatMap(textsIn) : [];
}

const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What the interface says in no words of its language. */
async function strangers({ page, language, data }: Watched): Promise<string[]> {
  // The pseudo-locale is English made strange, and the room calls it that.
  const words = (await interfaceWords(page, language === PSEUDO ? 'en' : language)).map(plain);
  expect(words.length).toBeGreaterThan(40);
  const known = await data();
  const names = [
    ...NAMES,
    ...['de', 'en', 'ru'].map(languageName),
    ...(await page.locator('kbd').allTextContents()),
  ];
  const isKnown = (text: string) => known.includes(text) || names.includes(text);
  const isOurs = (text: string) =>
    language === PSEUDO
      ? unmarked(text).every(isKnown)
      : isRussian(text) || partsOf(text).every((part) => isKnown(part) || isRussian(part));
  return words.filter((text) => !isKnown(text) && !isOurs(text));
}

/** What has letters outside the brackets that only messages have. */
function unmarked(text: string): string[] {
  let rest = text;
  for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/g, '')];
  return partsOf(rest).filter((part) => /\p{L}/u.test(part));
}

/** A name, its role and a date may stand in one line: the name is data. */
const partsOf = (text: string): string[] => text.split(/[,;:·()]/).map(plain);

const RUSSIAN = Object.values<Message>(russian)
  .flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)))
  .filter((message) => /\p{Script=Cyrillic}/u.test(message))
  .map((message) => {
    const parts = message.split(/\{\w+\}/).map((part) => plain(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'u');
  });

/** Whether there are no Latin words but those that are in a message, or filled in where it has a gap. */
function isRussian(text: string): boolean {
  return !/\p{Script=Latin}{2}/u.test(text) || RUSSIAN.some((message) => message.test(text));
}

/** What reaches over the window's edge, words that stick out of what they are in, and the window if it scrolls sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const worded = 'h1, h2, h3, a, label, legend, summary, button, input, select, [role=tab], [role=option]';
    const beyond = [...document.querySelectorAll(`${worded}, p, dt, dd, [role]`)].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
      // Of the scan more may be in reach than in view.
      if (!isSeen || element.closest('.openseadragon-canvas') !== null) return false;
      const isOut = element.matches(worded) && element.scrollWidth > element.clientWidth + 1;
      const sticks = isOut && element.clientWidth > 0 && getComputedStyle(element).overflowX === 'visible';
      return left < -1 || right > clientWidth + 1 || sticks;
    });
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px`] : []),
      ...beyond.map((element) => element.outerHTML.slice(0, 160)),
    ];
  });
}

/** The tag of the pseudo-locale is a private one of no language, and colours are the same in every language. */
const NOT_ASKED = ['html-lang-valid', 'valid-lang', 'color-contrast'];

/** Where most of what changes with the language is there at once. */
const CHECKED = ['the view', 'the hits', 'the dialog: evidenceOfRow'];

const button = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.locator('dialog:modal');

/** Opens each part of the room in turn, and leaves it again. */
async function walkThrough(room: Watched, look: (state: string) => Promise<void>): Promise<void> {
  const { page } = room;
  const close = () => page.keyboard.press('Escape');
  await look('at rest');
  await page.getByRole('row').nth(2).click();
  await look('a row that is chosen');

  await page.getByTitle(say('viewExplained')).click();
  await page.getByRole('group', { name: say('view') }).waitFor();
  await look('the view');
  await close();

  await page.getByTitle(say('imageTools')).click();
  const image = page.getByRole('dialog', { name: say('imageTools') });
  await image.getByRole('checkbox', { name: say('imageGrey') }).check();
  await look('the image');
  await close();
  await page.locator('.desk-altered').getByRole('button').click();

  const legend = page.locator('.desk-legend summary');
  if ((await legend.count()) > 0) {
    await legend.click();
    await look('the signs');
    await close();
  }

  await button(page, say('panel')).click();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(`the panel: ${await tab.innerText()}`);
  }
  await close();

  const field = page.getByRole('combobox', { name: say('folioField') });
  await field.fill('99999');
  await field.press('Enter');
  await page.getByRole('alert').waitFor();
  await look('a page that there is not');
  await close();
  // The first takes back what was typed, the other leaves the field.
  await close();

  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: say('searchField') });
  await search.fill('de');
  await page.getByRole('option').first().waitFor();
  await look('words to search for');
  await search.fill('der');
  await search.press('Enter');
  await page.locator('.desk-finder-steps').waitFor();
  await button(page, say('hitList')).click();
  await page.getByRole('complementary', { name: say('hitList') }).waitFor();
  await page.waitForLoadState('networkidle');
  await look('the hits');
  await close();
  await search.fill('nothingatall');
  await search.press('Enter');
  await expect.poll(() => page.locator('.desk-finder-count').innerText()).toBe(say('noHits'));
  await look('no hit');
  await search.press('Escape');

  const menu = button(page, say('more')).last();
  await menu.click();
  await look('the menu');
  await close();
  const items = ['cite', 'share', 'evidenceOfRow', 'about', 'openBesideMenu', 'download', 'keys'] as const;
  for (const item of items) {
    const onBar = button(page, say(item));
    if (await onBar.isVisible()) await onBar.click();
    else {
      await menu.click();
      await page.getByRole('menuitem', { name: say(item) }).click();
    }
    await dialog(page).getByRole('heading', { level: 2 }).waitFor();
    await page.waitForLoadState('networkidle');
    await look(`the dialog: ${item}`);
    await close();
    await expect.poll(() => dialog(page).count()).toBe(0);
  }
}

/** Asserts that what is written from the right stands from the right, and that keys go where they say. */
async function expectMirrored(page: Page): Promise<void> {
  const boxOf = async (place: Locator) => {
    const box = await place.boundingBox();
    if (box === null) throw new Error('it is not shown');
    return box;
  };
  const expectFromTheRight = async (...places: Locator[]) => {
    const lefts = [];
    for (const place of places) lefts.push((await boxOf(place)).x);
    expect(lefts).toEqual(lefts.toSorted((one, other) => other - one));
  };
  const focused = page.locator(':focus');
  const isFlipped = (place: Locator) =>
    place.evaluate((icon) => new DOMMatrix(getComputedStyle(icon).transform).a === -1);
  const scan = page.getByRole('region', { name: say('scan'), exact: true });
  const texts = page.getByRole('region', { name: say('texts'), exact: true });
  await expectFromTheRight(page.locator('.desk-back'), page.locator('h1'), button(page, say('more')).last());
  await expectFromTheRight(scan, texts);
  await expectFromTheRight(...(await page.locator('.desk-head').all()));
  await expectFromTheRight(...(await page.getByRole('row').nth(3).getByRole('gridcell').all()));
  expect(await isFlipped(page.locator('.desk-back svg'))).toBe(true);

  // A page is where it is in the volume, in which the next one lies on the right.
  await expectFromTheRight(button(page, say('nextPage')), button(page, say('previousPage')));
  expect(await isFlipped(button(page, say('nextPage')).locator('svg'))).toBe(false);

  for (const divider of await page.getByRole('separator').all()) {
    const before = (await boxOf(divider)).x;
    await divider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await boxOf(divider)).x).toBeLessThan(before - 4);
    await page.keyboard.press('Enter');
  }

  await page.getByTitle(say('viewExplained')).click();
  expect(await page.getByRole('radio', { name: say('layoutRight') }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: say('layoutLeft') }).check();
  await expectFromTheRight(texts, scan);
  await page.getByRole('radio', { name: say('layoutRight') }).check();
  await page.keyboard.press('Escape');

  await button(page, say('panel')).click();
  const [pages, contents] = [page.getByRole('tab').first(), page.getByRole('tab').last()];
  await expectFromTheRight(page.getByRole('complementary'), scan, texts);
  await expectFromTheRight(pages, contents);
  await page.locator('[data-page="2"]').focus();
  const third = await boxOf(focused);
  await page.keyboard.press('ArrowRight');
  const fourth = await boxOf(focused);
  expect([fourth.x > third.x, fourth.y]).toEqual([true, third.y]);
  await page.keyboard.press('ArrowLeft');
  expect(await boxOf(focused)).toEqual(third);

  await pages.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await contents.getAttribute('aria-selected')).toBe('true');
  const chapter = page.locator('[role=treeitem][aria-expanded=true]').first();
  await chapter.focus();
  const outer = await boxOf(chapter.locator('.desk-chapter-words').first());
  await page.keyboard.press('ArrowLeft');
  const inner = await boxOf(focused.locator('.desk-chapter-words'));
  expect(inner.x + inner.width).toBeLessThan(outer.x + outer.width);
  await page.keyboard.press('ArrowRight');
  expect(await chapter.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
}

describe.each(ROOMS)('the room in %s at %i px', (language, width, path) => {
  it('says everything in its language, stands as that is read, fits, and has no violation', async () => {
    const room = await openRoom(language, width, path);
    const { page } = room;
    if (language === PSEUDO && width === 1440) await expectMirrored(page);
    const states: string[] = [];
    await walkThrough(room, async (state) => {
      states.push(state);
      expect.soft(await strangers(room), state).toEqual([]);
      expect.soft(await overflowing(page), state).toEqual([]);
      if (CHECKED.includes(state))
        expect.soft(await accessibilityViolations(page, { without: NOT_ASKED }), state).toEqual([]);
    });
    expect(states.length).toBeGreaterThan(16);
    expect(states).toEqual(expect.arrayContaining(CHECKED));
  });
});
