import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { encodeContentState } from '../../viewer/iiif/content-state-encoding.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityViolations, openPage } from './page.ts';
import { litBoxes, openRoom, rows, standsStill } from './room.ts';

const address = inject('address');
const READ = `${address}/read/telegram-1950-10-07`;
const DOCUMENT = `${address}/iiif/documents/telegram-1950-10-07`;
const partOf = [{ id: `${DOCUMENT}/manifest`, type: 'Manifest' }];

/** Another institution's archive: one manifest of version 3, one of version 2.1, and states that name them. */
const WIDTH = 800;
const HEIGHT = 1100;

let browser: Browser;
let server: Server;
let base = '';
/** Every path that was asked for. */
const asked: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const scan = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#eee4cc' } })
    .jpeg()
    .toBuffer();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    // One resource that other sites may not read.
    if (request.url !== '/closed') response.setHeader('Access-Control-Allow-Origin', '*');
    const resource = resources()[request.url ?? ''];
    if (resource !== undefined)
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(resource));
    else if (request.url === '/scan.jpg') response.setHeader('Content-Type', 'image/jpeg').end(scan);
    else if (request.url === '/page') response.setHeader('Content-Type', 'text/html').end('<p>A page');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  base = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : '';
});

afterAll(async () => {
  await browser.close();
  server.close();
});

function resources(): Record<string, unknown> {
  const canvas = (number: number) => `${base}/canvas/${number}`;
  const lines = (number: number, on = number) => ({
    id: `${base}/lines/${number}`,
    type: 'AnnotationPage',
    label: { en: ['Transcription'] },
    items: ['Ma chère mère,', 'je me porte bien', 'et vous embrasse'].map((value, index) => ({
      id: `${base}/line/${number}-${index}`,
      type: 'Annotation',
      motivation: ['supplementing'],
      body: { type: 'TextualBody', value: `${value} ${number}`, language: 'fr', format: 'text/plain' },
      target: `${canvas(on)}#xywh=100,${100 + index * 400},500,40`,
    })),
  });
  const canvases = [1, 2].map((number) => ({
    id: canvas(number),
    type: 'Canvas',
    label: { none: [`f. ${number}r`] },
    width: WIDTH,
    height: HEIGHT,
    annotations: [lines(number)],
    items: [
      {
        id: `${canvas(number)}/page`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${canvas(number)}/scan`,
            type: 'Annotation',
            motivation: 'painting',
            target: canvas(number),
            body: {
              ...{ id: `${base}/scan.jpg`, type: 'Image', format: 'image/jpeg' },
              ...{ width: WIDTH, height: HEIGHT },
            },
          },
        ],
      },
    ],
  }));
  const presentation = 'http://iiif.io/api/presentation/3/context.json';
  const inManifest = [{ id: `${base}/manifest`, type: 'Manifest' }];
  const bookmark = (target: unknown) => ({
    '@context': presentation,
    ...{ id: `${base}/bookmark`, type: 'Annotation' },
    ...{ motivation: ['contentState'], target },
  });
  return {
    '/manifest': {
      '@context': presentation,
      ...{ id: `${base}/manifest`, type: 'Manifest', label: { fr: ['Une lettre'] } },
      items: canvases,
      structures: [{ id: `${base}/range/2`, type: 'Range', items: [{ id: canvas(2), type: 'Canvas' }] }],
    },
    // Three texts of one name, of which the third cannot be chosen.
    '/twins': {
      '@context': presentation,
      ...{ id: `${base}/twins`, type: 'Manifest', label: { fr: ['Jumelles'] } },
      items: canvases
        .slice(0, 1)
        .map((one) => ({ ...one, annotations: [lines(1), lines(3, 1), lines(4, 1)] })),
    },
    '/manifest2': {
      '@context': 'http://iiif.io/api/presentation/2/context.json',
      ...{ '@id': `${base}/manifest2`, '@type': 'sc:Manifest', label: 'Une autre lettre' },
      sequences: [
        {
          '@type': 'sc:Sequence',
          canvases: [1, 2].map((number) => ({
            ...{ '@id': canvas(number), '@type': 'sc:Canvas', label: `f. ${number}r` },
            ...{ width: WIDTH, height: HEIGHT },
            images: [
              {
                ...{ '@type': 'oa:Annotation', motivation: 'sc:painting', on: canvas(number) },
                resource: {
                  '@id': `${base}/scan.jpg`,
                  '@type': 'dctypes:Image',
                  width: WIDTH,
                  height: HEIGHT,
                },
              },
            ],
          })),
        },
      ],
    },
    '/canvas/2': { '@context': presentation, ...canvases[1], partOf: inManifest },
    '/line/2-1': { '@context': presentation, ...lines(2).items[1] },
    '/bookmark': bookmark({ id: `${canvas(2)}#xywh=100,800,200,150`, type: 'Canvas', partOf: inManifest }),
    '/closed': bookmark(`${base}/manifest`),
    '/all': { '@context': presentation, id: `${base}/all`, type: 'Collection', items: [] },
  };
}

const viewer = (content: string | object) =>
  `${address}/viewer?iiif-content=${encodeURIComponent(typeof content === 'string' ? content : encodeContentState(content))}`;

const folio = (page: Page) => page.getByRole('navigation', { name: 'Pages' }).innerText();
const picked = (page: Page) => page.locator('[role=row][aria-selected=true]');

/** What is lit lies in the pane, whole; answers how much of the pane's width it takes. */
async function shareOfPane(page: Page): Promise<number> {
  await expect.poll(async () => (await litBoxes(page)).length).toBeGreaterThan(0);
  await standsStill(page);
  const pane = await page.locator('.openseadragon-canvas').first().boundingBox();
  const boxes = await litBoxes(page);
  if (pane === null) throw new Error('there is no scan');
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(pane.x);
    expect(box.y).toBeGreaterThanOrEqual(pane.y);
    expect(box.x + box.width).toBeLessThanOrEqual(pane.x + pane.width);
    expect(box.y + box.height).toBeLessThanOrEqual(pane.y + pane.height);
  }
  return Math.max(...boxes.map(({ width, height }) => Math.max(width / pane.width, height / pane.height)));
}

/** The picked row says this, and comes into view among the texts. */
async function expectPicked(page: Page, words: string): Promise<void> {
  await expect.poll(() => picked(page).count()).toBe(1);
  expect(await picked(page).innerText()).toContain(words);
  await expect
    .poll(() =>
      picked(page).evaluate((row) => {
        const [own, pane] = [row, row.closest('.desk-scroll')].map((box) => box?.getBoundingClientRect());
        if (own === undefined || pane === undefined) return false;
        return own.top >= pane.top - 1 && own.bottom <= pane.bottom + 1;
      }),
    )
    .toBe(true);
}

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
    const before = asked.length;
    const page = await opened(`${base}/manifest`);
    expect(asked.slice(before).filter((path) => path === '/manifest')).toHaveLength(1);
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

describe('sharing', () => {
  const open = async (page: Page) => {
    const button = page.getByRole('button', { name: 'Share' });
    if (await button.isVisible()) await button.click();
    else {
      // On a phone it is in the menu.
      await page.locator('.desk-bar').getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Share' }).click();
    }
    return page.getByRole('dialog', { name: 'Share' });
  };
  /** Copies the link to what is chosen by the button, and answers what then is in the clipboard. */
  const copy = async (page: Page, extent: string, link: string) => {
    const dialog = await open(page);
    await dialog.getByRole('radio', { name: extent }).check();
    await dialog.getByRole('button', { name: `Copy: ${link}`, exact: true }).click();
    await expect.poll(() => dialog.getByRole('status').allInnerTexts()).toContain('Copied');
    await page.keyboard.press('Escape');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const permissions = ['clipboard-read', 'clipboard-write'];

  it.each(['Link', 'IIIF link'])('gives a link to the line that opens it again: %s', async (link) => {
    const page = await openRoom(browser, READ, { permissions });
    await rows(page).nth(12).click();
    const words = await picked(page).innerText();
    const url = await copy(page, 'This line', link);
    expect(await picked(page).innerText()).toBe(words);
    const fresh = await openRoom(browser, url);
    await expectPicked(fresh, words.split('\n')[0] ?? '');
    expect(await litBoxes(fresh)).toEqual(await litBoxes(page));
  });

  it.each(['Link', 'IIIF link'])('gives a link to the page, and to the document: %s', async (link) => {
    const page = await openRoom(browser, `${READ}?page=706`, { permissions });
    const [toPage, toDocument] = [await copy(page, 'This page', link), await copy(page, 'Document', link)];
    expect(await folio(await openRoom(browser, toPage))).toContain('706');
    expect(await folio(await openRoom(browser, toDocument))).toContain('705');
  });

  it.each(['Link', 'IIIF link'])(
    'gives a link to what is in view, which shows it again: %s',
    async (link) => {
      const page = await openRoom(browser, READ, { permissions });
      const dialog = await open(page);
      expect(await dialog.getByRole('radio', { name: 'What is in view' }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
      await rows(page).nth(5).hover();
      await page.waitForTimeout(800);
      const before = await litBoxes(page);
      const fresh = await openRoom(browser, await copy(page, 'What is in view', link));
      expect(await shareOfPane(fresh)).toBeGreaterThan(0.85);
      await rows(fresh).nth(5).hover();
      await fresh.waitForTimeout(800);
      const after = await litBoxes(fresh);
      expect(after).toHaveLength(before.length);
      after.forEach((box, index) => {
        expect(Math.abs(box.x - (before[index]?.x ?? NaN))).toBeLessThan(4);
        expect(Math.abs(box.y - (before[index]?.y ?? NaN))).toBeLessThan(4);
      });
    },
  );

  it('names the line of the translation that the reader has chosen', async () => {
    const page = await openRoom(browser, READ, { permissions });
    const chooser = page.getByRole('combobox', { name: 'Text in column 2' });
    const names = await chooser.getByRole('option').allInnerTexts();
    await chooser.selectOption({ label: names.find((name) => name.includes('Bruno')) ?? '' });
    await rows(page).nth(3).click();
    const words = await picked(page).innerText();
    const link = await copy(page, 'This line', 'Link');
    expect(link).toMatch(/&segment=en-b\.s\d+&panes=scan,ru,en-b$/);
    const fresh = await openRoom(browser, link);
    await expectPicked(fresh, words);
    // The same of one that was linked by hand.
    await chooser.selectOption({ label: names.find((name) => name.includes('Adela')) ?? '' });
    await rows(page).nth(8).click();
    expect(await copy(page, 'This line', 'Link')).toMatch(/&segment=en-a\.s\d+$/);
  });

  it('names the sentence that was clicked, though its line has the end of another', async () => {
    const page = await openRoom(browser, `${address}/read/report-1950-11-06?page=14`, { permissions });
    const sentence = page.locator('.desk-texts [data-segment]', { hasText: 'The ferry is working' }).first();
    await sentence.click();
    const words = await picked(page).innerText();
    const byPointer = await copy(page, 'This line', 'Link');
    const name = (await sentence.getAttribute('data-segment'))?.split('/').at(-1);
    expect(new URL(byPointer).searchParams.get('segment')).toBe(`en.${name}`);
    // By keys no text of the row is meant more than another.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await picked(page).innerText()).toBe(words);
    for (const link of [byPointer, await copy(page, 'This line', 'Link')]) {
      const fresh = await openRoom(browser, link);
      await expectPicked(fresh, 'The ferry is working');
      expect(await picked(fresh).innerText()).toBe(words);
      expect(await picked(fresh).evaluate((row) => row === document.activeElement)).toBe(true);
    }
  });

  it('gives an IIIF link alone where the document is another archive’s, which opens its line', async () => {
    const page = await openRoom(browser, viewer(`${base}/manifest`), { permissions });
    await rows(page).nth(2).click();
    const url = await copy(page, 'This line', 'Link');
    expect(url).toContain('/viewer?iiif-content=');
    const fresh = await openRoom(browser, url);
    await expectPicked(fresh, 'et vous embrasse 1');
  });

  it('is done with keys alone, and leaves the reader where they were', async () => {
    const page = await openRoom(browser, `${READ}?segment=ru.s20`);
    await page.getByRole('button', { name: 'Share' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.waitFor();
    expect(await dialog.getByRole('radio', { name: 'This line' }).isChecked()).toBe(true);
    const link = dialog.getByRole('textbox', { name: 'Link', exact: true });
    expect(await link.inputValue()).toBe(`${READ}?page=705&segment=ru.s20`);
    await dialog.getByRole('radio', { name: 'This line' }).focus();
    await page.keyboard.press('ArrowUp');
    expect(await link.inputValue()).toBe(`${READ}?page=705`);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await expectPicked(page, 'Кроме того, заметил он');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Share');
  });

  it('marks the address where the browser does not let a page copy', async () => {
    const page = await openRoom(browser, READ);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const dialog = await open(page);
    await dialog.getByRole('button', { name: 'Copy: Link', exact: true }).click();
    await dialog.getByText('does not let the page copy').waitFor();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(`${READ}?page=705`);
  });

  it.each([
    ['light', 1440],
    ['light', 390],
    ['dark', 1440],
    ['dark', 390],
  ] as const)('has a dialog without violations, in a %s room of %i px', async (colorScheme, width) => {
    const page = await openRoom(browser, `${READ}?segment=ru.s20`, {
      colorScheme,
      viewport: { width, height: 844 },
    });
    await open(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
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
