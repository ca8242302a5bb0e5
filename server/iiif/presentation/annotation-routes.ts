import compression from 'compression';
import { Router, type Request, type Response } from 'express';
import type { PublicUrls } from '../../http/public-urls.ts';
import { findDocument, findText } from '../../store/lookup.ts';
import type { Store, StoredDocument, StoredText } from '../../store/store.ts';
import { PRESENTATION_2, PRESENTATION_3 } from '../context.ts';
import { sendUnkept } from '../unkept-response.ts';
import { AnnotationReader } from './annotation-reader.ts';
import { readContainerRequest } from './container-request.ts';
import { sendContainer, sendContainerPage } from './container-response.ts';
import { formFor } from './form.ts';
import { textAnnotation } from './version-2/annotation-list.ts';
import { sendWebAnnotation } from './web-annotation-response.ts';

/** What a path names, and what was asked of it. */
type Asked = {
  document: StoredDocument;
  text: StoredText;
  /** The last part of an annotation's URL. */
  annotation: string;
  request: Request;
};

/** Sends an answer that is already found out. */
type Send = (response: Response) => void;

type Services = { store: Store; documents: Pick<Store, 'document' | 'currentDocumentId'>; urls: PublicUrls };

const RESOURCE = { url: 'http://www.w3.org/ns/ldp#Resource', rel: 'type' };
const ANNOTATION_SERVICE = 'http://www.w3.org/ns/oa#annotationService';

/**
 * Single annotations, and the Web Annotation container that they are in. They are not kept: there are as many as words,
 * each is one row of the store, and few are ever asked for twice.
 */
export function annotationRoutes({ store, documents, urls }: Services): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const reader = new AnnotationReader(store, urls);

  const route = (path: string, answer: (asked: Asked) => Promise<Send>) =>
    router.get(path, compression(), async (request, response) => {
      const part = (name: string) => {
        const value = request.params[name];
        // Only wildcards have lists for values, and no route here has one.
        return typeof value === 'string' ? value : '';
      };
      const document = await findDocument(documents, part('document'));
      const text = findText(document, part('text'));
      const send = await answer({ document, text, annotation: part('annotation'), request });
      // Only now: what is not there under the new id either is not worth a second request.
      if (document.id === part('document')) send(response);
      else response.redirect(308, movedTo(document, request, urls));
    });

  route('/iiif/documents/:document/texts/:text/annotations/:annotation', async (asked) => {
    const { document, text, annotation, request } = asked;
    const form = formFor(request.headers.accept, [3, 2]);
    if (form.version === 2) {
      const listed = await reader.listed(document, text, annotation);
      const resource = { '@context': PRESENTATION_2, ...textAnnotation(listed, text.role, urls) };
      return (response) => sendUnkept(response, resource, form.contentType);
    }
    const resource = await reader.single(document, text, annotation);
    const service = { url: urls.annotationContainer(document.id, text.id), rel: ANNOTATION_SERVICE };
    const headers = { links: [RESOURCE, service], profile: PRESENTATION_3 } as const;
    return (response) => sendWebAnnotation(request, response, resource, headers);
  });

  route('/iiif/documents/:document/texts/:text/annotations/', async ({ document, text, request }) => {
    const wanted = readContainerRequest(request.query, request.get('prefer'));
    if (wanted.kind === 'page') {
      const { items, setting } = await reader.onNthPage(document, text, wanted.number);
      return (response) => sendContainerPage(request, response, items, { wanted, setting });
    }
    const { placeCount } = await store.textExtent(document.id, text.id);
    const { items, setting } =
      wanted.embedded && placeCount > 0
        ? await reader.onNthPage(document, text, 0)
        : { items: [], setting: reader.setting(document, text) };
    return (response) => sendContainer(request, response, items, { total: placeCount, wanted, setting });
  });

  return router;
}

/** The same URL with the id that the document has now. Of the request its path and query count, never its host. */
function movedTo(document: StoredDocument, request: Request, urls: PublicUrls): string {
  const id = encodeURIComponent(document.id);
  return `${urls.base}${request.originalUrl.replace(/\/documents\/[^/?]*/, `/documents/${id}`)}`;
}
