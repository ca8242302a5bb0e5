import type { InternationalString } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Link, LinkOrigin, Segment, SegmentPart } from '../../model/text.ts';
import type { StoredDocument, StoredText } from '../../store/store.ts';
import { contextOf } from '../context.ts';
import type { AnnotationSetting } from './annotation.ts';
import { LINKS } from './language-labels.ts';
import type { Context, Pointer } from './resource.ts';
import { partLabel } from './text-label.ts';

/** All links between two texts, page by page: what a translation renders, m to n. */
export type LinkCollection = Context & {
  id: string;
  type: 'AnnotationCollection';
  label: InternationalString;
  partOf: Pointer<'AnnotationCollection'>[];
  first?: Pointer<'AnnotationPage'>;
  last?: Pointer<'AnnotationPage'>;
};

/** The links of what stands on one canvas. */
export type LinkPage = Context & {
  id: string;
  type: 'AnnotationPage';
  label: InternationalString;
  partOf: Pointer<'AnnotationCollection'>[];
  prev?: string;
  next?: string;
  items: LinkAnnotation[];
};

/** Web Annotation Data Model §3.3.5: the bodies render the targets. */
export type LinkAnnotation = {
  id: string;
  type: 'Annotation';
  motivation: ['linking'];
  /** Annotations of the translation. */
  body: Pointer<'Annotation'>[];
  /** Annotations of the original by their URIs, as the official schema wants them, or parts of their words. */
  target: (string | PartTarget)[];
  origin: LinkOrigin;
  confidence?: number;
};

/** §4.2.4: offsets count characters of Unicode in the plain words of the annotation. */
type PartTarget = {
  type: 'SpecificResource';
  source: Pointer<'Annotation'>;
  selector: { type: 'TextPositionSelector'; start: number; end: number };
};

export function linkCollection(
  document: StoredDocument,
  text: StoredText,
  original: string,
  urls: PublicUrls,
): LinkCollection {
  const pages = linkPageUrls(document, text, original, urls);
  const [first, last] = [pages.at(0), pages.at(-1)];
  return {
    '@context': contextOf({ textGranularity: false, ownTerms: true }, urls),
    id: urls.links(document.id, original, text.id),
    type: 'AnnotationCollection',
    label: partLabel(text, LINKS),
    partOf: [{ id: urls.text(document.id, text.id), type: 'AnnotationCollection' }],
    ...(first === undefined ? {} : { first: { id: first, type: 'AnnotationPage' } }),
    ...(last === undefined ? {} : { last: { id: last, type: 'AnnotationPage' } }),
  };
}

/** @param segments of the translation, those that stand on this page. */
export function linkPage(
  page: string,
  segments: readonly Segment[],
  original: string,
  setting: AnnotationSetting,
): LinkPage {
  const { document, text, urls } = setting;
  const id = urls.linkPage(document.id, original, text.id, page);
  const all = linkPageUrls(document, text, original, urls);
  const [prev, next] = [all[all.indexOf(id) - 1], all[all.indexOf(id) + 1]];
  const label = partLabel(text, LINKS);
  return {
    '@context': contextOf({ textGranularity: false, ownTerms: true }, urls),
    id,
    type: 'AnnotationPage',
    label,
    partOf: [{ id: urls.links(document.id, original, text.id), type: 'AnnotationCollection', label }],
    ...(prev === undefined ? {} : { prev }),
    ...(next === undefined ? {} : { next }),
    items: groupsOf(segments).map(({ link, members }) => linkAnnotation(link, members)),
  };

  function linkAnnotation(link: Link, members: readonly Segment[]): LinkAnnotation {
    return {
      // Read with its page alone: a link has no more to say than its two ends.
      id: `${id}#${members[0]?.id ?? ''}`,
      type: 'Annotation',
      motivation: ['linking'],
      body: members.map((segment) => ({
        id: urls.annotation(document.id, text.id, segment.id, placeOn(page, segment)),
        type: 'Annotation',
      })),
      target: link.parts.flatMap((part) => targetOf(part) ?? []),
      origin: link.origin,
      ...(link.confidence === undefined ? {} : { confidence: link.confidence }),
    };
  }

  function targetOf({ segment, start, end }: SegmentPart): string | PartTarget | undefined {
    const value = setting.rendered.get(segment)?.value;
    if (value === undefined) return undefined;
    const id = urls.annotation(document.id, original, segment);
    if (value.slice(0, start).trim() === '' && value.slice(end).trim() === '') return id;
    const selector = {
      type: 'TextPositionSelector',
      start: codePoints(value.slice(0, start)),
      end: codePoints(value.slice(0, end)),
    } as const;
    return { type: 'SpecificResource', source: { id, type: 'Annotation' }, selector };
  }
}

/** Of the translation's pages: each link is told on every page on which it stands. */
function linkPageUrls(
  document: StoredDocument,
  text: StoredText,
  original: string,
  urls: PublicUrls,
): string[] {
  return text.pages.map((page) => urls.linkPage(document.id, original, text.id, page));
}

/** Neighbours that render just the same are one link. */
function groupsOf(segments: readonly Segment[]): { link: Link; members: Segment[] }[] {
  const groups: { link: Link; members: Segment[]; name: string }[] = [];
  for (const segment of segments) {
    const { link } = segment;
    if (link === undefined) continue;
    const name = JSON.stringify(link);
    const last = groups.at(-1);
    if (last?.name === name) last.members.push(segment);
    else groups.push({ link, members: [segment], name });
  }
  return groups;
}

function placeOn(page: string, { places }: Segment): number {
  return (
    Math.max(
      0,
      places.findIndex((place) => place.page === page),
    ) + 1
  );
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
