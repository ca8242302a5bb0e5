import { linkTexts, type Decision, type LinkableSegment, type TextLink } from '../alignment/link-texts.ts';
import { inOrder } from './in-order.ts';
import type { Relation } from '../alignment/relation.ts';
import type { Link, Segment } from '../model/text.ts';
import { renderedPlaces, type PlacedOriginal } from './rendered-places.ts';

/** A text and the language that it is in (BCP 47). */
export type TextInLanguage = { language: string; segments: readonly Segment[] };

/**
 * Finds by itself what the segments of a translation render that nobody linked, and where on the pages they stand. Each
 * link says how sure it is; a segment whose link is too unsure stays where it was. A translation in whose file a person
 * linked anything is left as it is.
 *
 * @param decisions of persons, made since: they hold, and what they join is linked already.
 */
export function findLinks(
  translation: TextInLanguage,
  original: TextInLanguage,
  decisions: readonly Decision[] = [],
): Segment[] {
  const segments = [...translation.segments];
  const decided = new Set(decisions.flatMap(({ kind, rendering }) => (kind === 'joined' ? rendering : [])));
  if (segments.some(({ id, renders }) => renders.length > 0 && !decided.has(id))) return segments;
  const { links, relation } = linkTexts(linkable(original), linkable(translation), decisions);
  const bySegment = new Map<string, TextLink[]>();
  for (const link of links) {
    for (const id of new Set(link.rendering.map(({ segment }) => segment))) {
      bySegment.set(id, [...(bySegment.get(id) ?? []), link]);
    }
  }
  const byId = new Map(original.segments.map((segment) => [segment.id, segment]));
  const placed: PlacedOriginal = { language: original.language, segments: byId };
  return amongOthers(
    segments.map((segment) => {
      const link = linkOf(segment.id, bySegment.get(segment.id) ?? [], original.segments);
      return link.confidence < LEAST_SURE[relation] ? segment : linked(segment, link, placed);
    }),
  );
}

/**
 * What renders nothing and names no page stands on the page of what comes before it, else of what comes after: it is
 * read there, though nobody knows where on the paper it would be.
 */
function amongOthers(segments: readonly Segment[]): Segment[] {
  let page = segments.find(({ places }) => places.length > 0)?.places[0]?.page;
  return segments.map((segment) => {
    if (segment.places.length === 0 && page !== undefined) return { ...segment, places: [{ page }] };
    page = segment.places.at(-1)?.page ?? page;
    return segment;
  });
}

/** Less sure is as good as not linked; and so is all of it where too little is shared to tell whether it is a translation. */
const LEAST_SURE: Record<Relation, number> = { rendering: 0.2, unknown: Infinity, unrelated: Infinity };

type Guess = Link & { confidence: number };

function linkOf(id: string, links: readonly TextLink[], original: readonly Segment[]): Guess {
  const confidence = Math.round(meanConfidence(id, links) * 100) / 100;
  return {
    parts: inOrder(
      links.flatMap((link) => link.original),
      original,
    ),
    origin: 'machine',
    confidence,
  };
}

function linked(segment: Segment, link: Guess, original: PlacedOriginal): Segment {
  const places = renderedPlaces(link.parts, original);
  const said = segment.places[0]?.page;
  // The page that the source names is not doubted: of a leaf that is lost there is a translation and no original.
  if (said !== undefined && !places.some(({ page }) => page === said)) return segment;
  return withLink(segment, link, original);
}

/** A segment that renders these parts, and stands where they stand, if they stand anywhere. */
export function withLink(segment: Segment, link: Link, original: PlacedOriginal): Segment {
  const places = renderedPlaces(link.parts, original);
  return {
    ...segment,
    renders: [...new Set(link.parts.map((part) => part.segment))],
    link,
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

function linkable({ language, segments }: TextInLanguage) {
  return {
    language,
    segments: segments.map(({ id, value, block, granularity, places }): LinkableSegment => ({
      ...{ id, value, block, page: places[0]?.page },
      granularity: granularity === 'line' || granularity === 'sentence' ? granularity : 'paragraph',
    })),
  };
}
