import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than the stops of any page; a trap is one in which nothing else ever comes. */
const MOST_STOPS = 120;

/** Where the keyboard is, and what may be wrong with that. */
export type Stop = {
  /** Of the focused element: its role or element, and its name. */
  what: string;
  /** In CSS pixels of the window. */
  place: { x: number; y: number; width: number; height: number };
  faults: string[];
};

/** Presses a key as a reader does who has no mouse, and asserts that the focus can be seen where it is afterwards. */
export async function press(page: Page, key: string): Promise<Stop> {
  await rememberLooks(page);
  await page.keyboard.press(key);
  return expectSeen(page);
}

/** Asserts that the focus is on something that can be seen, and has a ring. */
export async function expectSeen(page: Page): Promise<Stop> {
  // What opens, scrolls or takes the focus does so in the next frames.
  await page.waitForLoadState();
  let stop = await stopOf(page);
  for (let wait = 0; stop.faults.length > 0 && wait < 20; wait += 1) {
    await page.waitForTimeout(50);
    stop = await stopOf(page);
  }
  expect(stop, stop.what).toEqual({ ...stop, faults: [] });
  return stop;
}

/**
 * Walks by Tab to what has a name, and asserts at each stop that it can be seen.
 *
 * @param name how the accessible name begins, as `stopOf` has it: `button Cite`.
 * @returns the stops, of which that is the last.
 */
export async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    const stop = await press(page, key);
    stops.push(stop);
    if (stop.what.startsWith(name)) return stops;
  }
  throw new Error(`no way by ${key} to ${name}; there are ${stops.map(({ what }) => what).join(', ')}`);
}

/** All outlines, shadows and edges as they are before a key is pressed. */
async function rememberLooks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const looks = new WeakMap<Element, string>();
    for (const element of document.querySelectorAll('*')) {
      const { outline, boxShadow, borderColor } = getComputedStyle(element);
      looks.set(element, [outline, boxShadow, borderColor].join());
    }
    const before = document.activeElement;
    Object.assign(window, { looksBefore: { looks, before } });
  });
}

async function stopOf(page: Page): Promise<Stop> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { x, y, width, height } = element.getBoundingClientRect();
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const words =
      element.getAttribute('aria-label') ??
      labels[0]?.textContent ??
      element.textContent.replace(/\s+/g, ' ');
    const what = `${element.role ?? element.localName} ${words.trim()}`;
    const faults: string[] = [];
    const fault = (is: boolean, words: string) => {
      if (is) faults.push(words);
    };
    fault(element === document.body || element === document.documentElement, 'the focus is nowhere');
    fault(width < 1 || height < 1, 'it has no size');
    const [across, down] = [document.documentElement.clientWidth, window.innerHeight];
    const fits = width <= across && height <= down;
    fault(
      fits
        ? x < -1 || y < -1 || x + width > across + 1 || y + height > down + 1
        : x >= across || y >= down || x + width <= 0 || y + height <= 0,
      'it is not in view',
    );
    // A part of it may be long; what is as small as a button is seen whole.
    const inset = Math.min(4, width / 2, height / 2);
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const points =
      height > 60 || width > 400
        ? [[middleX, Math.min(Math.max(middleY, 1), down - 1)] as const]
        : ([
            [middleX, middleY],
            [x + inset, middleY],
            [x + width - inset, middleY],
            [middleX, y + inset],
            [middleX, y + height - inset],
          ] as const);
    for (const [left, top] of points) {
      const at = document.elementFromPoint(left, top);
      const own = at !== null && (element.contains(at) || at.contains(element));
      fault(!own, `it is covered by ${at?.className.toString() ?? 'nothing'}`);
    }
    const { outlineStyle, outlineWidth, outlineColor, outline, boxShadow, borderColor } =
      getComputedStyle(element);
    const isOutlined =
      outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$|\/ 0\)$/.test(outlineColor);
    const remembered: unknown = Reflect.get(window, 'looksBefore');
    const looks: unknown =
      typeof remembered === 'object' && remembered !== null ? Reflect.get(remembered, 'looks') : undefined;
    const before: unknown =
      typeof remembered === 'object' && remembered !== null ? Reflect.get(remembered, 'before') : undefined;
    const look: unknown = looks instanceof WeakMap ? looks.get(element) : undefined;
    // Of what had the focus before, and of what has just been made, it is not known how it looks without.
    const isChanged =
      look === undefined || before === element || look !== [outline, boxShadow, borderColor].join();
    fault(!(isOutlined && isChanged), 'it has no ring');
    return { what, place: { x, y, width, height }, faults };
  });
  return seen;
}
