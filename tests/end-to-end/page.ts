import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { closeWindow, openWindow, type ProfileOptions } from './profile.ts';

/** A new window on an address. What the page logs as an error fails the test that opened it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: ProfileOptions & { expectErrors?: boolean } = {},
): Promise<Page> {
  const { expectErrors = false, ...profile } = options;
  const page = await openWindow(browser, profile);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  onTestFinished(async () => {
    await closeWindow(page);
    if (!expectErrors) expect(errors).toEqual([]);
  });
  await page.goto(url);
  return page;
}

/** The rules that can differ between a light room and a dark one. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Violations of axe's rules for WCAG 2.2 AA and its best practices, as lines to read.
 * @param without rules that are not asked for, by their ids; `only` those that are.
 */
export async function accessibilityViolations(
  page: Page,
  { without = [], only = [] }: { without?: readonly string[]; only?: readonly string[] } = {},
): Promise<string[]> {
  // Our pages have no frames: what goes into each of them, a second page among it, is half of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).disableRules([...without]);
  const { violations } = await (only.length > 0 ? axe.withRules([...only]) : axe).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
