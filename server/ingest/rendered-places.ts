import { directionOf } from '../../viewer/iiif/direction.ts';
import { unionOf, type Box } from '../model/box.ts';
import { clipPolygon } from '../model/clip-polygon.ts';
import type { Place, Segment, SegmentPart, Shape } from '../model/text.ts';

/** A text to be found on its pages: BCP 47, and its segments by id. */
export type PlacedOriginal = { language: string; segments: ReadonlyMap<string, Segment> };

/** Where what renders these parts stands: on each of their pages, one shape for each line and a rectangle around them. */
export function renderedPlaces(
  parts: readonly SegmentPart[],
  { language, segments }: PlacedOriginal,
): Place[] {
  const found = parts.flatMap((part) => {
    const segment = segments.get(part.segment);
    return segment === undefined ? [] : placesOfPart(segment, part, directionOf(language) === 'rtl');
  });
  const pages = [...new Set(found.map(({ page }) => page))];
  return pages.map((page) => {
    const shapes = found.flatMap((place) =>
      place.page === page && place.shape !== undefined ? [place.shape] : [],
    );
    const box = unionOf(shapes.map((shape) => shape.box));
    if (box === undefined) return { page };
    const [only] = shapes;
    if (shapes.length > 1) return { page, box, parts: shapes };
    return only?.polygon === undefined ? { page, box } : { page, box, polygon: only.polygon };
  });
}

type FoundPart = { page: string; shape?: Shape };

function placesOfPart(segment: Segment, part: SegmentPart, leftward: boolean): FoundPart[] {
  return segment.places.map(({ page, box, polygon }, index) => {
    if (box === undefined) return { page };
    const own = isWhole(segment, part) ? undefined : partOfLine(segment, part, { box, index, leftward });
    if (own === undefined) return { page, shape: { box, ...(polygon === undefined ? {} : { polygon }) } };
    const cut = polygon === undefined ? undefined : clipPolygon(polygon, own);
    return { page, shape: { box: own, ...(cut === undefined ? {} : { polygon: cut }) } };
  });
}

/** But for the white space around it. */
function isWhole({ value }: Segment, { start, end }: SegmentPart): boolean {
  return value.slice(0, start).trim() === '' && value.slice(end).trim() === '';
}

/** Undefined for what is no line: of a paragraph nobody knows where its words stand. */
function partOfLine(
  { granularity, value, words }: Segment,
  { start, end }: SegmentPart,
  { box, index, leftward }: { box: Box; index: number; leftward: boolean },
): Box | undefined {
  if (granularity !== 'line') return undefined;
  // Words are placed on a segment's first page.
  const within = index === 0 ? words.filter((word) => word.start < end && word.end > start) : [];
  const byWords = unionOf(within.map((word) => word.box));
  return byWords ?? sliced(box, start / value.length, end / value.length, leftward);
}

/** By how far in the line it begins and ends: along the box, which of a vertical line is from top to bottom. */
function sliced({ x, y, width, height }: Box, from: number, to: number, leftward: boolean): Box {
  if (height > width * UPRIGHT) {
    const top = Math.floor(from * height);
    return { x, y: y + top, width, height: Math.max(1, Math.ceil(to * height) - top) };
  }
  const [begin, end] = leftward ? [1 - to, 1 - from] : [from, to];
  const left = Math.floor(begin * width);
  return { x: x + left, y, width: Math.max(1, Math.ceil(end * width) - left), height };
}

/** A box so much higher than broad holds a vertical line: a line of two letters is no broader than high either. */
const UPRIGHT = 1.5;
