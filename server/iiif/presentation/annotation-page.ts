import type { InternationalString } from '@iiif/presentation-3';
import type { Segment } from '../../model/text.ts';
import { contextOf } from '../context.ts';
import { annotationsOf, annotationsOn, usesOwnTerms, type AnnotationSetting } from './annotation.ts';
import { pageUrls } from './annotation-collection.ts';
import { WITHOUT_PAGE } from './language-labels.ts';
import type { TextAnnotation, TextPage } from './resource.ts';
import { textLabel } from './text-label.ts';

/**
 * What of a text stands on one canvas, in reading order (Presentation API 3.0 §5.5).
 * @param segments those on this page, each with its places on every page.
 */
export function annotationPage(
  page: string,
  segments: readonly Segment[],
  setting: AnnotationSetting,
): TextPage {
  const { document, text, urls } = setting;
  const items = segments.flatMap((segment) => annotationsOn(page, segment, setting));
  return textPage(urls.annotationPage(document.id, text.id, page), textLabel(text), items, setting);
}

/** What of a text stands on no page: its annotations are about the manifest. */
export function unplacedPage(segments: readonly Segment[], setting: AnnotationSetting): TextPage {
  const { document, text, urls } = setting;
  const [en = '', ru = ''] = [textLabel(text).en?.[0], textLabel(text).ru?.[0]];
  const label = { en: [`${en}, ${WITHOUT_PAGE.en}`], ru: [`${ru}, ${WITHOUT_PAGE.ru}`] };
  const items = segments.flatMap((segment) => annotationsOf(segment, setting));
  return textPage(urls.unplaced(document.id, text.id), label, items, setting);
}

function textPage(
  id: string,
  label: InternationalString,
  items: TextAnnotation[],
  { document, text, urls }: AnnotationSetting,
): TextPage {
  const all = pageUrls(document, text, urls);
  const position = all.indexOf(id);
  const prev = all[position - 1];
  const next = position === -1 ? undefined : all[position + 1];
  return {
    '@context': contextOf({ textGranularity: items.length > 0, ownTerms: items.some(usesOwnTerms) }, urls),
    id,
    type: 'AnnotationPage',
    label,
    partOf: [{ id: urls.text(document.id, text.id), type: 'AnnotationCollection', label: textLabel(text) }],
    ...(prev === undefined ? {} : { prev }),
    ...(next === undefined ? {} : { next }),
    items,
  };
}
