import type { Canvas } from '../iiif/manifest.ts';
import { boxOnCanvas } from '../iiif/region.ts';
import type { Box } from '../iiif/text.ts';
import type { Opening } from './mount.ts';
import type { Lit, Wanted } from './room-context.ts';

/** A part of a canvas that a link leads to, lit until the reader lights something else. */
export type Framed = Lit;

/** What is lit before there are words: a frame, or the wash of a line that will be found among them. */
export function framedFirst(
  { region, annotation }: Pick<Opening, 'region' | 'annotation'>,
  canvas: Canvas,
): Framed | undefined {
  const box = region === undefined ? undefined : boxOnCanvas(region, canvas);
  if (box === undefined) return undefined;
  return { canvas: canvas.id, places: [box], how: annotation === undefined ? 'framed' : 'washed' };
}

/** A part of a page is shown as large as it can be; a line as large as it must be, with those around it. */
export function wantedFirst(framed: Framed | undefined, page: Canvas): Wanted | undefined {
  if (framed === undefined) return undefined;
  const { canvas, places, how } = framed;
  return how === 'framed'
    ? { canvas, boxes: places.map((box) => withSurroundings(box, page)), how }
    : { canvas, boxes: places, how: 'legible', lineHeight: 0 };
}

/** Of a point or a single letter one sees where it stands, and not the grain of the paper: a twelfth of the page. */
function withSurroundings({ x, y, width, height }: Box, page: Canvas): Box {
  const [wide, high] = [Math.max(width, page.width / 12), Math.max(height, page.height / 12)];
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}
