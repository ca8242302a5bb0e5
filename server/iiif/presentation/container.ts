import type { InternationalString } from '@iiif/presentation-3';
import { LINKED_DATA_PLATFORM, WEB_ANNOTATION, contextOf } from '../context.ts';
import { usesOwnTerms, type AnnotationSetting } from './annotation.ts';
import { pageCount } from './annotation-collection.ts';
import type { Context, Pointer, TextAnnotation } from './resource.ts';
import { textLabel } from './text-label.ts';

/** What a client wants of a container: its first page with it or not, and annotations whole or by their IRIs. */
export type ContainerView = { embedded: boolean; iris: boolean };

/**
 * A text's annotations as a container of the Web Annotation Protocol (§4), which anyone may read and nobody may
 * write. Its n-th page is the n-th of the text: what stands on one canvas.
 */
export type Container = Context & {
  id: string;
  type: ['BasicContainer', 'AnnotationCollection'];
  label: InternationalString;
  total: number;
  modified: string;
  first?: string | ContainerPage;
  last?: string;
};

export type ContainerPage = Context & {
  id: string;
  type: 'AnnotationPage';
  partOf: Pointer<'AnnotationCollection'>[];
  prev?: string;
  next?: string;
  items: TextAnnotation[] | string[];
};

/** @param items annotations of its first page: needed only where the view has it embedded. */
export function container(
  items: readonly TextAnnotation[],
  total: number,
  view: ContainerView,
  setting: AnnotationSetting,
): Container {
  const { text } = setting;
  const last = pageCount(text) - 1;
  return {
    '@context': contextFor(items, [WEB_ANNOTATION, LINKED_DATA_PLATFORM], setting),
    id: representationUrl(view.iris, setting),
    type: ['BasicContainer', 'AnnotationCollection'],
    label: textLabel(text),
    total,
    modified: text.updated,
    ...(last < 0
      ? {}
      : {
          first: view.embedded ? page(0, items, view.iris, setting) : pageUrl(0, view.iris, setting),
          last: pageUrl(last, view.iris, setting),
        }),
  };
}

/** @param number from 0. */
export function containerPage(
  number: number,
  items: readonly TextAnnotation[],
  iris: boolean,
  setting: AnnotationSetting,
): ContainerPage {
  return {
    '@context': contextFor(items, [WEB_ANNOTATION], setting),
    ...page(number, items, iris, setting),
  };
}

/** The container's IRI tells whether its pages hold annotations or their IRIs (§4.2). */
export function representationUrl(iris: boolean, { document, text, urls }: AnnotationSetting): string {
  return urls.annotationContainer(document.id, text.id, `?iris=${iris ? 1 : 0}`);
}

function page(
  number: number,
  items: readonly TextAnnotation[],
  iris: boolean,
  setting: AnnotationSetting,
): ContainerPage {
  const { text } = setting;
  return {
    id: pageUrl(number, iris, setting),
    type: 'AnnotationPage',
    partOf: [{ id: representationUrl(iris, setting), type: 'AnnotationCollection', label: textLabel(text) }],
    ...(number === 0 ? {} : { prev: pageUrl(number - 1, iris, setting) }),
    ...(number + 1 >= pageCount(text) ? {} : { next: pageUrl(number + 1, iris, setting) }),
    items: iris ? items.map(({ id }) => id) : [...items],
  };
}

function pageUrl(number: number, iris: boolean, setting: AnnotationSetting): string {
  return `${representationUrl(iris, setting)}&page=${number}`;
}

function contextFor(
  items: readonly TextAnnotation[],
  others: readonly string[],
  { urls }: AnnotationSetting,
) {
  const uses = {
    textGranularity: items.some(({ textGranularity }) => textGranularity !== undefined),
    ownTerms: items.some(usesOwnTerms),
    others,
  };
  return contextOf(uses, urls);
}
