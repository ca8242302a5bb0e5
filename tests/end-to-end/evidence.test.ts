import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isRecord, recordsOf } from '../../viewer/iiif/json.ts';
import { boxOf } from '../../viewer/iiif/target.ts';
import { launchBrowser } from '../support/browser.ts';
import { startForeignArchive, type ForeignArchive } from './foreign-archive.ts';
import { accessibilityViolations } from './page.ts';
import { openRoom, type Box } from './room.ts';

const address = inject('address');
const NAME = 'telegram-1950-10-07';
const READ = `${address}/read/${NAME}`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const dialog = (page: Page) => page.getByRole('dialog');

/** The first translated words of the page, and the annotation that they are of. */
async function translated(page: Page): Promise<{ id: string; words: string }> {
  const segment = page.locator('.desk-texts [data-segment*="/texts/en"]').first();
  const id = (await segment.getAttribute('data-segment')) ?? '';
  return { id, words: (await segment.textContent()) ?? '' };
}

/** Selects as a pointer or the keyboard would: from a character of a segment to one of another. */
async function select(page: Page, id: string, from: number, to: number): Promise<void> {
  await page.evaluate(
    ([annotation, start, end]) => {
      const element = document.querySelector(`[data-segment="${annotation}"]`);
      const words = element?.firstChild;
      if (!(words instanceof Text)) throw new Error('no plain words');
      window.getSelection()?.setBaseAndExtent(words, start, words, end);
    },
    [id, from, to] as const,
  );
}

async function annotation(id: string): Promise<{ target: unknown; renders: unknown }> {
  const json: unknown = await (await fetch(id)).json();
  if (!isRecord(json)) throw new Error(`no annotation at ${id}`);
  return { target: json.target, renders: json.renders };
}

/** The box of an annotation of ours, at its own URL. */
async function placeOf(id: string) {
  const { target } = await annotation(id);
  const written = JSON.stringify(target);
  return boxOf(/xywh=[\d.,]+/.exec(written)?.[0] ?? '');
}

async function openEvidence(page: Page): Promise<{ id: string; words: string }> {
  const { id, words } = await translated(page);
  const cut = words.slice(2, -2);
  await select(page, id, 2, words.length - 2);
  await page.getByRole('button', { name: 'Evidence', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Copy: Markdown' }).waitFor();
  return { id, words: cut.trim() };
}

/** Drags from the beginning of the words in one cell to the end of those in another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [[begin], ends] = [await linesOf(from), await linesOf(to)];
  const end = ends.at(-1);
  if (begin === undefined || end === undefined) throw new Error('no words to drag over');
  await page.mouse.move(begin.x + 1, begin.y + begin.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width - 1, end.y + end.height / 2, { steps: 12 });
  await page.mouse.up();
}

/** Where the words of a segment stand in the window, line by line. */
async function linesOf(segment: Locator): Promise<Box[]> {
  return segment.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
  });
}

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('evidence for words that are selected', () => {
  it('has the quotation, its original, the place on the scan, shelfmark, translator, citation and link', async () => {
    const page = await openRoom(browser, READ);
    const { id, words } = await openEvidence(page);
    const quotes = dialog(page).locator('blockquote');
    expect((await quotes.nth(0).textContent())?.trim()).toBe(words);
    expect(await quotes.nth(0).getAttribute('lang')).toBe('en');
    expect(await quotes.nth(1).getAttribute('lang')).toBe('ru');
    expect(await quotes.nth(1).textContent()).toMatch(/[а-я]{3}/i);
    // The crop has the line's own box in it.
    const box = await placeOf(id);
    const image = dialog(page).getByRole('img');
    const [, ...crop] = /\/(\d+),(\d+),(\d+),(\d+)\/[^/]+\/0\/default\.jpg$/.exec(
      (await image.getAttribute('src')) ?? '',
    ) ?? [''];
    const [x = NaN, y = NaN, width = NaN, height = NaN] = crop.map(Number);
    if (box === undefined) throw new Error('the line has no place');
    expect(x).toBeLessThanOrEqual(box.x);
    expect(y).toBeLessThanOrEqual(box.y);
    expect(x + width).toBeGreaterThanOrEqual(box.x + box.width);
    expect(y + height).toBeGreaterThanOrEqual(box.y + box.height);
    const drawn = () =>
      image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0));
    await expect.poll(drawn).toBeGreaterThan(100);
    const said = (await dialog(page).textContent()) ?? '';
    expect(said).toMatch(/f\. \d+.*op\. \d+.*fol\. /);
    expect(said).toMatch(/\(translator\)/);
    expect(said).toMatch(/published|reviewed|draft/);
    expect(said).toContain(`/read/${NAME}?page=`);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('marks on the crop about where the words of a line stand, and says how sure that is', async () => {
    const page = await openRoom(browser, READ);
    const line = page.locator('.desk-texts [data-segment*="/texts/ru"]').first();
    const id = (await line.getAttribute('data-segment')) ?? '';
    const { length } = (await line.textContent()) ?? '';
    await select(page, id, 0, Math.floor(length / 2));
    // What opens is for the words, and says so; the bar covers nothing that is selected.
    const [first] = await linesOf(line);
    const bar = await page.getByRole('toolbar', { name: 'Selected words' }).boundingBox();
    if (bar === null || first === undefined) throw new Error('no bar beside the words');
    expect(bar.y + bar.height <= first.y || bar.x >= first.x + first.width).toBe(true);
    await page.locator('.desk-menu > button').click();
    await page.getByRole('menuitem', { name: 'Evidence for the selected words' }).click();
    await dialog(page).getByText('about where these words stand').waitFor();
    const mark = await dialog(page).locator('.desk-crop-marks polygon').boundingBox();
    const crop = await dialog(page).getByRole('img').boundingBox();
    if (mark === null || crop === null) throw new Error('nothing is marked');
    expect(mark.width).toBeGreaterThan(crop.width * 0.2);
    expect(mark.width).toBeLessThan(crop.width * 0.7);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.getSelection()?.removeAllRanges());
    await page.locator('.desk-menu > button').click();
    await page.getByRole('menuitem', { name: 'Evidence for this passage' }).waitFor();
  });

  it('is copied as plain text, HTML and Markdown', async () => {
    const page = await openRoom(browser, READ, clipboard);
    const { words } = await openEvidence(page);
    const read = (type: string) =>
      page.evaluate(async (wanted) => {
        const [item] = await navigator.clipboard.read();
        return (await (await item?.getType(wanted))?.text()) ?? '';
      }, type);
    const copy = async (form: string) => {
      await dialog(page)
        .getByRole('button', { name: `Copy: ${form}` })
        .click();
      await dialog(page).getByRole('status').getByText('Copied').first().waitFor();
    };
    await copy('Plain text');
    const plain = await read('text/plain');
    expect(plain).toContain(words);
    expect(plain).toContain('Original, Russian:\n«');
    await copy('Markdown');
    await expect.poll(() => read('text/plain')).toContain('> ');
    expect(await read('text/plain')).toMatch(/!\[[^\]]*\]\(<http/);
    await copy('HTML');
    await expect.poll(() => read('text/html')).toContain('<blockquote>');
    expect(await read('text/html')).toContain('lang="ru"');
  });

  it('leads back to the same line', async () => {
    const page = await openRoom(browser, READ);
    const { id } = await openEvidence(page);
    const link = await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue();
    const again = await openRoom(browser, link);
    await again.locator(`[role=row][aria-selected=true] [data-segment="${id}"]`).waitFor();
  });

  it('is had with the keyboard alone, of the row that the reader is in', async () => {
    const page = await openRoom(browser, READ);
    await page.getByRole('row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await dialog(page).locator('blockquote').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    // The reader is where they were.
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('row');
  });

  it('has words of the column where a pointer began to drag, and no others are shown as selected', async () => {
    const page = await openRoom(browser, READ, clipboard);
    const cell = (row: number, column: number) =>
      page.getByRole('row').nth(row).getByRole('gridcell').nth(column).locator('[data-segment]').first();
    const copied = async () => {
      await page.keyboard.press('Control+c');
      return (await page.evaluate(() => navigator.clipboard.readText())).replace(/\s+/g, ' ').trim();
    };
    const said = (column: number) =>
      Promise.all([4, 5, 6].map(async (row) => (await cell(row, column).innerText()).trim()));
    for (const [column, other] of [
      [1, 0],
      [0, 1],
    ] as const) {
      await drag(page, cell(4, column), cell(6, column));
      // What is copied is what is shown as selected.
      const [words, own, others] = [await copied(), await said(column), await said(other)];
      for (const each of own) expect(words).toContain(each);
      for (const each of others) expect(words).not.toContain(each);
    }
    // With keys all of it can still be selected.
    await page.keyboard.press('Control+a');
    await expect.poll(copied).toContain((await said(1))[1]);
    for (const each of [...(await said(0)), ...(await said(1))]) expect(await copied()).toContain(each);
  });

  it('fits a phone', async () => {
    const page = await openRoom(browser, READ, { viewport: { width: 390, height: 844 } });
    await openEvidence(page);
    const box = await dialog(page).boundingBox();
    expect(box?.width).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    // What the bar has no room for is in its menu, which is in view.
    const more = await page.locator('.desk-menu > button').boundingBox();
    expect((more?.x ?? Infinity) + (more?.width ?? Infinity)).toBeLessThanOrEqual(390);
    await page.locator('.desk-menu > button').click();
    await page.getByRole('menuitem', { name: 'Cite' }).click();
    await dialog(page).getByRole('combobox', { name: 'Style' }).waitFor();
  });
});

describe('evidence of another archive', () => {
  let archive: ForeignArchive;
  beforeAll(async () => {
    archive = await startForeignArchive();
  });
  afterAll(() => archive.close());

  it('has what its manifest says, and nothing that it does not say', async () => {
    const manifest = `${archive.base}/3/bilingual`;
    const url = `${address}/viewer?manifest=${encodeURIComponent(manifest)}`;
    // What is not there (an image that a line smuggles in) is told by the browser as an error.
    const page = await openRoom(browser, url, { ...clipboard, expectErrors: true });
    const segment = page.locator('.desk-texts [data-segment][lang=en]').first();
    await segment.waitFor();
    expect(await segment.innerText()).toBe('My dear mother,');
    await select(page, (await segment.getAttribute('data-segment')) ?? '', 3, 14);
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Copy: Plain text' }).waitFor();

    const quotes = dialog(page).locator('blockquote');
    expect(await quotes.allInnerTexts()).toEqual(['dear mother', 'Ma chère mère,']);
    expect(await quotes.evaluateAll((all) => all.map((quote) => quote.getAttribute('lang')))).toEqual([
      'en',
      'fr',
    ]);
    // Nobody said that one renders the other: they stand in the same place.
    await dialog(page).getByRole('heading', { name: 'In the same place, French' }).waitFor();
    const image = dialog(page).getByRole('img', { name: 'The place on the scan, page f. 1r' });
    const [, ...crop] = /\/image\/(\d+),(\d+),(\d+),(\d+)\/max\/0\/default\.jpg$/.exec(
      (await image.getAttribute('src')) ?? '',
    ) ?? [''];
    const [x = NaN, y = NaN, width = NaN, height = NaN] = crop.map(Number);
    expect([x <= 100, y <= 100, x + width >= 600, y + height >= 140]).toEqual([true, true, true, true]);
    expect([width < 700, height < 120]).toEqual([true, true]);
    await expect
      .poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth))
      .toBe(width);

    const facts = await dialog(page)
      .locator('.desk-fact')
      .evaluateAll((all) => all.map(({ children }) => [...children].map((child) => child.textContent)));
    expect(facts).toEqual([
      ['Document', 'A letter of another archive'],
      ['Page', 'f. 1r'],
      ['Attribution', 'Held by another archive'],
      ['Text', 'In English'],
      ['Text', 'Transcription'],
    ]);
    await dialog(page).getByText('This archive does not say how it is cited').waitFor();
    expect(
      await dialog(page)
        .getByText(/Shelfmark|translator|Made by/i)
        .count(),
    ).toBe(0);
    const link = await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue();
    expect(link).toContain(`${address}/viewer?iiif-content=`);
    expect(await accessibilityViolations(page)).toEqual([]);

    await dialog(page).getByRole('button', { name: 'Copy: Plain text' }).click();
    await dialog(page).getByRole('status').getByText('Copied').first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const each of ['dear mother', 'Ma chère mère,', ...facts.flat(), link])
      expect(copied).toContain(each);
    expect(copied).not.toMatch(/Shelfmark|translator/);
  });
});

describe('the bar of the room', () => {
  it('cites the page in a style that is remembered', async () => {
    const page = await openRoom(browser, READ);
    await page.getByRole('button', { name: 'Cite', exact: true }).click();
    await dialog(page).getByRole('combobox', { name: 'Style' }).selectOption('gost');
    expect(await dialog(page).locator('.desk-citation-words').getAttribute('lang')).toBe('ru');
    expect(await accessibilityViolations(page)).toEqual([]);
    // Each format is named once.
    expect(await dialog(page).locator('.desk-offers').innerText()).toMatch(/^RIS\s+BibTeX\s+CSL-JSON\s*$/);
    const ris = await dialog(page).getByRole('link', { name: 'RIS' }).getAttribute('href');
    expect(await (await fetch(ris ?? '')).text()).toContain('TY  - ');
    await page.reload();
    await page.getByRole('button', { name: 'Cite', exact: true }).click();
    expect(await dialog(page).getByRole('combobox', { name: 'Style' }).inputValue()).toBe('gost');
  });

  it('has the rest in a menu for keys and pointers', async () => {
    const page = await openRoom(browser, READ);
    const more = page.locator('.desk-menu > button');
    await more.focus();
    await page.keyboard.press('ArrowDown');
    expect(await accessibilityViolations(page)).toEqual([]);
    const items = await page.getByRole('menu').locator('[role^=menuitem]').allTextContents();
    expect(items.map((item) => item.replace(/E$/, ''))).toEqual(
      expect.arrayContaining(['About these texts', 'Compare translations', 'Download', 'English', 'Русский']),
    );
    const manifest: unknown = await (await fetch(`${address}/iiif/documents/${NAME}/manifest`)).json();
    const compared = recordsOf(isRecord(manifest) ? manifest.rendering : []).find(
      ({ profile }) => typeof profile === 'string' && profile.endsWith('#comparison'),
    );
    expect(await page.getByRole('menuitem', { name: 'Compare translations' }).getAttribute('href')).toBe(
      compared?.id,
    );
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Made by').first().waitFor();
    const said = (await dialog(page).textContent()) ?? '';
    expect(said).toMatch(/Made by people/);
    expect(said).toMatch(/revision \d/);
    expect(said).toContain('Nobody is named');
    const heads = await dialog(page).getByRole('heading', { level: 3 }).allTextContents();
    expect(heads.join()).toContain('Specimen');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Download' }).click();
    await dialog(page).getByRole('link', { name: 'Scan in full size' }).waitFor();
    expect(await dialog(page).getByRole('link').count()).toBeGreaterThan(4);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
