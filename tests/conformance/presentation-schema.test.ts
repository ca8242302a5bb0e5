import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../server/http/public-urls.ts';
import { CommentingUrls } from '../../server/http/commenting-urls.ts';
import {
  annotationsOn,
  placesOf,
  type AnnotationSetting,
} from '../../server/iiif/presentation/annotation.ts';
import {
  annotationCollection,
  wordCollection,
} from '../../server/iiif/presentation/annotation-collection.ts';
import {
  annotationPage,
  outlinePage,
  unplacedPage,
  wordPage,
} from '../../server/iiif/presentation/annotation-page.ts';
import { canvasResource } from '../../server/iiif/presentation/canvas.ts';
import { collection } from '../../server/iiif/presentation/collection.ts';
import { containerPage } from '../../server/iiif/presentation/container.ts';
import { manifest } from '../../server/iiif/presentation/manifest.ts';
import { paintingAnnotation, paintingPage } from '../../server/iiif/presentation/painting.ts';
import { rangeResource, rangesOf } from '../../server/iiif/presentation/ranges.ts';
import { singleAnnotation, singleWord } from '../../server/iiif/presentation/single-annotation.ts';
import type { StoredCollection } from '../../server/store/store.ts';
import { NO_OFFICIAL_SCHEMA, officialSchema } from '../support/official-schema.ts';
import { storedDocument, textExtent } from '../support/stored-document.ts';
import { collections, telegram } from '../support/telegram.ts';

const schema = officialSchema();

const urls = new PublicUrls('https://example.org/archive');
const document = storedDocument(telegram());
const path: StoredCollection[] = collections().map(({ id, parent, record }) => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  record,
  documentCount: 0,
  collectionCount: 0,
}));

describe.skipIf(!schema.present)(
  `Presentation 3 schema${schema.present ? '' : ` (skipped: ${NO_OFFICIAL_SCHEMA})`}`,
  () => {
    it('refuses a broken manifest, so that its silence means something', () => {
      const whole = manifest(document, path, urls.manifest('telegram'), urls);
      expect(schema.whole({ ...whole, label: 'a string' })).not.toEqual([]);
      expect(schema.whole({ ...whole, rights: 'https://example.org/mine' })).not.toEqual([]);
      expect(schema.whole({ ...whole, navDate: '1950-10-07T00:00:00' })).not.toEqual([]);
      expect(schema.canvas({ ...whole.items[0], width: 0 })).not.toEqual([]);
      expect(schema.range({ ...whole.structures?.[0], items: undefined })).not.toEqual([]);
    });

    it('accepts the manifest', () => {
      expect(schema.whole(manifest(document, path, urls.manifest('telegram'), urls))).toEqual([]);
      const bare = manifest(storedDocument(), [], urls.manifest('telegram'), urls);
      expect(schema.whole(bare)).toEqual([]);
    });

    it('accepts every canvas and what is painted on it', () => {
      expect(document.pages).toHaveLength(4);
      for (const page of document.pages) {
        expect(schema.canvas(canvasResource(document, page, urls)), page.id).toEqual([]);
        if (page.image === undefined) continue;
        expect(schema.whole(paintingPage(document.id, page, urls)), page.id).toEqual([]);
        expect(schema.whole(paintingAnnotation(document.id, page, urls)), page.id).toEqual([]);
      }
    });

    it('accepts every range', () => {
      const ids = rangesOf(document, urls).map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
      expect(ids).toEqual(['1', '2']);
      for (const id of [...ids, '1-1', '1-2']) {
        expect(schema.range(rangeResource(document, id, urls)), id).toEqual([]);
      }
    });

    it('accepts every text, its pages and its annotations', () => {
      expect(document.texts).toHaveLength(4);
      for (const { text, segments, setting } of settings()) {
        const extent = textExtent(telegram(), text.id);
        expect(schema.whole(annotationCollection(document, text, urls, { extent })), text.id).toEqual([]);
        for (const page of text.pages) {
          const onPage = segments.filter(({ places }) => places.some((place) => place.page === page));
          expect(schema.whole(annotationPage(page, onPage, setting)), text.id).toEqual([]);
          const items = onPage.flatMap((segment) => annotationsOn(page, segment, setting));
          expect(schema.whole(containerPage(0, items, false, setting)), text.id).toEqual([]);
        }
        expect(schema.whole(unplacedPage(segments, setting)), text.id).toEqual([]);
        for (const segment of segments) {
          for (const index of placesOf(segment).keys()) {
            expect(schema.whole(singleAnnotation(segment, index + 1, setting)), segment.id).toEqual([]);
          }
        }
      }
    });

    it('accepts words and outlines, where a text has them', () => {
      const found: string[] = [];
      for (const { text, segments, setting } of settings()) {
        const extent = textExtent(telegram(), text.id);
        for (const resource of [
          wordCollection(document, text, extent, urls),
          ...text.pages.map((page) => wordPage(page, segments, extent, setting)),
          ...text.pages.map((page) => outlinePage(page, segments, setting)),
          ...segments.flatMap((segment) =>
            segment.words.map((_, index) => singleWord(segment, index + 1, setting)),
          ),
        ]) {
          if (resource === undefined) continue;
          expect(schema.whole(resource), resource.id).toEqual([]);
          found.push(resource.type);
        }
      }
      expect(found).toEqual([
        'AnnotationCollection',
        'AnnotationPage',
        'AnnotationPage',
        'Annotation',
        'Annotation',
      ]);
    });

    it('accepts the document with its texts as comments', () => {
      const comments = new CommentingUrls('https://example.org/archive');
      expect(schema.whole(manifest(document, path, comments.manifest('telegram'), comments))).toEqual([]);
      for (const { text, segments, setting: usual } of settings()) {
        const setting = { ...usual, urls: comments, motivation: 'commenting' } as const;
        const more = { extent: textExtent(telegram(), text.id), motivation: 'commenting' } as const;
        expect(schema.whole(annotationCollection(document, text, comments, more)), text.id).toEqual([]);
        for (const page of text.pages) {
          expect(schema.whole(annotationPage(page, segments, setting)), text.id).toEqual([]);
        }
        expect(schema.whole(unplacedPage(segments, setting)), text.id).toEqual([]);
      }
    });

    it('accepts every collection, empty or not', () => {
      const summary = {
        id: document.id,
        collection: document.collection,
        position: 0,
        record: document.record,
        pageCount: document.pages.length,
        ...(document.pages[0] === undefined ? {} : { firstImage: document.pages[0] }),
        texts: document.texts,
        updated: document.updated,
      };
      for (const stored of path) {
        const image = document.pages[0]?.image;
        const shown = image === undefined ? {} : { image };
        const within = path.slice(1).map((one) => ({ ...one, ...shown }));
        const parts = [{ key: 'telegram-1', ...shown }, { key: 'telegram-2' }];
        for (const members of [
          { collections: within, parts: [], documents: [summary] },
          { collections: within, parts, documents: [summary] },
          { collections: [], parts: [], documents: [] },
        ]) {
          const whole = collection({ stored, path, members }, urls);
          expect(schema.whole(whole), stored.id).toEqual([]);
          for (const above of ['', 'tele']) {
            const part = { key: 'telegram-', above, count: 1234 };
            const told = collection({ stored, path, part, members }, urls);
            expect(schema.whole(told), stored.id).toEqual([]);
          }
        }
      }
    });
  },
);

/** Every text of the telegram, with what its annotations are made of. */
function settings() {
  return document.texts.map((text) => {
    const segmentsOf = (id: string | undefined) =>
      telegram().texts.find((candidate) => candidate.id === id)?.segments ?? [];
    const rendered = new Map(segmentsOf(text.translationOf).map((segment) => [segment.id, segment]));
    const setting: AnnotationSetting = { document, text, rendered, urls };
    return { text, segments: segmentsOf(text.id), setting };
  });
}
