import { Router, type Request, type Response } from 'express';
import type { ComponentProps } from 'react';
import type { Note } from '../../viewer/iiif/content-state.ts';
import type { StoredDocument } from '../store/store.ts';
import { anyOrigin } from '../http/any-origin.ts';
import { Failure } from '../model/failure.ts';
import { archiveRouter } from './archive-router.ts';
import { authorityRouter } from './authority-router.ts';
import { citationRouter } from './citation/citation-router.ts';
import { documentLinks } from './citation/link-header.ts';
import { openComparison } from './compare-choice.ts';
import { compareJson } from './compare-json.ts';
import { ComparePage } from './compare-page.tsx';
import { CollectionPage } from './collection-page.tsx';
import { DocumentPage } from './document-page.tsx';
import { HomePage } from './home.tsx';
import { institutionRouter } from './institution-router.ts';
import {
  collectionOf,
  currentDocument,
  documentOf,
  relatedTo,
  siteOf,
  type CatalogueServices,
} from './lookup.ts';
import { ManifestFormPage } from './manifest-form.tsx';
import { catalogueHeaders, readingRoomHeaders } from './page-headers.ts';
import {
  addressParameter,
  contentParameter,
  oneParameter,
  orderParameter,
  pageNumberParameter,
  positionParameter,
  regionParameter,
} from './parameters.ts';
import { sendPage } from './send-page.ts';
import { ReadPage, ViewerPage } from './read-page.tsx';
import { askedOfUs, parseSegmentName, readingPlace, type Asked } from './reading-place.ts';
import { leafRange, openReading } from './reading.ts';
import { searchRouter } from './search/search-router.ts';
import { textFactsOf } from './text-facts.ts';

const RECENT = 12;
const DOCUMENTS_AT_ONCE = 100;

/** The pages for people: `/`, `/collections/{c}`, `/documents/{d}`, `/people/{p}`, `/read/{d}`, `/search` ... */
export function catalogueRouter(services: CatalogueServices): Router {
  const { store, urls } = services;
  const router = Router();
  // All that comes here is a page or, in the end, an error page.
  router.use(catalogueHeaders(urls));
  router.get(['/read/:document', '/viewer'], readingRoomHeaders(urls));
  router.use(searchRouter(services));
  router.use(authorityRouter(services));
  router.use(archiveRouter(services));
  router.use(institutionRouter(services));
  router.use(citationRouter(services));

  router.get('/', async (request, response) => {
    const [site, root, collections, recent] = await Promise.all([
      siteOf(services),
      collectionOf(store, 'top'),
      store.collectionsIn('top'),
      store.recentDocuments(RECENT),
    ]);
    sendPage(request, response, services, HomePage, { site, root, collections, recent });
  });

  router.get('/collections/:collection', async (request, response) => {
    const { collection: id } = request.params;
    const after = positionParameter(oneParameter(request.query.after, 'after'));
    const collection = await collectionOf(store, id);
    const first = after === undefined;
    const [site, path, collections, documents] = await Promise.all([
      siteOf(services),
      store.path(id),
      first ? store.collectionsIn(id) : [],
      store.documentsIn(id, { ...(first ? {} : { after }), limit: DOCUMENTS_AT_ONCE + 1 }),
    ]);
    const shown = documents.slice(0, DOCUMENTS_AT_ONCE);
    const last = documents.length > shown.length ? shown.at(-1) : undefined;
    const next = last === undefined ? undefined : `${urls.collectionPage(id)}?after=${last.position}`;
    const page = { site, path: path.slice(0, -1), collection, collections, documents: shown, next, first };
    sendPage(request, response, services, CollectionPage, page);
  });

  router.get('/documents/:document', async (request, response) => {
    const wish = oneParameter(request.query.text, 'text');
    const from = oneParameter(request.query.from, 'from');
    const found = await documentOf(store, request.params.document);
    if ('movedTo' in found) {
      response.redirect(308, withQuery(urls.documentPage(found.movedTo), request));
      return;
    }
    const { document } = found;
    const range = leafRange(document, from);
    const [site, path, reading, related, described, textFacts, scansCreated] = await Promise.all([
      siteOf(services),
      store.path(document.collection),
      openReading(store, document, range.leaves, wish),
      relatedTo(store, document),
      store.authoritiesIn(document.id),
      textFactsOf(store, document),
      store.imagesCreated(document.id),
    ]);
    const accessed = new Date().toISOString().slice(0, 10);
    const page = {
      ...{
        site,
        path,
        document,
        range,
        reading,
        wish,
        related,
        described,
        textFacts,
        scansCreated,
        accessed,
      },
    };
    response.set('Link', documentLinks(document, urls));
    sendPage(request, response, services, DocumentPage, page);
  });

  const comparison = async (request: Request, response: Response) => {
    const wish = {
      left: oneParameter(request.query.left, 'left'),
      right: oneParameter(request.query.right, 'right'),
      order: orderParameter(oneParameter(request.query.order, 'order')),
      page: pageNumberParameter(oneParameter(request.query.page, 'page')),
    };
    const found = await documentOf(store, textOf(request.params.document));
    if ('document' in found) {
      const { document } = found;
      return { document, comparison: await openComparison(store, document, wish) };
    }
    const address = request.path.endsWith('.json') ? urls.compareJson : urls.compare;
    response.redirect(308, withQuery(address(found.movedTo), request));
    return undefined;
  };

  router.get('/documents/:document/compare', async (request, response) => {
    const found = await comparison(request, response);
    if (found === undefined) return;
    const [site, path] = await Promise.all([siteOf(services), store.path(found.document.collection)]);
    sendPage(request, response, services, ComparePage, { site, path, ...found });
  });

  router.get('/documents/:document/compare.json', anyOrigin, async (request, response) => {
    const found = await comparison(request, response);
    if (found === undefined) return;
    if (found.comparison === undefined) {
      throw new Failure('text-not-found', 'The document has no two translations of the same text');
    }
    response.set('Cache-Control', 'no-cache').json(compareJson(found.document, found.comparison, urls));
  });

  router.get('/read/:document', async (request, response) => {
    const page = oneParameter(request.query.page, 'page');
    const line = oneParameter(request.query.segment, 'segment');
    const region = regionParameter(oneParameter(request.query.xywh, 'xywh'));
    const found = await documentOf(store, request.params.document);
    if ('movedTo' in found) {
      response.redirect(308, withQuery(urls.read(found.movedTo), request));
      return;
    }
    const asked = {
      ...(page === undefined ? {} : { page }),
      ...(line === undefined ? {} : { segment: parseSegmentName(line) ?? ('unread' as const) }),
      ...(region === undefined ? {} : { region }),
    };
    const room = await readingRoom(services, found.document, asked, []);
    sendPage(request, response, services, ReadPage, room);
  });

  router.get('/viewer', async (request, response) => {
    const content = contentParameter(oneParameter(request.query['iiif-content'], 'iiif-content'));
    if (content !== undefined) {
      // It is what the standard has viewers look for, so it wins over a manifest beside it.
      const ours = askedOfUs(content.state, urls);
      if (ours === undefined) {
        sendPage(request, response, services, ViewerPage, { site: await siteOf(services), content });
        return;
      }
      const document = await currentDocument(store, ours.document);
      const room = await readingRoom(services, document, ours.asked, content.state.notes);
      sendPage(request, response, services, ReadPage, room);
      return;
    }
    const manifest = addressParameter(oneParameter(request.query.manifest, 'manifest'), 'manifest');
    const canvas = addressParameter(oneParameter(request.query.canvas, 'canvas'), 'canvas');
    const site = await siteOf(services);
    if (manifest === undefined) sendPage(request, response, services, ManifestFormPage, { site });
    else sendPage(request, response, services, ViewerPage, { site, manifest, canvas });
  });

  return router;
}

/**
 * The reading room on a document of ours.
 * @param notes on how it was asked for.
 * @throws Failure `page-not-found` or `page-gone`.
 */
async function readingRoom(
  services: CatalogueServices,
  document: StoredDocument,
  asked: Asked,
  notes: readonly Note[],
): Promise<ComponentProps<typeof ReadPage>> {
  const place = await readingPlace(services.store, document, asked);
  const { leaf, segment } = place;
  // A line of another translation than the usual one is shown with that one.
  const text = document.texts.find(({ id, role }) => id === segment?.text && role !== 'transcription');
  const [site, reading] = await Promise.all([
    siteOf(services),
    openReading(services.store, document, leaf === undefined ? [] : [leaf], text?.id),
  ]);
  return { site, document, place: { ...place, notes: [...notes, ...place.notes] }, reading };
}

/** A shared link keeps its place when its document has another id. */
function withQuery(url: string, request: Request): string {
  const query = request.originalUrl.indexOf('?');
  return query < 0 ? url : `${url}${request.originalUrl.slice(query)}`;
}

/** Only wildcards have lists for values, and no route here has one. */
function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
