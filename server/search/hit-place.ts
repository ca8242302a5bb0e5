import { directionOf } from '../../viewer/iiif/direction.ts';
import { unionOf } from '../model/box.ts';
import { placesOfPart } from '../model/part-places.ts';
import type { Place, Segment } from '../model/text.ts';

/**
 * Where words of a segment stand on a page: their boxes, else their part of the line. Words of a translation stand
 * where what their segment renders does: which of it they render is not known.
 */
export function hitPlace(
  segment: Segment,
  part: { start: number; end: number },
  page: string,
  language: string,
): Place | undefined {
  if (segment.renders.length > 0) return segment.places.find((place) => place.page === page);
  const places = placesOfPart(segment, part, directionOf(language) === 'rtl');
  const here = places.filter((place) => place.page === page);
  if (here.length === 0) return undefined;
  const shapes = here.flatMap(({ shape }) => shape ?? []);
  const box = unionOf(shapes.map((shape) => shape.box));
  return box === undefined ? { page } : { page, box };
}
