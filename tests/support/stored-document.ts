import type { Box } from '../../server/model/box.ts';
import type { DocumentRecord } from '../../server/model/document.ts';
import { EMPTY_CANVAS, type Page } from '../../server/model/page.ts';
import type { Segment, TextRecord } from '../../server/model/text.ts';
import type { IngestedDocument, IngestedText, StoredDocument, TextExtent } from '../../server/store/store.ts';

/** A record with a title and nothing else, changed as the test needs. */
export function record(changes: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    title: { en: ['Telegram'] },
    dates: [],
    languages: [],
    creators: [],
    recipients: [],
    contributors: [],
    people: [],
    places: [],
    subjects: [],
    identifiers: [],
    donors: [],
    related: [],
    access: 'open',
    formerly: [],
    contents: [],
    ...changes,
  };
}

/** A page with a scan of the canvas's own size. */
export function page(id: string, changes: Partial<Page> = {}): Page {
  return {
    id,
    folio: id,
    canvas: { width: 2000, height: 2800 },
    image: {
      id: `telegram_${id}`,
      key: `key-${id}`,
      file: `images/telegram/${id}.tif`,
      part: 0,
      width: 2000,
      height: 2800,
    },
    ...changes,
  };
}

export function lostPage(id: string): Page {
  return { id, folio: id, canvas: EMPTY_CANVAS };
}

/** A line on these pages, in this box on each. */
export function segment(
  id: string,
  value: string,
  pages: readonly string[],
  changes: Partial<Segment> & { box?: Box } = {},
): Segment {
  const { box, ...rest } = changes;
  return {
    id,
    granularity: 'line',
    value,
    places: pages.map((on) => ({ page: on, ...(box === undefined ? {} : { box }) })),
    words: [],
    renders: [],
    ...rest,
  };
}

export function text(
  id: string,
  segments: readonly Segment[],
  changes: Partial<TextRecord> = {},
): IngestedText {
  return {
    id,
    role: 'transcription',
    language: 'ru',
    contributors: [],
    origin: 'human',
    status: 'reviewed',
    ...changes,
    segments,
    minted: segments.length,
  };
}

export function ingestedDocument(changes: Partial<IngestedDocument> = {}): IngestedDocument {
  return {
    id: 'telegram',
    collection: 'cold-war',
    folder: 'manifests/cold-war/telegram',
    position: 0,
    record: record(),
    pages: [page('705')],
    texts: [],
    fingerprint: 'made-up',
    problems: [],
    ...changes,
  };
}

/** The document as a store gives it back. */
export function storedDocument(changes: Partial<IngestedDocument> = {}): StoredDocument {
  const { id, collection, record: own, pages, texts } = ingestedDocument(changes);
  return {
    id,
    collection,
    state: 'present',
    record: own,
    pages,
    retiredPages: [],
    texts: texts.map(({ segments, minted: _, ...rest }) => ({
      ...rest,
      revision: 1,
      updated: '2026-01-01T00:00:00.000Z',
      segmentCount: segments.length,
      pages: pages
        .map((candidate) => candidate.id)
        .filter((on) => segments.some(({ places }) => places.some((place) => place.page === on))),
      boxedPages: pages
        .map((candidate) => candidate.id)
        .filter((on) =>
          segments.some(
            ({ granularity, places }) =>
              granularity === 'line' && places.some((place) => place.page === on && place.box !== undefined),
          ),
        ),
      unplacedCount: segments.filter(({ places }) => places.length === 0).length,
      linkedCount: segments.filter(({ renders }) => renders.length > 0).length,
    })),
    created: '2026-01-01T00:00:00.000Z',
    updated: '2026-01-01T00:00:00.000Z',
  };
}

/** What a store says of a text's extent. */
export function textExtent({ pages, texts }: IngestedDocument, id: string): TextExtent {
  const segments = texts.find((candidate) => candidate.id === id)?.segments ?? [];
  return {
    placeCount: segments.reduce((sum, { places }) => sum + Math.max(1, places.length), 0),
    wordPages: pages.flatMap((candidate) => {
      const here = segments.filter(({ places }) => places[0]?.page === candidate.id);
      const count = here.reduce((sum, { words }) => sum + words.length, 0);
      return count === 0 ? [] : [{ page: candidate.id, count }];
    }),
  };
}
