import { Router, type Request, type Response } from 'express';
import { CommentingUrls } from '../../http/commenting-urls.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import { Failure } from '../../model/failure.ts';
import { findDocument, findPage, findText } from '../../store/lookup.ts';
import type { Store, StoredDocument } from '../../store/store.ts';
import { PRESENTATION_2, PRESENTATION_3 } from '../context.ts';
import { annotationCollection, wordCollection } from './annotation-collection.ts';
import { annotationPage, outlinePage, unplacedPage, wordPage } from './annotation-page.ts';
import { AnnotationReader } from './annotation-reader.ts';
import { readContainerRequest } from './container-request.ts';
import { sendContainer, sendContainerPage } from './container-response.ts';
import { sendUnkept } from './description-response.ts';
import { formFor } from './form.ts';
import { manifest } from './manifest.ts';
import { textAnnotation } from './version-2/annotation-list.ts';
import { sendWebAnnotation } from './web-annotation-response.ts';

/** What a path names; `part` is that part of it which the route calls so. */
type Asked = {
  document: StoredDocument;
  part: (name: string) => string;
  request: Request;
  response: Response;
};

const RESOURCE = { url: 'http://www.w3.org/ns/ldp#Resource', rel: 'type' };
const ANNOTATION_SERVICE = 'http://www.w3.org/ns/oa#annotationService';

/**
 * What of a text is finer than its pages: words, outlines, single annotations and the Web Annotation container that
 * they are in. And a whole document with its texts as comments.
 */
export function textRoutes({ store, urls }: { store: Store; urls: PublicUrls }): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const reader = new AnnotationReader(store, urls);

  const route = (path: string, answer: (asked: Asked) => Promise<void>) =>
    router.get(path, async (request, response) => {
      const part = (name: string) => {
        const value = request.params[name];
        // Only wildcards have lists for values, and no route here has one.
        return typeof value === 'string' ? value : '';
      };
      const document = await findDocument(store, part('document'));
      if (document.id === part('document')) await answer({ document, part, request, response });
      else response.redirect(308, movedTo(document, request, urls));
    });

  const describe = (path: string, description: (asked: Asked) => Promise<object>) =>
    route(path, async (asked) => {
      const headers = { links: [], profile: PRESENTATION_3 } as const;
      sendWebAnnotation(asked.request, asked.response, await description(asked), headers);
    });

  describe('/iiif/documents/:document/texts/:text/words', async ({ document, part }) => {
    const text = findText(document, part('text'));
    const extent = await store.textExtent(document.id, text.id);
    return wordCollection(document, text, extent, urls) ?? notGiven('words');
  });

  describe('/iiif/documents/:document/texts/:text/pages/:page/words', async ({ document, part }) => {
    const text = findText(document, part('text'));
    const page = findPage(document, part('page'));
    const { segments, setting } = await reader.placed(document, text, page.id);
    const extent = await store.textExtent(document.id, text.id);
    return wordPage(page.id, segments, extent, setting) ?? notGiven('words');
  });

  describe('/iiif/documents/:document/texts/:text/pages/:page/outlines', async ({ document, part }) => {
    const text = findText(document, part('text'));
    const page = findPage(document, part('page'));
    const { segments, setting } = await reader.placed(document, text, page.id);
    return outlinePage(page.id, segments, setting) ?? notGiven('outlines');
  });

  route('/iiif/documents/:document/texts/:text/annotations/:annotation', async (asked) => {
    const { document, part, request, response } = asked;
    const text = findText(document, part('text'));
    const form = formFor(request.headers.accept, [3, 2]);
    if (form.version === 2) {
      const listed = await reader.listed(document, text, part('annotation'));
      const resource = { '@context': PRESENTATION_2, ...textAnnotation(listed, text.role, urls) };
      sendUnkept(response, resource, form.contentType);
      return;
    }
    const annotation = await reader.single(document, text, part('annotation'));
    const service = { url: urls.annotationContainer(document.id, text.id), rel: ANNOTATION_SERVICE };
    sendWebAnnotation(request, response, annotation, { links: [RESOURCE, service], profile: PRESENTATION_3 });
  });

  route('/iiif/documents/:document/texts/:text/annotations/', async (asked) => {
    const { document, part, request, response } = asked;
    const text = findText(document, part('text'));
    const wanted = readContainerRequest(request.query, request.get('prefer'));
    if (wanted.kind === 'page') {
      const { items, setting } = await reader.onNthPage(document, text, wanted.number);
      sendContainerPage(request, response, items, { wanted, setting });
      return;
    }
    const { placeCount } = await store.textExtent(document.id, text.id);
    const { items, setting } =
      wanted.embedded && placeCount > 0
        ? await reader.onNthPage(document, text, 0)
        : { items: [], setting: reader.setting(document, text) };
    sendContainer(request, response, items, { total: placeCount, wanted, setting });
  });

  const comments = new CommentingUrls(urls.base);
  const commentReader = new AnnotationReader(store, comments, 'commenting');

  describe('/iiif/commenting/documents/:document/manifest', async ({ document }) => {
    const path = await store.path(document.collection);
    return manifest(document, path, comments.manifest(document.id), comments);
  });

  describe('/iiif/commenting/documents/:document/texts/:text', async ({ document, part }) => {
    const text = findText(document, part('text'));
    const extent = await store.textExtent(document.id, text.id);
    return annotationCollection(document, text, comments, { extent, motivation: 'commenting' });
  });

  describe('/iiif/commenting/documents/:document/texts/:text/pages/:page', async ({ document, part }) => {
    const text = findText(document, part('text'));
    const page = findPage(document, part('page'));
    const { segments, setting } = await commentReader.placed(document, text, page.id);
    return annotationPage(page.id, segments, setting);
  });

  describe('/iiif/commenting/documents/:document/texts/:text/unplaced', async ({ document, part }) => {
    const { segments, setting } = await commentReader.unplaced(document, findText(document, part('text')));
    return unplacedPage(segments, setting);
  });

  describe('/iiif/commenting/documents/:document/texts/:text/annotations/:annotation', async (asked) => {
    const { document, part } = asked;
    return commentReader.single(document, findText(document, part('text')), part('annotation'));
  });

  return router;
}

/** The same URL with the id that the document has now. Of the request its path and query count, never its host. */
function movedTo(document: StoredDocument, request: Request, urls: PublicUrls): string {
  const id = encodeURIComponent(document.id);
  return `${urls.base}${request.originalUrl.replace(/\/documents\/[^/?]*/, `/documents/${id}`)}`;
}

function notGiven(what: 'words' | 'outlines'): never {
  throw new Failure('segment-not-found', `The source of this text gives no ${what} here`);
}
