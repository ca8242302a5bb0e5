import { describe, expect, it } from 'vitest';
import { framedBy, frameOf, panOf, viewOf } from '../../../viewer/state/view.ts';

const pane = { width: 720, height: 860 };
/** A page of 2480 by 3508, whole in the pane. */
const whole = { x: 1240, y: 1754, scale: 860 / 3508 };
const line = { x: 300, y: 1000, width: 1800, height: 50 };

describe('bringing a place into view', () => {
  it('moves nothing when it is in view and legible', () => {
    expect(viewOf(line, 50, whole, pane)).toBeUndefined();
  });

  it('comes closer when lines are too small to read, and then stays', () => {
    const view = viewOf({ ...line, width: 900 }, 20, whole, pane);
    expect(view?.scale).toBeCloseTo((720 - 48) / 900, 5);
    expect(view === undefined ? 'none' : viewOf({ ...line, width: 900 }, 20, view, pane)).toBeUndefined();
  });

  it('comes no closer than lets the place fit', () => {
    const view = viewOf({ ...line, width: 1900 }, 4, whole, pane);
    expect(view?.scale).toBeCloseTo((720 - 48) / 1900, 5);
  });

  it('pans no farther than it must, at the scale that the reader chose', () => {
    const near = { x: 500, y: 500, scale: 0.3 };
    const view = viewOf({ x: 300, y: 2000, width: 400, height: 50 }, 50, near, pane);
    expect(view).toEqual({ x: 500, y: 2050 - (860 - 48) / 0.3 / 2, scale: 0.3 });
  });

  it('draws back when the place is larger than the pane', () => {
    const near = { x: 1000, y: 1000, scale: 2 };
    const view = viewOf(line, 50, near, pane);
    expect(view?.scale).toBeCloseTo((720 - 48) / 1800, 5);
    expect(view?.x).toBeCloseTo(1200, 5);
  });

  it('only pans where it must not change the scale, and fills the pane with what does not fit', () => {
    const near = { x: 1000, y: 1000, scale: 2 };
    expect(panOf({ x: 900, y: 900, width: 200, height: 20 }, near, pane)).toBeUndefined();
    expect(panOf({ x: 100, y: 900, width: 200, height: 20 }, near, pane)).toEqual({
      x: 268,
      y: 1000,
      scale: 2,
    });
    const block = { x: 900, y: 2000, width: 1800, height: 2000 };
    const view = panOf(block, near, pane);
    expect(view).toEqual({ x: 1068, y: 2203, scale: 2 });
    expect(view === undefined ? 'none' : panOf(block, view, pane)).toBeUndefined();
  });

  it('keeps what is brought into view from behind the controls in the corner', () => {
    const covered = { ...pane, corner: { width: 160, height: 56 } };
    const view = { x: 360, y: 430, scale: 1 };
    const low = { x: 40, y: 800, width: 300, height: 20 };
    expect(viewOf(low, 20, view, pane)).toBeUndefined();
    expect(viewOf(low, 20, view, covered)).toEqual({ ...view, y: 446 });
    expect(viewOf({ ...low, x: 200 }, 20, view, covered)).toBeUndefined();
  });

  it('asks for no closeness where the height of a line is unknown', () => {
    expect(viewOf(line, 0, whole, pane)).toBeUndefined();
  });
});

describe('framing a part of a page', () => {
  it('shows it in the middle and as large as it can be seen whole', () => {
    expect(frameOf({ x: 100, y: 200, width: 336, height: 100 }, whole, pane)).toEqual({
      ...{ x: 268, y: 250 },
      scale: 2,
    });
    expect(frameOf({ x: 0, y: 0, width: 10, height: 812 }, whole, pane)?.scale).toBe(1);
  });

  it('shows the same again that was in view', () => {
    const view = { x: 900, y: 1200, scale: 0.8 };
    expect(frameOf(framedBy(view, pane), { ...view, scale: 3 }, pane)).toEqual(view);
    expect(frameOf(framedBy(view, pane), view, pane)).toBeUndefined();
  });
});
