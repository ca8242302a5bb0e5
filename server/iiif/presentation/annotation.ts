import { directionOf } from '../../../viewer/iiif/direction.ts';
import type { Place, Segment } from '../../model/text.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument, StoredText } from '../../store/store.ts';
import { blockName } from './block-name.ts';
import { bodyOf } from './html-body.ts';
import type { TextAnnotation, TextMotivation, TextualBody } from './resource.ts';
import { targetUri } from './target.ts';

/** What a segment's annotations need to know beside the segment. */
export type AnnotationSetting = {
  document: StoredDocument;
  text: StoredText;
  /** Segments of the text it translates, by id: those that exist now. */
  rendered: ReadonlyMap<string, Segment>;
  urls: PublicUrls;
  /** `supplementing` unless said otherwise: what viewers show that hide it is said to be a comment. */
  motivation?: TextMotivation;
};

/**
 * A segment's annotations, one for each place (Presentation API 3.0 §5.6): `{segment}`, `{segment}.2` and so
 * on. A segment without a place has one, on the manifest.
 */
export function annotationsOf(segment: Segment, setting: AnnotationSetting): TextAnnotation[] {
  return placesOf(segment).map((place, index) => annotation(segment, place, index + 1, setting));
}

/** Where each of a segment's annotations stands: as many as it has, one undefined if its place is not known. */
export function placesOf({ places }: Segment): readonly (Place | undefined)[] {
  return places.length === 0 ? [undefined] : places;
}

/** Those of a segment's annotations that stand on this page. */
export function annotationsOn(page: string, segment: Segment, setting: AnnotationSetting): TextAnnotation[] {
  return segment.places.flatMap((place, index) =>
    place.page === page ? [annotation(segment, place, index + 1, setting)] : [],
  );
}

/** Those of the annotations of a segment's words that stand on this page: `{segment}.w1` and so on. */
export function wordsOn(page: string, segment: Segment, setting: AnnotationSetting): TextAnnotation[] {
  return wordPlaces(segment).flatMap((place, index) =>
    place.page === page ? [wordAnnotation(segment, place, index + 1, setting)] : [],
  );
}

/** Where a segment's words stand: on its first page, since only there are their boxes known. */
export function wordPlaces({ places, words }: Segment): Place[] {
  const page = places[0]?.page;
  if (page === undefined) return [];
  return words.map(({ box, confidence }) => ({
    page,
    box,
    ...(confidence === undefined ? {} : { confidence }),
  }));
}

/** @param number of the word in its segment, from 1. */
export function wordAnnotation(
  segment: Segment,
  place: Place,
  number: number,
  setting: AnnotationSetting,
): TextAnnotation {
  const { document, text, urls } = setting;
  const { start = 0, end = 0 } = segment.words[number - 1] ?? {};
  return {
    id: urls.wordAnnotation(document.id, text.id, segment.id, number),
    type: 'Annotation',
    motivation: ['supplementing'],
    ...(text.role === 'translation' ? { provides: ['translation'] } : {}),
    textGranularity: 'word',
    body: textualBody({ value: segment.value.slice(start, end), format: 'text/plain' }, text),
    target: targetUri(place, document, urls),
    ...certainty(place.confidence, setting),
  };
}

/** Whether it says anything in the terms of our own JSON-LD context. */
export function usesOwnTerms({
  provides,
  renders,
  confidence,
  origin,
  form,
  block,
}: Pick<TextAnnotation, 'provides' | 'renders' | 'confidence' | 'origin' | 'form' | 'block'>): boolean {
  return [provides, renders, confidence, origin, form, block].some((value) => value !== undefined);
}

function annotation(
  segment: Segment,
  place: Place | undefined,
  number: number,
  setting: AnnotationSetting,
): TextAnnotation {
  const { document, text, urls, motivation = 'supplementing' } = setting;
  const renders = renderedAnnotations(segment, setting);
  return {
    id: urls.annotation(document.id, text.id, segment.id, number),
    type: 'Annotation',
    motivation: [motivation],
    ...(text.role === 'translation' ? { provides: ['translation'] } : {}),
    // Text Granularity Extension §2: it is for what supplements the canvas.
    ...(motivation === 'supplementing' ? granularityOf(segment) : {}),
    ...(segment.form === undefined ? {} : { form: segment.form }),
    ...blockOf(segment),
    body: textualBody(bodyOf(segment), text),
    target: targetUri(place, document, urls),
    ...(renders.length === 0 ? {} : { renders, ...linkedBy(segment) }),
    ...certainty(renders.length === 0 ? place?.confidence : segment.link?.confidence, setting),
  };
}

function textualBody(
  { value, format }: Pick<TextualBody, 'value' | 'format'>,
  { language }: StoredText,
): TextualBody {
  const rightToLeft = directionOf(language) === 'rtl';
  return {
    type: 'TextualBody',
    value,
    language,
    format,
    ...(rightToLeft ? { textDirection: 'rtl' } : {}),
  };
}

function linkedBy({ link }: Segment): Pick<TextAnnotation, 'linkedBy'> {
  return link === undefined ? {} : { linkedBy: link.origin };
}

function certainty(
  confidence: number | undefined,
  { text }: AnnotationSetting,
): Pick<TextAnnotation, 'confidence' | 'origin'> {
  return {
    ...(confidence === undefined ? {} : { confidence }),
    // What no human made must say so even where the annotation is read alone.
    ...(text.origin === 'human' ? {} : { origin: text.origin }),
  };
}

/** Every place of every segment that this one renders. Without a source text there is nothing to render. */
function renderedAnnotations(segment: Segment, setting: AnnotationSetting): string[] {
  const { document, text, rendered, urls } = setting;
  const source = text.translationOf;
  if (source === undefined) return [];
  return segment.renders.flatMap((id) => {
    const original = rendered.get(id);
    if (original === undefined) return [];
    return placesOf(original).map((_, index) => urls.annotation(document.id, source, id, index + 1));
  });
}

/** A paragraph is its own block; of lines and sentences it must be said which of them make one. */
function blockOf({ granularity, block }: Segment): Pick<TextAnnotation, 'block'> {
  if (block === undefined || granularity === 'paragraph' || granularity === 'block') return {};
  return { block: blockName(block) };
}

/** The Text Granularity extension knows no sentences: one is then of no level, rather than of a wrong one. */
function granularityOf({ granularity }: Segment): Pick<TextAnnotation, 'textGranularity'> {
  return granularity === 'sentence' ? {} : { textGranularity: granularity };
}
