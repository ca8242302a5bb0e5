import { directionOf } from '../../../viewer/iiif/direction.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Hit, HitPart } from '../../search/search.ts';
import { mediaFragment } from '../media-fragment.ts';

/** A hit in one segment, with what both versions say of it. */
export type HitAnnotation = {
  id: string;
  /** A canvas with `#xywh=`, a bare canvas; undefined for what stands on no page. */
  canvas: string | undefined;
  value: string;
  language: string;
  format: 'text/plain';
  textDirection?: 'rtl';
};

/** One for each segment that a hit stands in. */
export function hitAnnotations(hit: Hit, urls: PublicUrls): HitAnnotation[] {
  return hit.parts.map((part) => ({
    id: hitId(hit, part, urls),
    canvas: canvasOf(hit, part, urls),
    value: part.value,
    language: hit.language,
    format: 'text/plain',
    ...(directionOf(hit.language) === 'rtl' ? { textDirection: 'rtl' } : {}),
  }));
}

/**
 * The segment's annotation on that page, and which of its characters (RFC 5147 §2.1.1): what is found is a part of it, and another
 * thing with another target. Characters are counted, of which some are two units of UTF-16.
 */
function hitId({ document, text }: Hit, part: HitPart, urls: PublicUrls): string {
  const { segment, characters, placeNumber } = part;
  const { start, end } = characters;
  return `${urls.annotation(document, text, segment, placeNumber)}#char=${start},${end}`;
}

function canvasOf({ document }: Hit, { place, page }: HitPart, urls: PublicUrls): string | undefined {
  if (page === undefined) return undefined;
  const canvas = urls.canvas(document, page.id);
  const fragment = mediaFragment(place?.box, page.canvas);
  return fragment === undefined ? canvas : `${canvas}#${fragment}`;
}
