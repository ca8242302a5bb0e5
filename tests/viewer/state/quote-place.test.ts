import { describe, expect, it } from 'vitest';
import { besideSelection } from '../../../viewer/state/quote-place.ts';

const bar = { width: 150, height: 40 };
const view = { left: 8, top: 52, right: 1000, bottom: 700 };
const line = (left: number, top: number, right: number) => ({ left, top, right, bottom: top + 24 });
const row = { left: 300, top: 60, right: 980, bottom: 200 };

describe('the bar beside words that are selected', () => {
  it('is above them, where it covers neither these nor the next', () => {
    const lines = [line(600, 300, 900), line(320, 324, 500)];
    const place = besideSelection(lines, { bar, row, view, isTouched: false });
    expect((place?.top ?? Infinity) + bar.height).toBeLessThanOrEqual(300);
    expect(place?.left).toBe(675);
  });

  it('stays in the window', () => {
    const place = besideSelection([line(980, 300, 999)], { bar, row, view, isTouched: false });
    expect(place?.left).toBe(850);
  });

  it('is in the margin where there is no room above', () => {
    const lines = [line(600, 60, 900)];
    const after = { ...row, right: 820 };
    expect(besideSelection(lines, { bar, row: after, view, isTouched: false })).toEqual({
      left: 826,
      top: 60,
    });
    expect(besideSelection(lines, { bar, row, view, isTouched: false })).toEqual({ left: 144, top: 60 });
  });

  it('is below where there is no margin either, and where a system has its own menu above', () => {
    const wide = { ...row, left: 0, right: 1000 };
    expect(besideSelection([line(600, 60, 900)], { bar, row: wide, view, isTouched: false })?.top).toBe(90);
    expect(besideSelection([line(600, 300, 900)], { bar, row, view, isTouched: true })?.top).toBe(330);
  });

  it('is nowhere without words', () => {
    expect(besideSelection([], { bar, row, view, isTouched: false })).toBeUndefined();
  });
});
