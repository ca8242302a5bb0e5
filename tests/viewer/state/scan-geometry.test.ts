import { describe, expect, it } from 'vitest';
import {
  bringIntoView,
  magnification,
  pointAt,
  showWhole,
  transformOf,
  turnTo,
  visiblePart,
} from '../../../viewer/state/scan-geometry.ts';
import { FakeViewport, worldOf } from './fake-viewport.ts';

const PANE = { x: 700, y: 800 };
const CANVAS = { x: 50, y: 20, width: 2000, height: 3000 };
const ID = 'canvas';
const world = worldOf(ID, CANVAS);
const offset = { x: CANVAS.x, y: CANVAS.y, scale: 1 };
const ANGLES = [0, 12.5, 45, 90, 133, 180, -90, -31];

const at = (degrees: number, scale = 1, x = 1050, y = 1520) => {
  const viewport = new FakeViewport(PANE, { x, y, scale });
  viewport.setRotation(degrees);
  return viewport;
};

/** Where the corners of a box of the canvas stand in the pane. */
const cornersIn = (viewport: FakeViewport, { x, y, width, height }: typeof CANVAS) =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ].map(([px = 0, py = 0]) => viewport.pixelFromPoint({ x: px + offset.x, y: py + offset.y }));

const isInside = ({ x, y }: { x: number; y: number }, slack = 0.01) =>
  x >= -slack && y >= -slack && x <= PANE.x + slack && y <= PANE.y + slack;

describe.each(ANGLES)('on a scan turned by %d degrees', (degrees) => {
  it('draws a place where the viewer shows it', () => {
    const viewport = at(degrees, 0.4);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] =
      /matrix\((.*)\)/.exec(transformOf(viewport).matrix)?.[1]?.split(' ').map(Number) ?? [];
    const pixel = viewport.pixelFromPoint({ x: 700, y: 900 });
    expect(a * 700 + c * 900 + e).toBeCloseTo(pixel.x, 6);
    expect(b * 700 + d * 900 + f).toBeCloseTo(pixel.y, 6);
    expect(transformOf(viewport).pixel).toBeCloseTo(2.5, 6);
  });

  it('finds the point of the canvas under a pixel', () => {
    const viewport = at(degrees, 0.4);
    const point = pointAt(viewport, viewport.pixelFromPoint({ x: 750, y: 920 }), offset);
    expect(point.x).toBeCloseTo(700, 6);
    expect(point.y).toBeCloseTo(900, 6);
  });

  it('shows the whole page with all its corners, and no smaller than it must', () => {
    const viewport = at(degrees, 3, 100, 100);
    showWhole(viewport, world, true);
    const corners = cornersIn(viewport, { ...CANVAS, x: 0, y: 0 });
    expect(corners.every((corner) => isInside(corner))).toBe(true);
    const touching = corners.filter(({ x, y }) => Math.min(x, y, PANE.x - x, PANE.y - y) < 0.01);
    expect(touching.length).toBeGreaterThanOrEqual(2);
    expect(magnification(viewport, world)).toBeCloseTo(1, 9);
    expect(visiblePart(viewport, ID, world)).toBeUndefined();
  });

  it('brings a line into view at the scale that the reader has, and then leaves it', () => {
    const viewport = at(degrees, 0.5);
    const line = { x: 300, y: 2900, width: 500, height: 40 };
    const wanted = { canvas: ID, boxes: [line], how: 'panned' } as const;
    bringIntoView(viewport, wanted, offset, undefined, true);
    expect(viewport.scale).toBeCloseTo(0.5, 9);
    expect(cornersIn(viewport, line).every((corner) => isInside(corner, -23.9))).toBe(true);
    const { x, y } = viewport.center;
    bringIntoView(viewport, wanted, offset, undefined, true);
    expect(viewport.center.x).toBeCloseTo(x, 6);
    expect(viewport.center.y).toBeCloseTo(y, 6);
  });

  it('moves nothing for a line that is in view', () => {
    const viewport = at(degrees, 0.5);
    const boxes = [{ x: 900, y: 1490, width: 200, height: 40 }];
    bringIntoView(viewport, { canvas: ID, boxes, how: 'legible', lineHeight: 40 }, offset, undefined, true);
    expect(viewport.center).toEqual({ x: 1050, y: 1520 });
  });

  it('keeps it from behind the controls in the corner', () => {
    const viewport = at(degrees, 1);
    const corner = { width: 300, height: 60 };
    // A dot that stands in the pane's bottom left corner.
    const { x, y } = pointAt(viewport, { x: 100, y: 770 }, offset);
    const boxes = [{ x: x - 2, y: y - 2, width: 4, height: 4 }];
    bringIntoView(viewport, { canvas: ID, boxes, how: 'panned' }, offset, corner, true);
    const after = viewport.pixelFromPoint({ x: x + offset.x, y: y + offset.y });
    expect(after.y).toBeLessThan(PANE.y - 60);
    expect(after.x).toBeCloseTo(100, 6);
  });

  it('frames a part in the middle, as large as it can be seen whole', () => {
    const viewport = at(degrees, 0.2);
    const part = { x: 400, y: 600, width: 800, height: 300 };
    bringIntoView(viewport, { canvas: ID, boxes: [part], how: 'framed' }, offset, undefined, true);
    expect(viewport.center.x).toBeCloseTo(850, 6);
    expect(viewport.center.y).toBeCloseTo(770, 6);
    const corners = cornersIn(viewport, part);
    expect(corners.every((corner) => isInside(corner, -23.9))).toBe(true);
    expect(corners.some(({ x, y }) => Math.min(x, y, PANE.x - x, PANE.y - y) < 24.1)).toBe(true);
  });

  it('shares what is in view: all of it, and on the page', () => {
    const viewport = at(degrees, 1.5, 900, 1200);
    const part = visiblePart(viewport, ID, world);
    if (part === undefined) throw new Error('nothing is in view');
    for (const [x, y] of [
      [25, 25],
      [675, 25],
      [25, 775],
      [350, 400],
    ] as const) {
      const point = pointAt(viewport, { x, y }, offset);
      expect(point.x).toBeGreaterThan(part.x - 2);
      expect(point.y).toBeGreaterThan(part.y - 2);
      expect(point.x).toBeLessThan(part.x + part.width + 2);
      expect(point.y).toBeLessThan(part.y + part.height + 2);
    }
    expect(part.x).toBeGreaterThanOrEqual(0);
    expect(part.width).toBeLessThan(CANVAS.width);
  });
});

describe('sharing what is in view of a page that lies on its side', () => {
  it('shares just that, so that framing it shows the same again', () => {
    const viewport = at(90, 1.5, 900, 1200);
    const part = visiblePart(viewport, ID, world);
    if (part === undefined) throw new Error('nothing is in view');
    expect(part.width).toBeCloseTo((PANE.y - 48) / 1.5, 6);
    expect(part.height).toBeCloseTo((PANE.x - 48) / 1.5, 6);
    const again = at(90, 0.3);
    bringIntoView(again, { canvas: ID, boxes: [part], how: 'framed' }, offset, undefined, true);
    expect(again.scale).toBeCloseTo(1.5, 6);
    expect(again.center.x).toBeCloseTo(900, 6);
    expect(again.center.y).toBeCloseTo(1200, 6);
  });
});

describe('turning the scan', () => {
  it('shows the whole page again where it was in view', () => {
    const viewport = at(0);
    showWhole(viewport, world, true);
    turnTo(viewport, 90, world);
    expect(magnification(viewport, world)).toBeCloseTo(1, 9);
    expect(viewport.scale).toBeCloseTo(700 / 3000, 9);
  });

  it('keeps the middle and the scale where the reader looks at a part', () => {
    const viewport = at(0, 1.5, 900, 1200);
    turnTo(viewport, 33, world);
    expect([viewport.center, viewport.scale, viewport.degrees]).toEqual([{ x: 900, y: 1200 }, 1.5, 33]);
  });
});
