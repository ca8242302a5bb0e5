import { Router, type Request } from 'express';
import type { PublicUrls } from '../../http/public-urls.ts';
import { Failure } from '../../model/failure.ts';
import type { Store, StoredDocument } from '../../store/store.ts';
import { contextDocument } from '../context.ts';
import { annotationCollection } from './annotation-collection.ts';
import { annotationPage, unplacedPage } from './annotation-page.ts';
import { canvasResource } from './canvas.ts';
import { collection } from './collection.ts';
import { sendContext, sendDescription } from './description-response.ts';
import { findDocument, findPage, findText, readCollection, readRendered } from './lookup.ts';
import { manifest } from './manifest.ts';
import { paintingAnnotation, paintingPage } from './painting.ts';
import { PRESENTATION_3 } from '../context.ts';
import { rangeResource } from './ranges.ts';
import { textRoutes } from './text-routes.ts';

type Parameters = Record<string, string>;
type Describe = (document: StoredDocument, parameters: Parameters) => Promise<{ id: string }>;

/**
 * Presentation API 3.0 over the store: `/iiif/documents`, `/iiif/collections` and our JSON-LD context. Every
 * `id` that it sends can be fetched; one that was given up answers 410 or, if it moved, 308.
 */
export function presentationRouter({ store, urls }: { store: Store; urls: PublicUrls }): Router {
  // An id is its URL to the letter: `/IIIF/Documents/…/` is none of ours.
  const router = Router({ caseSensitive: true, strict: true });

  const describeDocument = (path: string, describe: Describe) =>
    router.get(path, async (request, response) => {
      const parameters = readParameters(request);
      const document = await findDocument(store, parameters.document ?? '');
      const description = await describe(document, parameters);
      if (document.id === parameters.document) sendDescription(request, response, description);
      else response.redirect(308, description.id);
    });

  describeDocument('/iiif/documents/:document/manifest', async (document) => {
    const path = await store.path(document.collection);
    return manifest(document, path, urls.manifest(document.id), urls);
  });

  describeDocument('/iiif/3/documents/:document/manifest', async (document) => {
    const path = await store.path(document.collection);
    return manifest(document, path, urls.manifestOfVersion(document.id, 3), urls);
  });

  describeDocument('/iiif/documents/:document/canvases/:page', (document, parameters) =>
    Promise.resolve(canvasResource(document, findPage(document, parameters.page), urls)),
  );

  describeDocument('/iiif/documents/:document/canvases/:page/painting', (document, parameters) => {
    const page = findPage(document, parameters.page);
    const painting = paintingPage(document.id, page, urls) ?? noScan(page.folio);
    return Promise.resolve({ '@context': PRESENTATION_3, ...painting });
  });

  describeDocument('/iiif/documents/:document/canvases/:page/painting/scan', (document, parameters) => {
    const page = findPage(document, parameters.page);
    const painting = paintingAnnotation(document.id, page, urls) ?? noScan(page.folio);
    return Promise.resolve({ '@context': PRESENTATION_3, ...painting });
  });

  describeDocument('/iiif/documents/:document/ranges/:range', (document, parameters) => {
    const range = rangeResource(document, parameters.range ?? '', urls);
    if (range === undefined) throw new Failure('route-not-found', 'The contents have no such heading');
    return Promise.resolve(range);
  });

  describeDocument('/iiif/documents/:document/texts/:text', async (document, parameters) => {
    const text = findText(document, parameters.text);
    const extent = await store.textExtent(document.id, text.id);
    return annotationCollection(document, text, urls, { extent });
  });

  describeDocument('/iiif/documents/:document/texts/:text/pages/:page', async (document, parameters) => {
    const text = findText(document, parameters.text);
    const page = findPage(document, parameters.page);
    const segments = await store.segmentsOn(document.id, text.id, page.id);
    const rendered = await readRendered(store, document, text, segments, page.id);
    return annotationPage(page.id, segments, { document, text, rendered, urls });
  });

  describeDocument('/iiif/documents/:document/texts/:text/unplaced', async (document, parameters) => {
    const text = findText(document, parameters.text);
    const segments = await store.unplacedSegments(document.id, text.id);
    const rendered = await readRendered(store, document, text, segments, undefined);
    return unplacedPage(segments, { document, text, rendered, urls });
  });

  router.get('/iiif/collections/:collection', async (request, response) => {
    const { stored, path, members } = await readCollection(store, request.params.collection);
    sendDescription(request, response, collection(stored, path, members, urls));
  });

  router.get('/iiif/context.json', (request, response) => {
    sendContext(request, response, contextDocument(urls));
  });

  router.use(textRoutes({ store, urls }));

  return router;
}

/** Only wildcards have lists for values, and no route here has one. */
function readParameters(request: Request): Parameters {
  return Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

function noScan(folio: string): never {
  throw new Failure('image-not-found', `No scan of leaf ${folio} is held`);
}
