import type { Place, Segment } from '../../model/text.ts';
import { WEB_ANNOTATION, contextOf } from '../context.ts';
import {
  annotationsOf,
  placesOf,
  usesOwnTerms,
  wordAnnotation,
  wordPlaces,
  type AnnotationSetting,
} from './annotation.ts';
import type { CanvasWithin, SpecificTarget, TextAnnotation } from './resource.ts';
import { wholeTarget } from './target.ts';
import { textLabel } from './text-label.ts';

/** An annotation at its own URL: who has nothing else learns which page, canvas and manifest it belongs to. */
export type SingleAnnotation = TextAnnotation<string | CanvasWithin | SpecificTarget<CanvasWithin>>;

/** @param number of the segment's place, from 1; undefined is answered where it has no such place. */
export function singleAnnotation(
  segment: Segment,
  number: number,
  setting: AnnotationSetting,
): SingleAnnotation | undefined {
  const annotation = annotationsOf(segment, setting)[number - 1];
  if (annotation === undefined) return undefined;
  const { document, text, urls } = setting;
  const place = placesOf(segment)[number - 1];
  const page =
    place === undefined
      ? urls.unplaced(document.id, text.id)
      : urls.annotationPage(document.id, text.id, place.page);
  return alone(annotation, place, page, setting);
}

/** @param number of the word in its segment, from 1. */
export function singleWord(
  segment: Segment,
  number: number,
  setting: AnnotationSetting,
): SingleAnnotation | undefined {
  const place = wordPlaces(segment)[number - 1];
  if (place === undefined) return undefined;
  const { document, text, urls } = setting;
  const page = urls.wordPage(document.id, text.id, place.page);
  return alone(wordAnnotation(segment, place, number, setting), place, page, setting);
}

/** Of the Web Annotation Protocol too, which wants its own context named (Web Annotation Data Model §3.1). */
function alone(
  annotation: TextAnnotation,
  place: Place | undefined,
  page: string,
  { document, text, urls }: AnnotationSetting,
): SingleAnnotation {
  const uses = {
    textGranularity: annotation.textGranularity !== undefined,
    ownTerms: usesOwnTerms(annotation),
    others: [WEB_ANNOTATION],
  };
  return {
    '@context': contextOf(uses, urls),
    ...annotation,
    target: wholeTarget(place, document, urls),
    partOf: [{ id: page, type: 'AnnotationPage', label: textLabel(text) }],
  };
}
