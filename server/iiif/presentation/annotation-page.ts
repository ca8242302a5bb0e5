import type { InternationalString } from '@iiif/presentation-3';
import type { Segment } from '../../model/text.ts';
import type { TextExtent } from '../../store/store.ts';
import { contextOf } from '../context.ts';
import { annotationsOf, annotationsOn, usesOwnTerms, wordsOn, type AnnotationSetting } from './annotation.ts';
import { pageUrls } from './annotation-collection.ts';
import { LINKS, OUTLINED, WITHOUT_PAGE, WORD_BY_WORD, type Words } from './language-labels.ts';
import { outlineOf } from './outline.ts';
import type { Finer, Pointer, SpecificTarget, TextAnnotation, TextPage } from './resource.ts';
import { outlinedTarget } from './target.ts';
import { partLabel, textLabel } from './text-label.ts';

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
  const service = finerPages(page, segments, setting);
  return {
    ...textPage(urls.annotationPage(document.id, text.id, page), textLabel(text), items, setting),
    ...(service.length === 0 ? {} : { service }),
  };
}

/** What of a text stands on no page: its annotations are about the manifest. */
export function unplacedPage(segments: readonly Segment[], setting: AnnotationSetting): TextPage {
  const { document, text, urls } = setting;
  const items = segments.flatMap((segment) => annotationsOf(segment, setting));
  return textPage(urls.unplaced(document.id, text.id), partLabel(text, WITHOUT_PAGE), items, setting);
}

/**
 * The words that stand on one canvas, each an annotation. No manifest names this page, since viewers would draw every
 * line twice. Undefined where no box of a word is known.
 */
export function wordPage(
  page: string,
  segments: readonly Segment[],
  { wordPages }: TextExtent,
  setting: AnnotationSetting,
): TextPage | undefined {
  const { document, text, urls } = setting;
  const items = segments.flatMap((segment) => wordsOn(page, segment, setting));
  if (items.length === 0) return undefined;
  const label = partLabel(text, WORD_BY_WORD);
  const chain = {
    pages: wordPages.map((known) => urls.wordPage(document.id, text.id, known.page)),
    partOf: { id: urls.wordCollection(document.id, text.id), type: 'AnnotationCollection', label },
  } as const;
  return textPage(urls.wordPage(document.id, text.id, page), label, items, setting, chain);
}

/**
 * The annotations of one canvas with the outlines of their lines. These can be ten times as long as the words, so
 * that only who draws them asks for them. Undefined where none says more than its box.
 */
export function outlinePage(
  page: string,
  segments: readonly Segment[],
  setting: AnnotationSetting,
): TextPage<string | SpecificTarget> | undefined {
  if (!hasOutlines(page, segments, setting)) return undefined;
  const { document, text, urls } = setting;
  const items = segments.flatMap((segment) => {
    const places = segment.places.filter((place) => place.page === page);
    return annotationsOn(page, segment, setting).map((annotation, index) => {
      const place = places[index];
      return place === undefined
        ? annotation
        : { ...annotation, target: outlinedTarget(place, document, urls) };
    });
  });
  return textPage(
    urls.outlinePage(document.id, text.id, page),
    partLabel(text, OUTLINED),
    items,
    setting,
    // It is a page of the text again, and not one of those that make it up.
    { pages: [], partOf: collectionPointer(setting) },
  );
}

function textPage<Target>(
  id: string,
  label: InternationalString,
  items: TextAnnotation<Target>[],
  setting: AnnotationSetting,
  chain?: { pages: readonly string[]; partOf: Pointer<'AnnotationCollection'> },
): TextPage<Target> {
  const { document, text, urls } = setting;
  const all = chain?.pages ?? pageUrls(document, text, urls);
  const position = all.indexOf(id);
  const prev = all[position - 1];
  const next = position === -1 ? undefined : all[position + 1];
  const uses = {
    textGranularity: items.some(({ textGranularity }) => textGranularity !== undefined),
    ownTerms: items.some(usesOwnTerms),
  };
  return {
    '@context': contextOf(uses, urls),
    id,
    type: 'AnnotationPage',
    label,
    partOf: [chain?.partOf ?? collectionPointer(setting)],
    ...(prev === undefined ? {} : { prev }),
    ...(next === undefined ? {} : { next }),
    items,
  };
}

function collectionPointer({ document, text, urls }: AnnotationSetting): Pointer<'AnnotationCollection'> {
  return { id: urls.text(document.id, text.id), type: 'AnnotationCollection', label: textLabel(text) };
}

/** Pages of comments lead to none: they are for viewers that only show what they are given. */
function finerPages(
  page: string,
  segments: readonly Segment[],
  setting: AnnotationSetting,
): Finer<'AnnotationPage'>[] {
  const { document, text, urls, motivation } = setting;
  if (motivation === 'commenting') return [];
  const finer = (
    id: string,
    name: 'words' | 'outlines' | 'links',
    words: Words,
  ): Finer<'AnnotationPage'> => ({
    id,
    type: 'AnnotationPage',
    profile: `${urls.context()}#${name}`,
    label: partLabel(text, words),
  });
  const isLinked = segments.some(({ link }) => link !== undefined);
  const hasWords = segments.some(({ words, places }) => words.length > 0 && places[0]?.page === page);
  return [
    ...(hasWords ? [finer(urls.wordPage(document.id, text.id, page), 'words', WORD_BY_WORD)] : []),
    ...(hasOutlines(page, segments, setting)
      ? [finer(urls.outlinePage(document.id, text.id, page), 'outlines', OUTLINED)]
      : []),
    ...(isLinked && text.translationOf !== undefined
      ? [finer(urls.linkPage(document.id, text.translationOf, text.id, page), 'links', LINKS)]
      : []),
  ];
}

function hasOutlines(id: string, segments: readonly Segment[], { document }: AnnotationSetting): boolean {
  const page = document.pages.find((candidate) => candidate.id === id);
  if (page === undefined) return false;
  const places = segments.flatMap((segment) => segment.places).filter((place) => place.page === id);
  return places.some((place) => place.box !== undefined && outlineOf(place, page.canvas) !== undefined);
}
