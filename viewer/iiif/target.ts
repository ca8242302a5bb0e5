import { idOf, isRecord, listOf, recordsOf } from './json.ts';
import type { Box } from './text.ts';

/** Of a canvas, in its units. */
export type Size = { width: number; height: number };

/** Where an annotation stands: a canvas (or a manifest) by its URI, and a part of it where one is named. */
export type Target = { source: string; box?: Box };

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
  const box = selectorsOf(resource.selector)
    .map((selector) => selectedBox(selector, size))
    .find((found) => found !== undefined);
  return box === undefined ? whole : { ...whole, box };
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

function selectedBox(selector: Readonly<Record<string, unknown>>, size: Size | undefined): Box | undefined {
  const { value, chars } = selector;
  const written = typeof value === 'string' ? value : chars;
  if (typeof written !== 'string') return undefined;
  return boxOf(written, size) ?? boxOfSvg(written);
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

/** The bounds of an SVG selector's shape, when all its coordinates are absolute points, as annotation tools write them. */
export function boxOfSvg(svg: string): Box | undefined {
  if (svg.length > 100_000) return undefined;
  const points = /\spoints=["']([^"']+)["']/.exec(svg)?.[1] ?? absolutePath(svg);
  const numbers = (points?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  if (ys.length < 2) return undefined;
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  const [x, y] = [least(xs), least(ys)];
  const [width, height] = [most(xs) - x, most(ys) - y];
  return width > 0 && height > 0 && most(xs) < 1e7 && most(ys) < 1e7 ? { x, y, width, height } : undefined;
}

function absolutePath(svg: string): string | undefined {
  const path = /\sd=["']([^"']+)["']/.exec(svg)?.[1];
  return path !== undefined && /^[MLZz\s\d.,-]+$/.test(path) ? path : undefined;
}
