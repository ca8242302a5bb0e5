import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** What a browser is asked to be: its language, its colours, the size of its windows. */
export type ProfileOptions = BrowserContextOptions;

const kept = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

/**
 * A new window of a person with these options. It comes without history, cookies or anything that a page has
 * kept; yet what the server said may be kept for good stays, and so does the script as the browser has read
 * it, since one window of the site is open all the time: a room then opens in half the time.
 */
export async function openWindow(browser: Browser, options: ProfileOptions): Promise<Page> {
  const profiles = kept.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  kept.set(browser, profiles);
  const key = JSON.stringify(options);
  const opened = profiles.get(key) ?? openProfile(browser, options);
  profiles.set(key, opened);
  return (await opened).newPage();
}

/** Closes a window with all that was opened from it, and forgets what its pages have kept. */
export async function closeWindow(page: Page): Promise<void> {
  const profile = page.context();
  const [first, ...others] = profile.pages();
  const origins = new Set(others.map((one) => originOf(one.url())));
  await Promise.all(others.map((one) => one.close()));
  await profile.clearCookies();
  if (first === undefined) return;
  const session = await profile.newCDPSession(first);
  for (const origin of origins)
    if (origin !== undefined)
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
  await session.detach();
}

async function openProfile(browser: Browser, options: ProfileOptions): Promise<BrowserContext> {
  const profile = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const first = await profile.newPage();
  await first.goto(`${inject('address')}/robots.txt`);
  return profile;
}

function originOf(url: string): string | undefined {
  const { origin } = new URL(url);
  return origin === 'null' ? undefined : origin;
}
