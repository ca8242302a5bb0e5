import { unionOf } from '../model/box.ts';
import type { Place, Segment } from '../model/text.ts';

/** Where a segment stands that renders these: on each of their pages, one rectangle around them. */
export function renderedPlaces(rendered: readonly Segment[]): Place[] {
  const all = rendered.flatMap(({ places }) => places);
  const pages = [...new Set(all.map(({ page }) => page))];
  return pages.map((page) => {
    const box = unionOf(
      all.flatMap((place) => (place.page === page && place.box !== undefined ? [place.box] : [])),
    );
    return box === undefined ? { page } : { page, box };
  });
}
