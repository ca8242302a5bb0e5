import { idOf, isRecord, listOf, recordsOf } from './json.ts';
import type { Box, Outline, Point } from './text.ts';

/** Of a canvas, in its units. */
export type Size = { width: number; height: number };

/**
 * Where an annotation stands: a canvas (or a manifest) by its URI, and a part of it where one is named, with the
 * line around it where an SVG draws one.
 */
export type Target = { source: string; box?: Box; outline?: Outline };

/**
 * Reads `target` (Web Annotation, Presentation 3) or `on` (Presentation 2.1 §5.4): a URI, a URI with
 * `#xywh=`, a resource, a SpecificResource with a FragmentSelector or an SvgSelector. The first that names a
 * source is taken.
 *
 * @param size of the canvas, which regions in per cents are parts of; without it they are not read.
 */
export function targetOf(value: unknown, size?: Size): Target | undefined {
  for (const item of listOf(value)) {
    const target =
      typeof item === 'string' ? fromUri(item, size) : isRecord(item) ? fromResource(item, size) : undefined;
    if (target !== undefined) return target;
  }
  return undefined;
}

function fromUri(uri: string, size: Size | undefined): Target | undefined {
  const [source = '', fragment = ''] = uri.split('#', 2);
  if (source === '') return undefined;
  const box = boxOf(fragment, size);
  return { source, ...(box === undefined ? {} : { box }) };
}

function fromResource(
  resource: Readonly<Record<string, unknown>>,
  size: Size | undefined,
): Target | undefined {
  const uri = idOf(resource.source ?? resource.full) ?? idOf(resource);
  const whole = uri === undefined ? undefined : fromUri(uri, size);
  if (whole === undefined) return undefined;
  const all = selectorsOf(resource.selector).map(writtenIn);
  const box = all.map((written) => boxOf(written, size)).find((found) => found !== undefined);
  const shape = all.map(shapeOfSvg).find((found) => found !== undefined);
  // A rectangle that is named beside the shape is what other viewers go by.
  const bounds = box ?? shape?.box;
  if (bounds === undefined) return whole;
  return { ...whole, box: bounds, ...(shape?.outline === undefined ? {} : { outline: shape.outline }) };
}

/** A selector, its alternatives (oa:Choice) and what refines it, flat. */
export function selectorsOf(value: unknown, depth = 0): Readonly<Record<string, unknown>>[] {
  if (depth > 3) return [];
  return recordsOf(value).flatMap((selector) => [
    selector,
    ...selectorsOf(selector.default, depth + 1),
    ...selectorsOf(selector.item, depth + 1),
    ...selectorsOf(selector.refinedBy, depth + 1),
  ]);
}

function writtenIn({ value, chars }: Readonly<Record<string, unknown>>): string {
  const written = typeof value === 'string' ? value : chars;
  return typeof written === 'string' ? written : '';
}

/** Media Fragments 1.0 §4.2.2: `xywh=160,120,320,240`, `xywh=pixel:…` or `xywh=percent:25,25,50,50`. */
export function boxOf(fragment: string, size?: Size): Box | undefined {
  const match = /(?:^|[#&])xywh=(pixel:|percent:)?([\d.]+),([\d.]+),([\d.]+),([\d.]+)(?:&|$)/.exec(fragment);
  if (match === null) return undefined;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = match.slice(2).map(Number);
  const right = [x, y, width, height].every((number) => Number.isFinite(number) && number < 1e7);
  if (!right || width <= 0 || height <= 0) return undefined;
  if (match[1] !== 'percent:') return { x, y, width, height };
  // A little more than all is rounding; much more is no share of anything.
  if (size === undefined || size.width <= 0 || size.height <= 0 || x + width > 101 || y + height > 101)
    return undefined;
  const [across, down] = [size.width / 100, size.height / 100];
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}

/** The bounds of an SVG selector's shape. */
export function boxOfSvg(svg: string): Box | undefined {
  return shapeOfSvg(svg)?.box;
}

/** Of one outline: real ones have some hundreds. */
const MOST_POINTS = 5000;

/**
 * What an SVG selector draws, when all its coordinates are absolute points, as annotation tools write them.
 */
function shapeOfSvg(svg: string): { box: Box; outline?: Outline } | undefined {
  if (svg.length > 100_000 || !svg.includes('<')) return undefined;
  const written = /\spoints=["']([^"']+)["']/.exec(svg)?.[1] ?? absolutePath(svg) ?? '';
  const rings = written.split(/(?=M)/).map(pointsIn);
  const points = rings.flat();
  const box = boundsOf(points);
  if (box === undefined) return undefined;
  const drawn = points.length <= MOST_POINTS && rings.every(({ length }) => length > 2);
  return drawn ? { box, outline: rings } : { box };
}

function pointsIn(written: string): Point[] {
  const numbers = (written.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const points: Point[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    points.push({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 });
  }
  return points;
}

function absolutePath(svg: string): string | undefined {
  const path = /\sd=["']([^"']+)["']/.exec(svg)?.[1];
  return path !== undefined && /^[MLZz\s\d.,-]+$/.test(path) ? path : undefined;
}

/** The box around points; undefined where they have no area, or lie where no canvas reaches. */
function boundsOf(points: readonly Point[]): Box | undefined {
  if (points.length < 2) return undefined;
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y, right, bottom] = [least(xs), least(ys), most(xs), most(ys)];
  const [width, height] = [right - x, bottom - y];
  return width > 0 && height > 0 && right < 1e7 && bottom < 1e7 ? { x, y, width, height } : undefined;
}
