import { useMemo } from 'react';
import { hitsBySegment, marksIn, type NumberedHit, type SegmentHit } from '../iiif/hit-marks.ts';
import { placeOf } from '../iiif/lit-boxes.ts';
import type { Hit, HitPart } from '../iiif/search-answer.ts';
import { wordsOf } from '../iiif/sentence-rows.ts';
import { placeKey, type Box, type Place, type Segment } from '../iiif/text.ts';
import type { Leaf } from './grids.ts';
import type { HitPlaces } from './room-context.ts';

/** What was found, of the whole document, as the desk is told of it. */
export type FoundHits = {
  hits: readonly Hit[];
  current: number | undefined;
  /** The hit to go to; another object each time that one is chosen, none once the reader goes elsewhere. */
  seeking: NumberedHit | undefined;
  onLetGo: () => void;
  /** Escape was pressed, and nothing else was there to let go of. */
  onEscape: () => void;
};

export type PageHits = {
  /** By canvas. */
  places: ReadonlyMap<string, HitPlaces>;
  bySegment: ReadonlyMap<string, readonly SegmentHit[]>;
};

/** The hits on the canvases that are shown: where they are lit, and in which segments they are marked. */
export function usePageHits(
  { hits, current }: Pick<FoundHits, 'hits' | 'current'>,
  leaves: readonly Leaf[],
): PageHits {
  const own = useMemo(() => {
    const shown = new Set(leaves.map(({ canvas }) => canvas.id));
    return hits.flatMap((hit, number): NumberedHit[] =>
      // What stands on no page stands in a text that is shown beside every page.
      hit.canvas === undefined || shown.has(hit.canvas) ? [{ hit, number }] : [],
    );
  }, [hits, leaves]);
  const bySegment = useMemo(() => {
    const texts = leaves.flatMap(({ found }) => found.texts);
    return hitsBySegment(texts, own);
  }, [leaves, own]);
  const places = useMemo(
    () => new Map(leaves.map((leaf) => [leaf.canvas.id, hitPlacesOn(leaf, own, current)])),
    [leaves, own, current],
  );
  return useMemo(() => ({ places, bySegment }), [places, bySegment]);
}

function hitPlacesOn(
  { canvas: { id }, found: { texts } }: Leaf,
  own: readonly NumberedHit[],
  current: number | undefined,
): HitPlaces {
  const segments = new Map(texts.flatMap((text) => text.segments.map((segment) => [segment.id, segment])));
  const placed = (isCurrent: boolean) =>
    own
      .filter(({ number }) => (number === current) === isCurrent)
      .flatMap(({ hit }) => hit.parts.filter((part) => part.canvas === id))
      .flatMap((part) => placeOfPart(part, segments.get(part.annotation)) ?? []);
  const [chosen, others] = [placed(true), placed(false)];
  return {
    current: chosen.map(({ place }) => place),
    isWords: chosen.some((one) => one.isWords),
    others: distinct(others.map(({ place }) => place)).slice(0, MOST_DRAWN),
  };
}

/** Of a whole segment what goes around its lines says more than the box that the answer has. */
function placeOfPart(
  { box }: HitPart,
  segment: Segment | undefined,
): { place: Place; isWords: boolean } | undefined {
  if (box === undefined) return undefined;
  const whole = segment === undefined ? undefined : placeOf(segment);
  const isWords = whole === undefined || placeKey(whole) !== placeKey(box);
  return { place: isWords ? box : whole, isWords };
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

/** More rectangles on one page say nothing. */
const MOST_DRAWN = 500;

export function boxesOn({ parts }: Hit, canvas: string): Box[] {
  return parts.flatMap(({ canvas: own, box }) => (own === canvas && box !== undefined ? [box] : []));
}

/** The annotation that has a hit's words, or the first of several; undefined where none of the page's texts does. */
export function segmentOf(
  { number, hit }: NumberedHit,
  bySegment: PageHits['bySegment'],
): string | undefined {
  const named = hit.parts.find(({ annotation }) => bySegment.has(annotation))?.annotation;
  if (named !== undefined) return named;
  return [...bySegment].find(([, hits]) => hits.some((one) => one.number === number))?.[0];
}

/** Whether a hit is marked in a segment, which may be a part of the one that it is in. */
export function isMarkedIn(segment: Segment, number: number, bySegment: PageHits['bySegment']): boolean {
  const hits = (bySegment.get(segment.id) ?? []).filter((one) => one.number === number);
  return hits.length > 0 && marksIn(segment, wordsOf(segment), hits).length > 0;
}
