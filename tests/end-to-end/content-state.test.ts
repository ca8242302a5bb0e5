import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startStateArchive, type StateArchive } from './state-archive.ts';
import { expectPicked, folio, picked, shareOfPane, viewer } from './opened-place.ts';
import { accessibilityViolations, openPage } from './page.ts';
import { litBoxes, openRoom, rows } from './room.ts';

const address = inject('address');
const READ = `${address}/read/telegram-1950-10-07`;
const DOCUMENT = `${address}/iiif/documents/telegram-1950-10-07`;
const partOf = [{ id: `${DOCUMENT}/manifest`, type: 'Manifest' }];

let browser: Browser;
let archive: StateArchive;
let base = '';
beforeAll(async () => {
  [browser, archive] = await Promise.all([launchBrowser(), startStateArchive()]);
  ({ base } = archive);
});
afterAll(async () => {
  await browser.close();
  archive.close();
});

describe('a content state of our own document', () => {
  it('opens the document', async () => {
    const page = await openRoom(browser, viewer(`${DOCUMENT}/manifest`));
    expect(await folio(page)).toContain('705');
    expect(await litBoxes(page)).toEqual([]);
  });

  it('opens a page', async () => {
    const page = await openRoom(browser, viewer({ id: `${DOCUMENT}/canvases/706`, type: 'Canvas', partOf }));
    expect(await folio(page)).toContain('706');
    expect(await page.getByRole('grid').innerText()).toContain('Решено');
    expect(await litBoxes(page)).toEqual([]);
  });

  it('opens a part of a page, as large as it can be seen', async () => {
    const id = `${DOCUMENT}/canvases/706#xywh=600,900,300,120`;
    const page = await openRoom(browser, viewer({ id, type: 'Canvas', partOf }));
    expect(await folio(page)).toContain('706');
    expect(await shareOfPane(page)).toBeGreaterThan(0.85);
    expect(await picked(page).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => litBoxes(page)).toEqual([]);
  });

  it('opens a line, lit on the paper and among the words, and begins there', async () => {
    const page = await openRoom(browser, viewer(`${DOCUMENT}/texts/ru/annotations/s20`));
    await expectPicked(page, 'Кроме того, заметил он');
    await shareOfPane(page);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
    await page.keyboard.press('ArrowDown');
    await expectPicked(page, 'плавучих кранов');
  });

  it('brings a line to where it can be read, on a phone', async () => {
    const page = await openRoom(browser, `${READ}?segment=ru.s20`, { viewport: { width: 390, height: 844 } });
    await expectPicked(page, 'Кроме того, заметил он');
    expect(await shareOfPane(page)).toBeGreaterThan(0.8);
  });

  it('sets the translation that a line is from beside the original', async () => {
    const { id, words } = await lastLine(`${DOCUMENT}/texts/${await otherTranslation()}/pages/705`);
    const page = await openRoom(browser, viewer(id));
    const chooser = page.getByRole('combobox', { name: 'Text in column 2' });
    await expect.poll(() => chooser.getByRole('option', { selected: true }).innerText()).toContain('Bruno');
    await expectPicked(page, words);
  });

  it('says of a line that is gone that it is, and opens its page', async () => {
    const page = await openRoom(browser, `${READ}?page=706&segment=ru.s999`);
    await page.getByText('no longer part of this text').waitFor();
    expect(await folio(page)).toContain('706');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(() => page.getByText('no longer part of this text').count()).toBe(0);
  });

  it('keeps its address in step when the page is turned', async () => {
    const page = await openRoom(browser, viewer(`${DOCUMENT}/texts/ru/annotations/s20`));
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => page.url()).toBe(`${READ}?page=706`);
    await expect.poll(() => litBoxes(page)).toEqual([]);
  });
});

describe('a content state of another archive', () => {
  const opened = async (content: string | object) => openRoom(browser, viewer(content));

  it('opens a manifest by its address', async () => {
    const before = archive.asked.length;
    const page = await opened(`${base}/manifest`);
    expect(archive.asked.slice(before).filter((path) => path === '/manifest')).toHaveLength(1);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Une lettre');
    expect(await folio(page)).toContain('f. 1r');
    await page.getByRole('button', { name: 'Next page' }).click();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      manifest: `${base}/manifest`,
      canvas: `${base}/canvas/2`,
    });
  });

  it('opens a page of a manifest, and a chapter', async () => {
    const inManifest = [{ id: `${base}/manifest`, type: 'Manifest' }];
    for (const target of [
      { id: `${base}/canvas/2`, type: 'Canvas', partOf: inManifest },
      { id: `${base}/range/2`, type: 'Range', partOf: inManifest },
    ]) {
      const page = await opened(target);
      expect(await folio(page)).toContain('f. 2r');
    }
  });

  it('opens an annotation for it by its address, and the part of a page that it names', async () => {
    const page = await opened(`${base}/bookmark`);
    expect(await folio(page)).toContain('f. 2r');
    await expect.poll(() => shareOfPane(page)).toBeGreaterThan(0.85);
    expect(await picked(page).count()).toBe(0);
  });

  it('opens a line by its address, by way of its canvas', async () => {
    const page = await opened(`${base}/line/2-1`);
    expect(await folio(page)).toContain('f. 2r');
    await expectPicked(page, 'je me porte bien 2');
    await shareOfPane(page);
  });

  it('opens a part of a page of a manifest of version 2', async () => {
    const target = {
      type: 'SpecificResource',
      source: { id: `${base}/canvas/2`, type: 'Canvas', partOf: `${base}/manifest2` },
      selector: { type: 'FragmentSelector', value: 'xywh=percent:25,25,50,25' },
    };
    const page = await openPage(browser, viewer(target));
    await page.getByText('This page has no text yet').waitFor();
    expect(await folio(page)).toContain('f. 2r');
    expect(await shareOfPane(page)).toBeGreaterThan(0.85);
  });

  it('lights the place of a line whose text cannot be told from another', async () => {
    const page = await opened({
      ...{ id: `${base}/line/4-1`, type: 'Annotation', motivation: ['contentState'] },
      target: { id: `${base}/canvas/1#xywh=100,500,500,40`, type: 'Canvas', partOf: `${base}/twins` },
    });
    await shareOfPane(page);
    expect(await picked(page).count()).toBe(0);
    await rows(page).nth(2).click();
    await expectPicked(page, 'et vous embrasse 1');
  });

  it('opens the first of several, and says so', async () => {
    const page = await opened([
      { id: `${base}/canvas/2`, type: 'Canvas', partOf: `${base}/manifest` },
      { id: `${base}/canvas/1`, type: 'Canvas', partOf: `${base}/manifest` },
    ]);
    await page.getByText('The link names several things').waitFor();
    expect(await folio(page)).toContain('f. 2r');
  });

  it.each([
    ['nowhere', 'answered 404'],
    ['page', 'is not JSON'],
    ['closed', 'CORS'],
    ['all', 'names a collection'],
  ])('says why it cannot be opened: %s', async (path, reason) => {
    const page = await openPage(browser, viewer(`${base}/${path}`), { expectErrors: true });
    const failure = page.getByRole('alert');
    await failure.waitFor();
    expect(await failure.innerText()).toContain(reason);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('what is dropped on the room', () => {
  const drop = (page: Page, text: string) =>
    page.evaluate((dropped) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', dropped);
      const event = (name: string) => new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
      const target = document.querySelector('.desk-scan') ?? document.body;
      target.dispatchEvent(event('dragover'));
      return !target.dispatchEvent(event('drop'));
    }, text);

  it('is opened, if it is the address of a manifest', async () => {
    const page = await openRoom(browser, READ);
    await Promise.all([page.waitForURL(viewer(`${base}/manifest`)), drop(page, `${base}/manifest`)]);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Une lettre');
  });

  it('is refused in words, if it is none, and left to the browser, if it is something else', async () => {
    const page = await openRoom(browser, READ);
    expect(await drop(page, '{"id":"javascript:alert(1)","type":"Manifest"}')).toBe(true);
    await page.getByText('names no document that could be opened').waitFor();
    expect(await drop(page, 'Comrade Zales’ev')).toBe(false);
    expect(page.url()).toBe(READ);
  });
});

/** The id of the text that is not shown unless it is chosen. */
async function otherTranslation(): Promise<string> {
  const manifest = await (await fetch(`${DOCUMENT}/manifest`)).text();
  const texts = [
    ...manifest.matchAll(/"id":"[^"]*\/texts\/([\w-]+)\/pages\/705"[^}]*?"label":\{"en":\["([^"]*)"/g),
  ];
  return texts.find(([, , label = '']) => label.includes('Bruno'))?.[1] ?? '';
}

async function lastLine(annotationPage: string): Promise<{ id: string; words: string }> {
  const page = await (await fetch(annotationPage)).text();
  const [, id = '', words = ''] =
    [...page.matchAll(/"id":"([^"]*\/annotations\/[^"]*)".*?"value":"([^"]{0,40})/g)].at(-1) ?? [];
  return { id, words: words.replace(/<[^>]*>/g, '').slice(0, 20) };
}
