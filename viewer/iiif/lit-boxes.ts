import { segmentsOf, type Row } from './rows.ts';
import { placeKey, type Box, type Outline, type Place, type Point, type Segment, type Text } from './text.ts';

/**
 * The places of a row on the scan, each once. The text that is written on the paper knows them best: what a column
 * says of its own places counts only where none before it knows any.
 */
export function placesOf({ cells }: Row): Place[] {
  const known = cells.filter((cell) => cell.some(({ box }) => box !== undefined));
  // Of a part of a line only what renders it knows the place.
  const [first = []] = known.filter((cell) => !cell.some(isCut));
  return distinct(first.length > 0 ? first : (known[0] ?? []));
}

function isCut({ part, box }: Segment): boolean {
  return part !== undefined && box === undefined;
}

function distinct(segments: readonly Segment[]): Place[] {
  const places = new Map<string, Place>();
  for (const segment of segments) {
    const place = placeOf(segment);
    if (place !== undefined) places.set(placeKey(place), place);
  }
  return [...places.values()];
}

export function placeOf({ box, outline }: Segment): Place | undefined {
  return box === undefined || outline === undefined ? box : { ...box, outline };
}

/** The lines of a segment: its place, or where that has several rings what each of them goes around. */
function linesOf(segment: Segment): Place[] {
  const place = placeOf(segment);
  if (place === undefined) return [];
  const { outline = [] } = place;
  if (outline.length < 2) return [place];
  return outline.map((ring) => {
    const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, outline: [ring] };
  });
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
 * line; of lines whose boxes overlap, as those of many transcriptions do, the one around which a line is drawn that
 * has the point inside, else the one whose middle is nearest.
 */
export function rowAt(rows: readonly Row[], point: Point): number | undefined {
  const hits = rows.flatMap((row, index) =>
    segmentsOf(row).flatMap((segment) =>
      linesOf(segment)
        .filter((place) => contains(place, point))
        .map((place) => ({ index, place })),
    ),
  );
  const least = Math.min(...hits.map(({ place }) => thickness(place)));
  const alike = hits.filter(({ place }) => thickness(place) <= 1.6 * least);
  const inside = alike.filter(({ place }) => place.outline !== undefined && surrounds(place.outline, point));
  const candidates = inside.length > 0 ? inside : alike;
  const nearest = Math.min(...candidates.map(({ place }) => fromMiddle(place, point)));
  return candidates.find(({ place }) => fromMiddle(place, point) === nearest)?.index;
}

function surrounds(outline: Outline, point: Point): boolean {
  return outline.some((ring) => encloses(ring, point));
}

/** By how many edges a ray from the point to the right crosses: an odd number of them leads out. */
function encloses(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length];
    if (to === undefined || from.y > y === to.y > y) return;
    if (x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) inside = !inside;
  });
  return inside;
}

/** The height of a line, or the width of a column. */
function thickness({ width, height }: Box): number {
  return Math.min(width, height);
}

/** How far from the middle across the line, as a part of its thickness. */
function fromMiddle(box: Box, point: Point): number {
  const [offset, length] =
    box.width >= box.height
      ? [point.y - box.y - box.height / 2, box.height]
      : [point.x - box.x - box.width / 2, box.width];
  return Math.abs(offset) / length;
}

function contains({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
