import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
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
import { storedDocument, textExtent } from '../support/stored-document.ts';
import { collections, telegram } from '../support/telegram.ts';

const folder = process.env.DIPTYCH_TEST_SCHEMA;
const file = folder === undefined ? undefined : join(folder, 'iiif-presentation-3.schema.json');
const present = file !== undefined && existsSync(file);

const urls = new PublicUrls('https://example.org/archive');
const document = storedDocument(telegram());
const path: StoredCollection[] = collections().map(({ id, parent, record }) => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  record,
  documentCount: 0,
  collectionCount: 0,
}));

describe.skipIf(!present)(
  `Presentation 3 schema${present ? '' : ' (skipped: DIPTYCH_TEST_SCHEMA names no folder that has it)'}`,
  () => {
    let valid: ValidateFunction;
    let validCanvas: ValidateFunction;
    let validRange: ValidateFunction;
    beforeAll(() => {
      ({ valid, validCanvas, validRange } = compile(file ?? ''));
    });

    it('refuses a broken manifest, so that its silence means something', () => {
      const whole = manifest(document, path, urls.manifest('telegram'), urls);
      expect(messages(valid, { ...whole, label: 'a string' })).not.toEqual([]);
      expect(messages(valid, { ...whole, rights: 'https://example.org/mine' })).not.toEqual([]);
      expect(messages(valid, { ...whole, navDate: '1950-10-07T00:00:00' })).not.toEqual([]);
      expect(messages(validCanvas, { ...whole.items[0], width: 0 })).not.toEqual([]);
      expect(messages(validRange, { ...whole.structures?.[0], items: undefined })).not.toEqual([]);
    });

    it('accepts the manifest', () => {
      expect(messages(valid, manifest(document, path, urls.manifest('telegram'), urls))).toEqual([]);
      const bare = manifest(storedDocument(), [], urls.manifest('telegram'), urls);
      expect(messages(valid, bare)).toEqual([]);
    });

    it('accepts every canvas and what is painted on it', () => {
      expect(document.pages).toHaveLength(4);
      for (const page of document.pages) {
        expect(messages(validCanvas, canvasResource(document, page, urls)), page.id).toEqual([]);
        if (page.image === undefined) continue;
        expect(messages(valid, paintingPage(document.id, page, urls)), page.id).toEqual([]);
        expect(messages(valid, paintingAnnotation(document.id, page, urls)), page.id).toEqual([]);
      }
    });

    it('accepts every range', () => {
      const ids = rangesOf(document, urls).map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
      expect(ids).toEqual(['1', '2']);
      for (const id of [...ids, '1-1', '1-2']) {
        expect(messages(validRange, rangeResource(document, id, urls)), id).toEqual([]);
      }
    });

    it('accepts every text, its pages and its annotations', () => {
      expect(document.texts).toHaveLength(4);
      for (const { text, segments, setting } of settings()) {
        const extent = textExtent(telegram(), text.id);
        expect(messages(valid, annotationCollection(document, text, urls, { extent })), text.id).toEqual([]);
        for (const page of text.pages) {
          const onPage = segments.filter(({ places }) => places.some((place) => place.page === page));
          expect(messages(valid, annotationPage(page, onPage, setting)), text.id).toEqual([]);
          const items = onPage.flatMap((segment) => annotationsOn(page, segment, setting));
          expect(messages(valid, containerPage(0, items, false, setting)), text.id).toEqual([]);
        }
        expect(messages(valid, unplacedPage(segments, setting)), text.id).toEqual([]);
        for (const segment of segments) {
          for (const index of placesOf(segment).keys()) {
            expect(messages(valid, singleAnnotation(segment, index + 1, setting)), segment.id).toEqual([]);
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
          expect(messages(valid, resource), resource.id).toEqual([]);
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
      expect(messages(valid, manifest(document, path, comments.manifest('telegram'), comments))).toEqual([]);
      for (const { text, segments, setting: usual } of settings()) {
        const setting = { ...usual, urls: comments, motivation: 'commenting' } as const;
        const more = { extent: textExtent(telegram(), text.id), motivation: 'commenting' } as const;
        expect(messages(valid, annotationCollection(document, text, comments, more)), text.id).toEqual([]);
        for (const page of text.pages) {
          expect(messages(valid, annotationPage(page, segments, setting)), text.id).toEqual([]);
        }
        expect(messages(valid, unplacedPage(segments, setting)), text.id).toEqual([]);
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
          expect(messages(valid, whole), stored.id).toEqual([]);
          for (const above of ['', 'tele']) {
            const part = { key: 'telegram-', above, count: 1234 };
            const told = collection({ stored, path, part, members }, urls);
            expect(messages(valid, told), stored.id).toEqual([]);
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

type Validators = Record<'valid' | 'validCanvas' | 'validRange', ValidateFunction>;

function compile(schemaFile: string): Validators {
  // The schema's own looseness (unions, unknown words) is not ours to judge.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema: unknown = JSON.parse(readFileSync(schemaFile, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${schemaFile} holds no schema`);
  ajv.addSchema(schema, 'presentation');
  // Canvases and ranges can be fetched too, but the schema's top knows them only as parts.
  return {
    valid: ajv.compile({ $ref: 'presentation' }),
    validCanvas: ajv.compile({ $ref: 'presentation#/classes/canvas' }),
    validRange: ajv.compile({ $ref: 'presentation#/classes/range' }),
  };
}

/** As another program reads it: through JSON. */
function messages(validate: ValidateFunction, resource: unknown): string[] {
  const received: unknown = JSON.parse(JSON.stringify(resource));
  if (validate(received)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
}
