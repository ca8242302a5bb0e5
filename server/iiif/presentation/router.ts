import { Router } from 'express';
import { CommentingUrls } from '../../http/commenting-urls.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import { Failure } from '../../model/failure.ts';
import { findDocument, findPage, findText } from '../../store/lookup.ts';
import type { Store, StoredDocument } from '../../store/store.ts';
import { contextDocument, PRESENTATION_2, PRESENTATION_3 } from '../context.ts';
import { annotationCollection, wordCollection } from './annotation-collection.ts';
import { annotationPage, outlinePage, unplacedPage, wordPage } from './annotation-page.ts';
import { AnnotationReader } from './annotation-reader.ts';
import { annotationRoutes } from './annotation-routes.ts';
import { canvasResource } from './canvas.ts';
import { commentingTexts } from './commenting-texts.ts';
import { describedCollection } from './described-collection.ts';
import { describedManifest } from './described-manifest.ts';
import { sendContext } from './description-response.ts';
import { documentDescriptions } from './document-descriptions.ts';
import type { Versions } from './form.ts';
import { KeptDescriptions } from './kept-descriptions.ts';
import { KeptDocuments } from './kept-documents.ts';
import { readCollection, readPart } from './lookup.ts';
import { linkCollection, linkPage } from './linking-page.ts';
import { offerOn, type Parameters } from './offer.ts';
import { paintingAnnotation, paintingPage } from './painting.ts';
import { rangeResource, rangesOf } from './ranges.ts';
import { StoreChanges } from './store-changes.ts';
import { annotationList } from './version-2/annotation-list.ts';
import { canvas as canvas2 } from './version-2/canvas.ts';
import { imageAnnotation } from './version-2/image-annotation.ts';
import { layer } from './version-2/layer.ts';
import { flatRanges, range as range2 } from './version-2/range.ts';

/** Bytes of descriptions that are kept: those of some thousand documents, or of a hundred with ten thousand pages. */
const KEPT_BYTES = 64_000_000;

/**
 * Presentation API over the store: `/iiif/documents`, `/iiif/collections` and our JSON-LD context. Every address
 * tells version 3.0, and 2.1 to who asks for its profile; below `/iiif/3/` and `/iiif/2/` each version has its own.
 * Every `id` that it sends can be fetched; one that was given up answers 410 or, if it moved, 308.
 */
export function presentationRouter({ store, urls }: { store: Store; urls: PublicUrls }): Router {
  // An id is its URL to the letter: `/IIIF/Documents/…/` is none of ours.
  const router = Router({ caseSensitive: true, strict: true });
  const changes = new StoreChanges(store);
  const documents = new KeptDocuments(store, changes);
  const kept = new KeptDescriptions(changes, KEPT_BYTES);

  const reader = new AnnotationReader(store, urls);
  const offer = offerOn(router, kept);

  const describeDocument = documentDescriptions(offer, documents, urls);

  const offerManifest = (
    path: string,
    versions: Versions,
    address: (document: string) => string,
    within: PublicUrls = urls,
  ) =>
    offer(path, versions, async (parameters, version) => {
      const document = await findDocument(documents, parameters.document ?? '');
      const id = address(document.id);
      if (document.id !== parameters.document) return { movedTo: id };
      const [path, institution] = await Promise.all([store.path(document.collection), store.institution()]);
      return describedManifest(document, path, { id, version, urls: within, institution });
    });

  const offerCollection = (path: string, versions: Versions, address: (collection: string) => string) =>
    offer(path, versions, async (parameters, version) => {
      const [found, institution] = await Promise.all([
        readCollection(store, parameters.collection ?? ''),
        store.institution(),
      ]);
      return describedCollection(found, { id: address(found.stored.id), version, urls, institution });
    });

  offerManifest('/iiif/documents/:document/manifest', [3, 2], urls.manifest);
  offerManifest('/iiif/3/documents/:document/manifest', [3], (id) => urls.manifestOfVersion(id, 3));
  offerManifest('/iiif/2/documents/:document/manifest', [2], (id) => urls.manifestOfVersion(id, 2));

  offerCollection('/iiif/collections/:collection', [3, 2], urls.collection);
  offerCollection('/iiif/3/collections/:collection', [3], (id) => urls.inVersion(urls.collection(id), 3));
  offerCollection('/iiif/2/collections/:collection', [2], (id) => urls.inVersion(urls.collection(id), 2));

  const offerPart = (
    path: string,
    versions: Versions,
    address: (collection: string, key: string) => string,
  ) =>
    offer(path, versions, async ({ collection = '', key = '' }, version) => {
      const [found, institution] = await Promise.all([readPart(store, collection, key), store.institution()]);
      return describedCollection(found, { id: address(found.stored.id, key), version, urls, institution });
    });
  const partOfVersion = (version: 2 | 3) => (collection: string, key: string) =>
    urls.inVersion(urls.collectionPart(collection, key), version);

  offerPart('/iiif/collections/:collection/parts/:key', [3, 2], urls.collectionPart);
  offerPart('/iiif/3/collections/:collection/parts/:key', [3], partOfVersion(3));
  offerPart('/iiif/2/collections/:collection/parts/:key', [2], partOfVersion(2));

  describeDocument(
    '/iiif/documents/:document/canvases/:page',
    (document, parameters) =>
      Promise.resolve(canvasResource(document, findPage(document, parameters.page), urls)),
    { tell: (canvas) => canvas2(canvas, urls) },
  );

  describeDocument('/iiif/documents/:document/canvases/:page/painting', (document, parameters) => {
    const page = findPage(document, parameters.page);
    const painting = paintingPage(document.id, page, urls) ?? noScan(page.folio);
    return Promise.resolve({ '@context': PRESENTATION_3, ...painting });
  });

  describeDocument(
    '/iiif/documents/:document/canvases/:page/painting/scan',
    (document, parameters) => {
      const page = findPage(document, parameters.page);
      const painting = paintingAnnotation(document.id, page, urls) ?? noScan(page.folio);
      return Promise.resolve({ '@context': PRESENTATION_3, ...painting });
    },
    { tell: (painting) => imageAnnotation(painting, urls) },
  );

  offer('/iiif/2/documents/:document/ranges/top', [2], async (parameters) => {
    const document = await findDocument(documents, parameters.document ?? '');
    const [top] = flatRanges(rangesOf(document, urls), urls);
    if (top === undefined) throw noHeading();
    if (document.id !== parameters.document) return { movedTo: top['@id'] };
    const frame = { '@context': PRESENTATION_2, ...top, within: urls.manifestOfVersion(document.id, 2) };
    return { description: { frame }, from: [`document/${document.id}`] };
  });

  describeDocument(
    '/iiif/documents/:document/ranges/:range',
    (document, parameters) => {
      const range = rangeResource(document, parameters.range ?? '', urls);
      if (range === undefined) throw noHeading();
      return Promise.resolve(range);
    },
    { tell: (range) => range2(range, urls), ownAddress: true },
  );

  describeDocument(
    '/iiif/documents/:document/texts/:text',
    async (document, parameters) => {
      const text = findText(document, parameters.text);
      const extent = await store.textExtent(document.id, text.id);
      return annotationCollection(document, text, urls, { extent });
    },
    { tell: (text) => layer(text, urls), ownAddress: true },
  );

  describeDocument(
    '/iiif/documents/:document/texts/:text/pages/:page',
    async (document, parameters) => {
      const text = findText(document, parameters.text);
      const page = findPage(document, parameters.page);
      const { segments, setting } = await reader.placed(document, text, page.id);
      return annotationPage(page.id, segments, setting);
    },
    {
      tell: (page, document, { text }) => annotationList(page, findText(document, text).role, urls),
      ownAddress: true,
    },
  );

  describeDocument(
    '/iiif/documents/:document/texts/:text/unplaced',
    async (document, parameters) => {
      const { segments, setting } = await reader.unplaced(document, findText(document, parameters.text));
      return unplacedPage(segments, setting);
    },
    {
      tell: (page, document, { text }) => annotationList(page, findText(document, text).role, urls),
      ownAddress: true,
    },
  );

  describeDocument('/iiif/documents/:document/texts/:text/words', async (document, parameters) => {
    const text = findText(document, parameters.text);
    const extent = await store.textExtent(document.id, text.id);
    return wordCollection(document, text, extent, urls) ?? notGiven('words');
  });

  describeDocument(
    '/iiif/documents/:document/texts/:text/pages/:page/words',
    async (document, parameters) => {
      const text = findText(document, parameters.text);
      const page = findPage(document, parameters.page);
      const { segments, setting } = await reader.placed(document, text, page.id);
      const extent = await store.textExtent(document.id, text.id);
      return wordPage(page.id, segments, extent, setting) ?? notGiven('words');
    },
  );

  describeDocument(
    '/iiif/documents/:document/texts/:text/pages/:page/outlines',
    async (document, parameters) => {
      const text = findText(document, parameters.text);
      const page = findPage(document, parameters.page);
      const { segments, setting } = await reader.placed(document, text, page.id);
      return outlinePage(page.id, segments, setting) ?? notGiven('outlines');
    },
  );

  /** The translation of the two and its original, whichever the address names first. */
  const linkedTexts = (document: StoredDocument, parameters: Parameters) => {
    const [one, other] = [findText(document, parameters.one), findText(document, parameters.other)];
    const translation = [one, other].find(
      ({ translationOf }) => translationOf === one.id || translationOf === other.id,
    );
    if (translation?.translationOf === undefined || one === other) {
      throw new Failure('text-not-found', {
        message: 'Neither of these texts is a translation of the other',
        received: `${one.id}, ${other.id}`,
      });
    }
    return { translation, original: translation.translationOf };
  };

  describeDocument('/iiif/documents/:document/links/:one/:other', (document, parameters) => {
    const { translation, original } = linkedTexts(document, parameters);
    return Promise.resolve(linkCollection(document, translation, original, urls));
  });

  describeDocument(
    '/iiif/documents/:document/links/:one/:other/pages/:page',
    async (document, parameters) => {
      const { translation, original } = linkedTexts(document, parameters);
      const page = findPage(document, parameters.page);
      const { segments, setting } = await reader.placed(document, translation, page.id);
      return linkPage(page.id, segments, original, setting);
    },
  );

  const comments = new CommentingUrls(urls.base);
  offerManifest('/iiif/commenting/documents/:document/manifest', [3], comments.manifest, comments);
  commentingTexts(describeDocument, { store, urls: comments });

  router.get('/iiif/context.json', (request, response) => {
    sendContext(request, response, contextDocument(urls));
  });

  router.use(annotationRoutes({ store, documents, urls }));

  return router;
}

function noHeading(): Failure {
  return new Failure('route-not-found', 'The contents have no such heading');
}

function noScan(folio: string): never {
  throw new Failure('image-not-found', `No scan of leaf ${folio} is held`);
}

function notGiven(what: 'words' | 'outlines'): never {
  throw new Failure('segment-not-found', `The source of this text gives no ${what} here`);
}
