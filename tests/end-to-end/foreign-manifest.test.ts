import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page.ts';

/** Another institution's server: Presentation 2.1, string labels, a canvas without image service, a list of lines. */
const WIDTH = 800;
const HEIGHT = 1100;

let browser: Browser;
let server: Server;
let base = '';

beforeAll(async () => {
  browser = await launchBrowser();
  const scan = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#eee4cc' } })
    .jpeg()
    .toBuffer();
  server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const description = { '/manifest': manifest(), '/list': list() }[request.url ?? ''];
    if (description !== undefined)
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(description));
    else if (request.url === '/scan.jpg') response.setHeader('Content-Type', 'image/jpeg').end(scan);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});

afterAll(async () => {
  await browser.close();
  server.close();
});

function manifest() {
  return {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': `${base}/manifest`,
    '@type': 'sc:Manifest',
    label: 'A letter of another archive',
    attribution: 'Held by another archive',
    sequences: [
      {
        '@type': 'sc:Sequence',
        canvases: [
          {
            '@id': `${base}/canvas/1`,
            '@type': 'sc:Canvas',
            label: 'f. 1r',
            width: WIDTH,
            height: HEIGHT,
            images: [
              {
                '@type': 'oa:Annotation',
                motivation: 'sc:painting',
                on: `${base}/canvas/1`,
                resource: {
                  '@id': `${base}/scan.jpg`,
                  '@type': 'dctypes:Image',
                  format: 'image/jpeg',
                  width: WIDTH,
                  height: HEIGHT,
                },
              },
            ],
            otherContent: [{ '@id': `${base}/list`, '@type': 'sc:AnnotationList', label: 'Transcription' }],
          },
        ],
      },
    ],
  };
}

function list() {
  const lines = ['Ma chère mère,', 'je me porte bien <img src=x onerror="document.title=\'stolen\'">'];
  return {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': `${base}/list`,
    '@type': 'sc:AnnotationList',
    resources: lines.map((chars, index) => ({
      '@id': `${base}/line/${index}`,
      '@type': 'oa:Annotation',
      motivation: 'sc:painting',
      resource: { '@type': 'cnt:ContentAsText', format: 'text/html', language: 'fr', chars },
      on: `${base}/canvas/1#xywh=100,${100 + index * 60},500,40`,
    })),
  };
}

describe('a manifest that is not ours', () => {
  it('is read beside its scan, and lights up where its lines stand', async () => {
    const url = `${inject('address')}/viewer?manifest=${encodeURIComponent(`${base}/manifest`)}`;
    const page = await openPage(browser, url, { expectErrors: true });
    const rows = page.getByRole('row');
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toHaveLength(2);
    expect(await page.getByRole('grid').innerText()).toContain('Ma chère mère,');
    expect(await page.locator('[data-segment]').first().getAttribute('lang')).toBe('fr');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('A letter of another archive');
    await page.waitForTimeout(1500);
    await rows.first().click();
    await expect.poll(() => page.locator('.desk-lit-edge').count()).toBeGreaterThan(0);
    expect(await page.getByText('Held by another archive').count()).toBeGreaterThan(0);
    expect(await page.title()).not.toBe('stolen');
  });
});
