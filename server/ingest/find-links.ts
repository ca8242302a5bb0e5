import { linkTexts, type LinkableSegment, type TextLink } from '../alignment/link-texts.ts';
import type { Segment } from '../model/text.ts';
import { renderedPlaces } from './rendered-places.ts';

/** A text and the language that it is in (BCP 47). */
type Language = { language: string; segments: readonly Segment[] };

/**
 * Finds by itself what the segments of a translation render that nobody linked, and where on the pages they stand. Each
 * place says how sure that is; a segment whose links are too unsure stays where it was. A translation in which a person
 * linked anything is left as it is.
 */
export function findLinks(translation: Language, original: Language): Segment[] {
  const segments = [...translation.segments];
  if (segments.some(({ renders }) => renders.length > 0)) return segments;
  const { links } = linkTexts(linkable(original), linkable(translation));
  const bySegment = new Map<string, TextLink[]>();
  for (const link of links) {
    for (const id of new Set(link.rendering.map(({ segment }) => segment))) {
      bySegment.set(id, [...(bySegment.get(id) ?? []), link]);
    }
  }
  return segments.map((segment) => linked(segment, bySegment.get(segment.id) ?? [], original.segments));
}

/** Less sure is as good as not linked. */
const LEAST_SURE = 0.3;

function linked(segment: Segment, links: readonly TextLink[], original: readonly Segment[]): Segment {
  const confidence = Math.round(meanConfidence(segment.id, links) * 100) / 100;
  if (confidence < LEAST_SURE) return segment;
  const ids = new Set(links.flatMap((link) => link.original.map((part) => part.segment)));
  const rendered = original.filter(({ id }) => ids.has(id));
  const said = segment.places[0]?.page;
  // The page that the source names is not doubted: of a leaf that is lost there is a translation and no original.
  const there = said === undefined || rendered.some(({ places }) => places.some(({ page }) => page === said));
  if (!there) return segment;
  const places = renderedPlaces(rendered).map((place) => ({ ...place, confidence }));
  return {
    ...segment,
    renders: rendered.map(({ id }) => id),
    places: places.length === 0 ? segment.places : places,
  };
}

/** Of its sentences, each for as much as it says. */
function meanConfidence(id: string, links: readonly TextLink[]): number {
  let [sum, length] = [0, 0];
  for (const { rendering, confidence } of links) {
    for (const { segment, start, end } of rendering) {
      if (segment !== id) continue;
      sum += confidence * (end - start);
      length += end - start;
    }
  }
  return length === 0 ? 0 : sum / length;
}

function linkable({ language, segments }: Language) {
  return {
    language,
    segments: segments.map(({ id, value, block, granularity }): LinkableSegment => ({
      ...{ id, value, block },
      granularity: granularity === 'line' ? 'line' : 'paragraph',
    })),
  };
}
