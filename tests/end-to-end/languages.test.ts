import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { messagesIn } from '../../server/catalogue/messages/messages.ts';
import { launchBrowser } from '../support/browser.ts';
import { interfaceWords } from './interface-words.ts';
import { accessibilityViolations, openPage } from './page.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PAGES = [
  ['home', '/'],
  ['a collection', '/collections/f7-op3-d12'],
  ['a document', '/documents/telegram-1950-10-07'],
  ['a document with its signs', '/documents/letter-1950-10-12'],
  ['a search', '/search?q=ferry&kind=telegram'],
  ['a search before anything is asked', '/search'],
  ['two translations compared', '/documents/telegram-1950-10-07/compare'],
  ['the list of people', '/people'],
  ['the documents by date', '/dates'],
  ['the documents without a date', '/dates/undated'],
  ['the imprint', '/imprint'],
  ['what is said about the archive', '/about'],
  ['the question for a manifest', '/viewer'],
  ['what is not there', '/documents/nowhere'],
] as const;

const WIDTHS = [1440, 390] as const;
const inLanguage = (path: string, language: string) =>
  `${address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

describe('the switch of languages', () => {
  it('leads to the same search in Russian and keeps to Russian, without JavaScript', async () => {
    const page = await openPage(browser, `${address}/search?q=ferry&kind=telegram`, {
      javaScriptEnabled: false,
    });
    expect(await languageOf(page)).toBe('en');
    await page.getByRole('link', { name: 'Русский' }).click();
    expect(new URL(page.url()).search).toBe('?q=ferry&kind=telegram&lang=ru');
    expect(await languageOf(page)).toBe('ru');
    await page.getByRole('heading', { level: 1, name: '1 документ по запросу' }).waitFor();

    // By the cookie alone, in the thread that answers searches and out of it.
    await page.getByRole('searchbox').fill('паром');
    await page.getByRole('button', { name: 'Найти' }).click();
    expect(new URL(page.url()).searchParams.has('lang')).toBe(false);
    expect(await languageOf(page)).toBe('ru');
    await page.getByRole('link', { name: 'Даты' }).click();
    await page.getByRole('heading', { level: 1, name: 'Даты' }).waitFor();

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dates' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/dates');
    await page.goto(`${address}/search`);
    expect(await languageOf(page)).toBe('en');
  });

  it('is not needed by a browser that prefers Russian', async () => {
    const page = await openPage(browser, `${address}/documents/telegram-1950-10-07`, { locale: 'ru-RU' });
    await page.getByRole('heading', { level: 1, name: 'Телеграмма' }).waitFor();
    await page.getByRole('link', { name: 'Читать рядом со сканом' }).waitFor();
    await page.goto(`${address}/search`);
    expect(await languageOf(page)).toBe('ru');
  });
});

describe.each(['en', 'ru'])('the head of the catalogue in the language %s', (language) => {
  it('keeps the switch of languages in its first row at every width', async () => {
    const page = await openPage(browser, inLanguage('/documents/telegram-1950-10-07', language));
    for (const width of [1440, 1024, 961, 800, 640, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const [name, choice, main] = await Promise.all(
        ['.masthead-name', '.language-switch', 'main'].map((part) => page.locator(part).boundingBox()),
      );
      if (name == null || choice == null || main == null) throw new Error('a part is missing');
      expect([width, choice.y >= name.y - 8 && choice.y < name.y + name.height]).toEqual([width, true]);
      const gutter = main.x + main.width - (choice.x + choice.width);
      expect([width, gutter >= 0 && gutter <= 24]).toEqual([width, true]);
    }
  });
});

describe.each(WIDTHS)('at %i px', (width) => {
  it.each(PAGES)('%s in Russian fits and has no violation', async (_, path) => {
    const page = await openPage(browser, inLanguage(path, 'ru'), {
      viewport: { width, height: 844 },
      expectErrors: true,
    });
    expect(await languageOf(page)).toBe('ru');
    await openLists(page);
    expect(await overflowing(page)).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it.each(PAGES)(
    '%s turned round fits, has no violation and none of the English messages',
    async (_, path) => {
      const page = await openPage(browser, inLanguage(path, 'qps-plocm'), {
        viewport: { width, height: 844 },
        expectErrors: true,
      });
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
      await openLists(page);
      expect(await overflowing(page)).toEqual([]);
      // The tag is a private one of no language, which axe cannot know.
      const violations = await accessibilityViolations(page);
      expect(violations.filter((line) => !/^(?:html-lang-valid|valid-lang):/.test(line))).toEqual([]);
      const words = await interfaceWords(page, 'qps-plocm');
      expect(words.length).toBeGreaterThan(5);
      const english = englishTexts(messagesIn('en')).filter(
        // One is the record's own word for a date, the other has no letter that could be made strange.
        (text) => !['Received', 'ГОСТ Р 7.0.5-2008'].includes(text),
      );
      expect(english.length).toBeGreaterThan(250);
      const phrases = english.filter((text) => text.includes(' '));
      const single = new Set(english);
      expect(
        words.filter((text) => single.has(text) || phrases.some((phrase) => text.includes(phrase))),
      ).toEqual([]);
    },
  );
});

/** Opens what is closed until somebody reads it. */
async function openLists(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const list of document.querySelectorAll('details')) list.open = true;
  });
}

/** What reaches over the window's edge, or has the window scroll sideways; names in long addresses scroll by themselves. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [
      ...document.querySelectorAll('h1, h2, h3, p, dt, dd, a, button, input, select, img'),
    ].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && element.closest('.unseen, .skip') === null;
      return isSeen && (left < -1 || right > clientWidth + 1);
    });
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px`] : []),
      ...beyond.map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}

/** Every text among the messages that does not depend on anything. */
function englishTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 2 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(englishTexts) : [];
}
