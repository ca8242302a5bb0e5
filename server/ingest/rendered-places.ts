import { directionOf } from '../../viewer/iiif/direction.ts';
import { unionOf } from '../model/box.ts';
import { placesOfPart } from '../model/part-places.ts';
import type { Place, Segment, SegmentPart } from '../model/text.ts';

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
