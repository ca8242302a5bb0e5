import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../viewer/state/view.ts';

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

  it('asks for no closeness where the height of a line is unknown', () => {
    expect(viewOf(line, 0, whole, pane)).toBeUndefined();
  });
});
