import type { ContentState, Note } from '../../viewer/iiif/content-state.ts';
import type { Region } from '../../viewer/iiif/region.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Page } from '../model/page.ts';
import type { Place } from '../model/text.ts';
import type { Store, StoredDocument } from '../store/store.ts';
import { ownResource } from './own-resource.ts';
import { leafIndex } from './reading.ts';

/** What a reader asks to see of a document: all of it optional. */
export type Asked = {
  page?: string;
  /** `unread`: what was written is no name of a line. */
  segment?: SegmentName | 'unread';
  range?: string;
  region?: Region;
};

/** A segment on one of its places, which count from 1. */
export type SegmentName = { text: string; segment: string; place: number };

/** What the reading room opens. */
export type ReadingPlace = {
  /** Absent: the document has no leaves at all. */
  leaf: Page | undefined;
  segment?: SegmentName;
  region?: Region;
  notes: readonly Note[];
};

/** `{text}.{segment}`, or `{text}.{segment}.2` for its second place: as the annotation's URL has them. */
export function parseSegmentName(name: string): SegmentName | undefined {
  const [, text, segment, place = '1'] =
    /^([\w-]{1,128})\.([\w-]{1,128})(?:\.([1-9]\d{0,5}))?$/.exec(name) ?? [];
  if (text === undefined || segment === undefined) return undefined;
  return { text, segment, place: Number(place) };
}

/** What a content state asks of a document of ours, and of which; undefined if it names none. */
export function askedOfUs(
  state: Exclude<ContentState, { outcome: 'refused' }>,
  urls: PublicUrls,
): { document: string; asked: Asked } | undefined {
  if (state.outcome === 'fetch') {
    const { annotation, region } = state.known;
    return askedBy([annotation, state.address], region, urls);
  }
  const { destination } = state;
  const manifest = ownResource(destination.manifest, urls);
  if (manifest?.kind !== 'manifest') return undefined;
  const { document } = manifest;
  if (destination.kind === 'manifest') return { document, asked: {} };
  if (destination.kind === 'range') return within(document, askedBy([destination.range], undefined, urls));
  const region = destination.kind === 'canvas' ? undefined : destination.region;
  const names =
    destination.kind === 'annotation' ? [destination.annotation, destination.canvas] : [destination.canvas];
  return within(document, askedBy(names, region, urls));
}

/** @param names of ever larger things: all that are ours are asked for. */
function askedBy(
  names: readonly (string | undefined)[],
  region: Region | undefined,
  urls: PublicUrls,
): { document: string; asked: Asked } | undefined {
  const resources = names.flatMap((name) => {
    const resource = name === undefined ? undefined : ownResource(name, urls);
    return resource === undefined ? [] : [resource];
  });
  const document = resources.at(-1)?.document;
  if (document === undefined) return undefined;
  const asked: Asked = region === undefined ? {} : { region };
  for (const resource of resources) {
    if (resource.kind === 'canvas') asked.page = resource.page;
    if (resource.kind === 'range') asked.range = resource.range;
    if (resource.kind === 'annotation' && resource.document === document) {
      const segment = parseSegmentName(`${resource.text}.${resource.annotation}`);
      if (segment !== undefined) asked.segment = segment;
    }
  }
  return { document, asked };
}

/** A canvas of one document in the manifest of another is for the reading room to wonder about. */
function within<T extends { document: string }>(document: string, found: T | undefined): T | undefined {
  return found?.document === document ? found : undefined;
}

/**
 * Finds what is asked for. A line that is no longer in its text, or of which the name was cut off on the way, does not
 * make a link to the document worthless.
 * @throws Failure `page-not-found` or `page-gone`.
 */
export async function readingPlace(
  store: Store,
  document: StoredDocument,
  asked: Asked,
): Promise<ReadingPlace> {
  const region = asked.region === undefined ? {} : { region: asked.region };
  const page = asked.page ?? pageOfRange(document, asked.range);
  const notes: Note[] = asked.range !== undefined && page === undefined ? ['range-unknown'] : [];
  if (asked.segment === undefined) return { leaf: leafOf(document, page), ...region, notes };
  const found = asked.segment === 'unread' ? undefined : await segmentPlaces(store, document, asked.segment);
  if (asked.segment === 'unread' || found === undefined) {
    const note = asked.segment === 'unread' || page === undefined ? 'segment-unknown' : 'segment-gone';
    return { leaf: leafOf(document, page), ...region, notes: [...notes, note] };
  }
  const index = chosenPlace(found, asked.segment.place, page);
  const leaf = document.pages.find(({ id }) => id === found[index]?.page) ?? leafOf(document, page);
  return { leaf, segment: { ...asked.segment, place: index + 1 }, ...region, notes };
}

/** The place on the page that is named with it; else the place that is named; else the first. */
function chosenPlace(places: readonly Place[], number: number, page: string | undefined): number {
  if (places[number - 1] !== undefined && (page === undefined || places[number - 1]?.page === page))
    return number - 1;
  return Math.max(
    0,
    places.findIndex((place) => place.page === page),
  );
}

async function segmentPlaces(
  store: Store,
  document: StoredDocument,
  { text, segment }: SegmentName,
): Promise<readonly Place[] | undefined> {
  if (!document.texts.some(({ id }) => id === text)) return undefined;
  return (await store.segment(document.id, text, segment))?.places;
}

function leafOf(document: StoredDocument, page: string | undefined): Page | undefined {
  return document.pages[page === undefined ? 0 : leafIndex(document, page)];
}

/** A range is named by the numbers of its heading and of those above it: `2-3`. */
function pageOfRange({ record }: StoredDocument, range: string | undefined): string | undefined {
  if (range === undefined || !/^\d{1,6}(?:-\d{1,6}){0,20}$/.test(range)) return undefined;
  let entries = record.contents;
  let page: string | undefined;
  for (const number of range.split('-').map(Number)) {
    const entry = entries[number - 1];
    if (entry === undefined) return undefined;
    page = entry.page;
    entries = entry.children;
  }
  return page;
}
