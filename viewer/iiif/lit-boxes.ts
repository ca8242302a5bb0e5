import type { Row } from './rows.ts';
import { placeKey, type Box, type Segment, type Text } from './text.ts';

/**
 * The places of a row on the scan, each once. The text that is written on the paper knows them best: what the
 * right text says of its own places counts only where the left knows none.
 */
export function boxesOf({ left, right }: Row): Box[] {
  const own = distinct(left);
  return own.length > 0 ? own : distinct(right);
}

function distinct(segments: readonly Segment[]): Box[] {
  const boxes = new Map<string, Box>();
  for (const { box } of segments) if (box !== undefined) boxes.set(placeKey(box), box);
  return [...boxes.values()];
}

export function unionOf(boxes: readonly Box[]): Box | undefined {
  const [first, ...rest] = boxes;
  if (first === undefined) return undefined;
  return rest.reduce((whole, box) => {
    const [x, y] = [Math.min(whole.x, box.x), Math.min(whole.y, box.y)];
    return {
      x,
      y,
      width: Math.max(whole.x + whole.width, box.x + box.width) - x,
      height: Math.max(whole.y + whole.height, box.y + box.height) - y,
    };
  }, first);
}

/**
 * How high a line of these texts usually is: the middle one of all that have a place, since a dash or an
 * initial alone would say little. 0 where no text knows its lines.
 */
export function lineHeightOf(texts: readonly Text[]): number {
  const heights = texts
    .flatMap(({ segments }) => segments)
    .flatMap(({ box, granularity }) => (box !== undefined && granularity === 'line' ? [box.height] : []))
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/**
 * The index of the row under a point of the canvas; undefined if none is. Of a line and the block around it the
 * line; of lines whose boxes overlap, as those of many transcriptions do, the one whose middle is nearest.
 */
export function rowAt(rows: readonly Row[], point: { x: number; y: number }): number | undefined {
  const hits = rows.flatMap(({ left, right }, index) =>
    [...left, ...right].flatMap(({ box }) =>
      box !== undefined && contains(box, point) ? [{ index, box }] : [],
    ),
  );
  const least = Math.min(...hits.map(({ box }) => thickness(box)));
  const alike = hits.filter(({ box }) => thickness(box) <= 1.6 * least);
  const nearest = Math.min(...alike.map(({ box }) => fromMiddle(box, point)));
  return alike.find(({ box }) => fromMiddle(box, point) === nearest)?.index;
}

/** The height of a line, or the width of a column. */
function thickness({ width, height }: Box): number {
  return Math.min(width, height);
}

/** How far from the middle across the line, as a part of its thickness. */
function fromMiddle(box: Box, point: { x: number; y: number }): number {
  const [offset, length] =
    box.width >= box.height
      ? [point.y - box.y - box.height / 2, box.height]
      : [point.x - box.x - box.width / 2, box.width];
  return Math.abs(offset) / length;
}

function contains({ x, y, width, height }: Box, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
