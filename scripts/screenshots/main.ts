import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../../tests/support/browser.ts';
import { SCREENSHOTS, type Screenshot } from './screenshots.ts';

/** Of what moves on a page nothing moves any more. Milliseconds. */
const REST = 700;

/** Draws the README's pictures: builds the program, serves the specimen archive from a new folder, and looks at it. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'diptych-screenshots-'));
const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (status !== 0) throw new Error('the build failed');
const server = spawn(
  process.execPath,
  [join(root, 'scripts/diptych.mjs'), 'start', '--port', '0', '--var', folder, '--archive', root],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const address = await addressOf(server);
  const browser = await launchBrowser();
  await mkdir(join(root, 'docs/screenshots'), { recursive: true });
  for (const screenshot of SCREENSHOTS) {
    const picture = await take(browser, address, screenshot);
    await writeFile(join(root, 'docs/screenshots', screenshot.file), picture);
    console.log(`${screenshot.file}  ${Math.ceil(picture.length / 1024)} kB`);
  }
  await browser.close();
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** What the program says that it listens on, without a slash at its end. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    program.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
      const [, url] = /Diptych is at (\S+?)\/\s/.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
    program.once('exit', () => reject(new Error(`the server stopped: ${output}`)));
  });
}

async function take(
  browser: Browser,
  address: string,
  { window, width, scheme, path, isTouched = false, act }: Screenshot,
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: window,
    // Twice as fine as it is written: letters keep their shape when they are made smaller.
    deviceScaleFactor: 2,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: isTouched,
    isMobile: isTouched,
    ...{ locale: 'en-GB', timezoneId: 'UTC' },
  });
  const page = await context.newPage();
  await page.goto(address + path);
  await act(page);
  // The pointer lights up nothing of its own.
  if (!isTouched) await page.mouse.move(0, 0);
  await page.waitForTimeout(REST);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  const height = Math.round((width * window.height) / window.width);
  return sharp(picture).resize(width, height).webp({ quality: 78, effort: 6 }).toBuffer();
}
