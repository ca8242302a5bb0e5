import type { Box, Point, Size } from '../model/box.ts';

type Attributes = Readonly<Record<string, string>>;

/** A box as its element gives it, if it does; and what is wrong with the numbers, each as `WIDTH="NaN"`. */
export type ReadBox = { box?: Box; faults: readonly string[] };

/** Larger than any page in any unit; beyond it a number is a mistake. */
const LARGEST = 1_000_000;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i;
/** Of one outline: real ones have some hundreds. */
const MOST_POINTS = 2000;

/**
 * HPOS, VPOS, WIDTH and HEIGHT. 0 is a position like any other; a width or height of 0 is no box and no fault,
 * since software writes it for what it does not know. What hangs over the left or upper edge is cut, and named.
 */
export function readBox(attributes: Attributes): ReadBox {
  const faults: string[] = [];
  const x = readNumber('HPOS', attributes, faults);
  const y = readNumber('VPOS', attributes, faults);
  const width = readNumber('WIDTH', attributes, faults);
  const height = readNumber('HEIGHT', attributes, faults);
  if (x !== undefined && x < 0) faults.push(`HPOS="${x}"`);
  if (y !== undefined && y < 0) faults.push(`VPOS="${y}"`);
  if (width !== undefined && width < 0) faults.push(`WIDTH="${width}"`);
  if (height !== undefined && height < 0) faults.push(`HEIGHT="${height}"`);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return { faults };
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const box = { x: left, y: top, width: x + width - left, height: y + height - top };
  return box.width > 0 && box.height > 0 ? { box, faults } : { faults };
}

/** WIDTH and HEIGHT of a page, both above 0. */
export function readSize(attributes: Attributes): { size?: Size; faults: readonly string[] } {
  const faults: string[] = [];
  const width = readNumber('WIDTH', attributes, faults);
  const height = readNumber('HEIGHT', attributes, faults);
  if (width !== undefined && width <= 0) faults.push(`WIDTH="${width}"`);
  if (height !== undefined && height <= 0) faults.push(`HEIGHT="${height}"`);
  if (width === undefined || height === undefined || faults.length > 0) return { faults };
  return { size: { width, height }, faults };
}

/** POINTS, which ALTO 2 and 3 leave open: `1,2 3,4`, `1 2 3 4` and `1,2,3,4` are all found. Undefined below 3 points. */
export function readPoints(text: string): Point[] | undefined {
  const numbers = text
    .trim()
    .split(/[\s,]+/, 2 * MOST_POINTS)
    .map((part) => (NUMBER.test(part) ? Number(part) : Number.NaN));
  if (numbers.length < 6 || numbers.length % 2 === 1) return undefined;
  if (numbers.some((number) => Number.isNaN(number) || Math.abs(number) > LARGEST)) return undefined;
  const points: Point[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    points.push({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 });
  }
  return points;
}

/** The box around an outline, as far as it is on the page; undefined if that has no area. */
export function boundsOf(points: readonly Point[]): Box | undefined {
  const x = Math.max(0, Math.min(...points.map((point) => point.x)));
  const y = Math.max(0, Math.min(...points.map((point) => point.y)));
  const width = Math.max(...points.map((point) => point.x)) - x;
  const height = Math.max(...points.map((point) => point.y)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function readNumber(name: string, attributes: Attributes, faults: string[]): number | undefined {
  const text = attributes[name]?.trim();
  if (text === undefined || text === '') return undefined;
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(number) <= LARGEST) return number;
  faults.push(`${name}="${text.slice(0, 20)}"`);
  return undefined;
}
