import { wholeUnits } from '../../model/box.ts';
import type { Place, Segment } from '../../model/text.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument, StoredText } from '../../store/store.ts';
import { contextOf } from '../context.ts';
import { bodyOf } from './html-body.ts';
import type { TextAnnotation } from './resource.ts';

/** What a segment's annotations need to know beside the segment. */
export type AnnotationSetting = {
  document: StoredDocument;
  text: StoredText;
  /** Segments of the text it translates, by id: those that exist now. */
  rendered: ReadonlyMap<string, Segment>;
  urls: PublicUrls;
};

/**
 * A segment's annotations, one for each place (Presentation API 3.0 §5.6): `{segment}`, `{segment}.2` and so
 * on. A segment without a place has one, on the manifest.
 */
export function annotationsOf(segment: Segment, setting: AnnotationSetting): TextAnnotation[] {
  const places = segment.places.length === 0 ? [undefined] : segment.places;
  return places.map((place, index) => annotation(segment, place, index + 1, setting));
}

/** Those of a segment's annotations that stand on this page. */
export function annotationsOn(page: string, segment: Segment, setting: AnnotationSetting): TextAnnotation[] {
  return segment.places.flatMap((place, index) =>
    place.page === page ? [annotation(segment, place, index + 1, setting)] : [],
  );
}

/** An annotation at its own URL. */
export function withContext(resource: TextAnnotation, urls: PublicUrls): TextAnnotation {
  return {
    '@context': contextOf({ textGranularity: true, ownTerms: usesOwnTerms(resource) }, urls),
    ...resource,
  };
}

/** Whether it says anything in the terms of our own JSON-LD context. */
export function usesOwnTerms({ provides, renders, confidence, origin }: TextAnnotation): boolean {
  return [provides, renders, confidence, origin].some((value) => value !== undefined);
}

function annotation(
  segment: Segment,
  place: Place | undefined,
  number: number,
  setting: AnnotationSetting,
): TextAnnotation {
  const { document, text, urls } = setting;
  const { value, format } = bodyOf(segment);
  const renders = renderedAnnotations(segment, setting);
  return {
    id: urls.annotation(document.id, text.id, segment.id, number),
    type: 'Annotation',
    motivation: ['supplementing'],
    ...(text.role === 'translation' ? { provides: ['translation'] } : {}),
    textGranularity: segment.granularity,
    body: { type: 'TextualBody', value, language: text.language, format },
    target: targetOf(place, document, urls),
    ...(renders.length === 0 ? {} : { renders }),
    ...(place?.confidence === undefined ? {} : { confidence: place.confidence }),
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
    const count = Math.max(1, original.places.length);
    return Array.from({ length: count }, (_, index) => urls.annotation(document.id, source, id, index + 1));
  });
}

/**
 * One target, a URI: most viewers read no more. Whole units inside the canvas, since they cut decimals off
 * and understand no `pixel:` or `percent:`.
 */
function targetOf(place: Place | undefined, document: StoredDocument, urls: PublicUrls): string {
  const page = document.pages.find(({ id }) => id === place?.page);
  // A page that was taken away since: its canvas answers 410 and is no target.
  if (page === undefined || place === undefined) return urls.manifest(document.id);
  const canvas = urls.canvas(document.id, page.id);
  if (place.box === undefined) return canvas;
  const { x, y, width, height } = wholeUnits(place.box, page.canvas);
  return `${canvas}#xywh=${x},${y},${width},${height}`;
}
