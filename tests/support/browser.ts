import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The first is Chromium without its own windows, which cost as much time as the pages in them. */
const USUAL_NAMES = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable', 'chrome'],
];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium to test with: the one that CHROMIUM names, else one on this machine, else Debian's package where
 * we may install it, else playwright's own download.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there`);
    return named;
  }
  return onThisMachine() ?? fromDebian() ?? fromPlaywright();
}

/** Without a sandbox when root, where Chromium has none; and without the calls home that a test has no use for. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Windows on one site share what the browser has read of its script.
      '--process-per-site',
      '--force-color-profile=srgb',
    ],
  });
}

function onThisMachine(): string | undefined {
  for (const name of USUAL_NAMES) {
    const { stdout, status } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return USUAL_PLACES.find((path) => existsSync(path));
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return undefined;
  console.log('No Chromium here; installing it from Debian (once) ...');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  // Older releases have no package of the first name.
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    const packages = [browser, 'fonts-dejavu-core', 'fonts-noto-cjk'];
    const { status } = spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
    if (status === 0) return onThisMachine();
  }
  return undefined;
}

function fromPlaywright(): string {
  if (!existsSync(chromium.executablePath())) {
    console.log('No Chromium here; downloading the one that playwright-core names (once) ...');
    const cli = join(
      dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
      'cli.js',
    );
    try {
      execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
    } catch {
      throw new Error(
        'No Chromium could be found or installed. Install Chromium or Chrome, or name one: CHROMIUM=/path/to/it npm test',
      );
    }
  }
  return chromium.executablePath();
}
