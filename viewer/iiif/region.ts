import { boxOf, type Size } from './target.ts';
import type { Box } from './text.ts';

/** A rectangle of a canvas: in its units, or in per cents of its width and height. */
export type Region = { unit: 'pixel' | 'percent'; box: Box };

/** Of a canvas whose size is not known, a part in per cents is a part of this. */
const HUNDRED: Size = { width: 100, height: 100 };

/** Reads what stands after `xywh=` (Media Fragments 1.0 §4.2.2); undefined if that is no rectangle. */
export function parseRegion(xywh: string): Region | undefined {
  if (!/^[\w:.,]{1,100}$/.test(xywh)) return undefined;
  const box = boxOf(`xywh=${xywh}`, HUNDRED);
  return box === undefined ? undefined : { unit: xywh.startsWith('percent:') ? 'percent' : 'pixel', box };
}

/** `160,120,320,240` or `percent:25,25,50,50`, to a thousandth. */
export function formatRegion({ unit, box }: Region): string {
  const numbers = [box.x, box.y, box.width, box.height].map((number) => Number(number.toFixed(3)));
  return `${unit === 'percent' ? 'percent:' : ''}${numbers.join(',')}`;
}

/** A rectangle in whole units that covers this one, since common viewers cut decimals off. */
export function wholeRegion({ x, y, width, height }: Box): Region {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const [right, bottom] = [Math.ceil(x + width), Math.ceil(y + height)];
  const box = { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  return { unit: 'pixel', box };
}

/** The region in the units of its canvas, as far as it lies inside; undefined if nothing of it does. */
export function boxOnCanvas({ unit, box }: Region, canvas: Size): Box | undefined {
  const known = canvas.width > 0 && canvas.height > 0;
  if (!known) return unit === 'pixel' ? box : undefined;
  const [across, down] = unit === 'pixel' ? [1, 1] : [canvas.width / 100, canvas.height / 100];
  const [x, y] = [box.x * across, box.y * down];
  const width = Math.min(canvas.width, x + box.width * across) - x;
  const height = Math.min(canvas.height, y + box.height * down) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
