import { describe, expect, it } from 'vitest';
import { Swipe, type Touch } from '../../../viewer/state/swipe.ts';

const touch = (clientX: number, clientY: number, timeStamp: number, more: Partial<Touch> = {}): Touch => ({
  ...{ pointerId: 1, pointerType: 'touch', clientX, clientY, timeStamp },
  ...more,
});

const stroke = (to: Touch, may = true) => {
  const swipe = new Swipe();
  swipe.press(touch(200, 200, 0), may);
  return swipe.release(to);
};

describe('a finger on the scan', () => {
  it('wipes to a side, far and fast enough', () => {
    expect(stroke(touch(100, 210, 200))).toBe('left');
    expect(stroke(touch(300, 190, 200))).toBe('right');
  });

  it('only moves the scan if it is slow, goes down as well, or not far', () => {
    expect(stroke(touch(100, 200, 2000))).toBe('moved');
    expect(stroke(touch(100, 280, 200))).toBe('moved');
    expect(stroke(touch(170, 200, 200))).toBe('moved');
  });

  it('does nothing by a tap, zoomed in, or as a mouse', () => {
    expect(stroke(touch(203, 203, 90))).toBeUndefined();
    expect(stroke(touch(100, 200, 200), false)).toBeUndefined();
    const swipe = new Swipe();
    swipe.press(touch(200, 200, 0, { pointerType: 'mouse' }), true);
    expect(swipe.release(touch(100, 200, 200, { pointerType: 'mouse' }))).toBeUndefined();
  });

  it('does not wipe while another one is down, as when two zoom', () => {
    const swipe = new Swipe();
    swipe.press(touch(200, 200, 0), true);
    swipe.press(touch(300, 200, 10, { pointerId: 2 }), true);
    expect(swipe.release(touch(100, 200, 200))).toBeUndefined();
    expect(swipe.release(touch(400, 200, 210, { pointerId: 2 }))).toBeUndefined();
    swipe.press(touch(200, 200, 300), true);
    expect(swipe.release(touch(100, 200, 400))).toBe('left');
  });
});
