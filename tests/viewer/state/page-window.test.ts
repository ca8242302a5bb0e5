import { expect, it } from 'vitest';
import { pageWindow, scrolledTo } from '../../../viewer/state/page-window.ts';

const cell = { width: 112, height: 184 };

it('draws no more than is in view, whatever the number of pages', () => {
  const pane = { width: 260, height: 800 };
  expect(pageWindow(2000, 0, pane, cell)).toEqual({ columns: 2, height: 184_000, first: 0, end: 10 });
  const middle = pageWindow(2000, 92_050, pane, cell);
  expect([middle.first, middle.end]).toEqual([1000, 1010]);
  expect(pageWindow(2000, 1e9, pane, cell).end).toBe(2000);
  expect(pageWindow(3, 0, pane, cell).end).toBe(3);
});

it('has a column though the pane is narrower than it, and draws nothing in a pane without a height', () => {
  expect(pageWindow(10, 0, { width: 50, height: 184 }, cell)).toMatchObject({ columns: 1, end: 1 });
  expect(pageWindow(10, 0, { width: 0, height: 0 }, cell).end).toBe(0);
});

it('scrolls no further than to have the page in view', () => {
  const rows = { columns: 2, paneHeight: 400, cellHeight: 184 };
  expect(scrolledTo(0, 300, rows)).toBe(0);
  expect(scrolledTo(3, 184, rows)).toBe(184);
  expect(scrolledTo(9, 0, rows)).toBe(5 * 184 - 400);
});
