import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contrast } from '../../server/model/contrast.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations, COLOUR_RULES, openPage } from './page.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SCHEMES = ['light', 'dark'] as const;
const PAGES = [
  ['home', '/'],
  ['a collection', '/collections/f7-op3-d12'],
  ['a document', '/documents/telegram-1950-10-07?text=en-a'],
  ['a document that a machine linked', '/documents/report-1950-11-06'],
  ['a comparison', '/documents/telegram-1950-10-07/compare'],
  ['a search', '/search?q=ferry&kind=telegram'],
  ['people', '/people'],
  ['a person', '/people/o-kun-dam'],
  ['dates', '/dates'],
  ['the imprint', '/imprint'],
  ['what is not there', '/documents/nowhere'],
] as const;

type Shown = { words: string; ink: string; ground: string };

/** Every run of words that is shown, with its colour and what it stands on, each `#rrggbb`. */
function shownWords(page: Page): Promise<Shown[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) return [];
    /** These colours laid over each other, the lowest first, as the screen has them. */
    const laid = (colours: readonly string[]): string => {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [...channels] = canvas.getImageData(0, 0, 1, 1).data.subarray(0, 3);
      return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    };
    const groundsOf = (element: Element | null): string[] =>
      element === null
        ? []
        : [...groundsOf(element.parentElement), getComputedStyle(element).backgroundColor];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Shown[] = [];
    while (walker.nextNode() !== null) {
      const element = walker.currentNode.parentElement;
      const words = walker.currentNode.textContent?.trim() ?? '';
      if (element === null || words === '' || element.closest('.unseen, .print-only') !== null) continue;
      if (!element.checkVisibility() || element.closest('details:not([open]) > :not(summary)') !== null)
        continue;
      const grounds = groundsOf(element);
      found.push({
        words: words.slice(0, 40),
        ink: laid([...grounds, getComputedStyle(element).color]),
        ground: laid(grounds),
      });
    }
    return found;
  });
}

it.each(PAGES)('where more contrast is preferred, %s has 7:1 in everything that is read', async (_, path) => {
  const page = await openPage(browser, address + path, { contrast: 'more', expectErrors: true });
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const shown = await shownWords(page);
    expect(shown.length).toBeGreaterThan(5);
    const pale = shown.filter(({ ink, ground }) => contrast(ink, ground) < 7);
    expect([colorScheme, pale]).toEqual([colorScheme, []]);
  }
});

describe.each(SCHEMES)('where more contrast is preferred, in a %s room', (colorScheme) => {
  it('tells what is secondary from what is not, and draws every line', async () => {
    const page = await openPage(browser, `${address}/search?q=ferry`, { colorScheme, contrast: 'more' });
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
    const ink = await style('.passage-words', 'color');
    expect(await style('.facet-count', 'color')).not.toBe(ink);
    expect(await style('.facet h2', 'border-block-start-color')).toBe(await style('.facet h2', 'color'));
    await page.locator('.facet a').first().focus();
    await page.keyboard.press('Tab');
    expect(await style(':focus-visible', 'outline-width')).toBe('3px');
  });
});

/** A colour of the system, as this browser has it. */
const system = (page: Page, name: string) =>
  page.evaluate((colour) => {
    const probe = document.createElement('span');
    document.body.append(probe);
    probe.style.color = colour;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

it.each(PAGES)('in forced colours, %s has no violation and can be read', async (_, path) => {
  const page = await openPage(browser, address + path, { forcedColors: 'active', expectErrors: true });
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityViolations(page, { only: COLOUR_RULES })).toEqual([]);
    const unreadable = (await shownWords(page)).filter(({ ink, ground }) => contrast(ink, ground) < 4.5);
    expect([colorScheme, unreadable]).toEqual([colorScheme, []]);
  }
});

describe.each(SCHEMES)('in forced colours, %s', (colorScheme) => {
  it('what is found is marked in the system’s own colours', async () => {
    const page = await openPage(browser, `${address}/search?q=ferry`, {
      colorScheme,
      forcedColors: 'active',
    });
    const [ground, ink] = await page
      .locator('.hit')
      .first()
      .evaluate((hit) => [getComputedStyle(hit).backgroundColor, getComputedStyle(hit).color]);
    expect([ground, ink]).toEqual([await system(page, 'Mark'), await system(page, 'MarkText')]);
  });

  it('the chosen tab and the chosen facet differ from the others, and so does the line led to', async () => {
    const options = { colorScheme, forcedColors: 'active' } as const;
    const page = await openPage(browser, `${address}/documents/telegram-1950-10-07`, options);
    const tabs = await page.locator('.tabs a').evaluateAll((all) =>
      all.map((tab) => {
        const { borderBlockEndColor, fontWeight } = getComputedStyle(tab);
        return { chosen: tab.hasAttribute('aria-current'), look: `${borderBlockEndColor} ${fontWeight}` };
      }),
    );
    const looks = (chosen: boolean) => tabs.filter((tab) => tab.chosen === chosen).map(({ look }) => look);
    expect(looks(true)).toHaveLength(1);
    expect(looks(false).length).toBeGreaterThan(0);
    expect(looks(false)).not.toContain(looks(true)[0]);

    const search = await openPage(browser, `${address}/search?q=ferry&kind=telegram`, options);
    const facet = search.locator('.facet a[aria-current]').first();
    expect(await facet.evaluate((one) => getComputedStyle(one).borderInlineStartWidth)).toBe('3px');

    const read = await openPage(browser, `${address}/documents/telegram-1950-10-07#ru.s3`, options);
    const led = await read
      .locator('.segment:target')
      .evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(led).toBe(await system(read, 'Mark'));
  });

  it('a focused link has a ring', async () => {
    const page = await openPage(browser, `${address}/people`, { colorScheme, forcedColors: 'active' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const ring = await page.locator(':focus-visible').evaluate((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return [outlineStyle, outlineWidth, outlineColor];
    });
    expect(ring).toEqual(['solid', '3px', await system(page, 'Highlight')]);
  });
});
