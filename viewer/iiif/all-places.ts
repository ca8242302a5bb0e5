import { placeOf } from './lit-boxes.ts';
import { placeKey, type Box, type Place, type Text } from './text.ts';

/** More outlines on one page are a hatching. */
const MOST = 2000;

/**
 * Every place of these texts, each once. Where a text draws its lines, the sentence of another that goes around some
 * of them is not drawn again: what comes first is what is written on the paper.
 */
export function allPlaces(texts: readonly Text[]): readonly Place[] {
  const places: Place[] = [];
  const known = new Set<string>();
  for (const { segments } of texts) {
    const before = [...places];
    for (const segment of segments) {
      const place = placeOf(segment);
      if (place === undefined || known.has(placeKey(place)) || places.length === MOST) continue;
      if (before.some((other) => shareMiddle(place, other))) continue;
      known.add(placeKey(place));
      places.push(place);
    }
  }
  return places;
}

function shareMiddle(one: Box, other: Box): boolean {
  return hasMiddleOf(one, other) || hasMiddleOf(other, one);
}

function hasMiddleOf(outer: Box, { x, y, width, height }: Box): boolean {
  const [across, down] = [x + width / 2 - outer.x, y + height / 2 - outer.y];
  return across >= 0 && across <= outer.width && down >= 0 && down <= outer.height;
}
