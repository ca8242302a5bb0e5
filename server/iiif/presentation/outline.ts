import type { Box, Point, Size } from '../../model/box.ts';
import type { Place } from '../../model/text.ts';

/**
 * A place's outline as the value of an SvgSelector, in whole units inside the canvas (Web Annotation Data Model
 * §4.2.5): of a place in several lines one ring around each. A `path`, which more viewers draw than `polygon`. Undefined
 * where the outline is not known, or is an upright rectangle and so says no more than the place's box.
 */
export function outlineOf({ polygon = [], parts = [] }: Place, canvas: Size): string | undefined {
  const shapes = parts.length > 0 ? parts.map((part) => part.polygon ?? cornersOf(part.box)) : [polygon];
  const rings = shapes.map((points) => ringOf(points, canvas)).filter((ring) => ring.length > 2);
  const [only] = rings;
  if (only === undefined || (rings.length === 1 && isRectangle(only))) return undefined;
  const path = rings.map(pathOf).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg"><path d="${path}"/></svg>`;
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
}

function ringOf(points: readonly Point[], canvas: Size): Point[] {
  return points
    .map(({ x, y }) => ({ x: within(x, canvas.width), y: within(y, canvas.height) }))
    .filter((point, index, all) => !isSame(point, all[index - 1]));
}

function pathOf(ring: readonly Point[]): string {
  const [first, ...rest] = ring.map(({ x, y }) => `${x},${y}`);
  return `M${first ?? ''} L${rest.join(' ')} Z`;
}

function within(value: number, length: number): number {
  return Math.min(Math.max(Math.round(value), 0), length);
}

function isSame(point: Point, before: Point | undefined): boolean {
  return point.x === before?.x && point.y === before.y;
}

/** Whether it fills the box around it, but for the rounding of a unit at each edge; also if it has no area at all. */
function isRectangle(points: readonly Point[]): boolean {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const area = areaOf(points);
  return area === 0 || area >= Math.max(0, width - 2) * Math.max(0, height - 2);
}

/** By the shoelace formula: the sum of what lies under each edge. */
function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length];
    return next === undefined ? sum : sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
