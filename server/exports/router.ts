import { Router, type Response } from 'express';
import { serializeAlto } from '../formats/alto-writer.ts';
import { serializePlainText } from '../formats/plain-text.ts';
import { anyOrigin } from '../http/any-origin.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import { Failure } from '../model/failure.ts';
import { findDocument, findPage, findText } from '../store/lookup.ts';
import type { Store, StoredDocument } from '../store/store.ts';
import { altoPage } from './alto-page.ts';
import { dublinCore } from './dublin-core.ts';
import { runningText } from './running-text.ts';
import { teiDocument, type WholeText } from './tei.ts';

type Asked = {
  document: StoredDocument;
  /** The parts of the path that the route calls so. */
  part: (name: string) => string;
};

type File = {
  /** As the response says it, with its charset where the type has one. */
  contentType: string;
  /** What a browser saves it as: our ids, which are letters, digits and hyphens. */
  name: string;
  language?: string;
  content: string;
};

type Route = {
  path: string;
  /** Where the file is found if the document has another id now. */
  address: (asked: Asked) => string;
  make: (asked: Asked) => Promise<File>;
};

/** Documents in formats to be saved, below `/documents/{d}`: manifests point to them, so any site may read them. */
export function exportsRouter({ store, urls }: { store: Store; urls: PublicUrls }): Router {
  const router = Router({ caseSensitive: true, strict: true });

  const route = ({ path, address, make }: Route) => {
    router.options(path, anyOrigin);
    router.get(path, anyOrigin, async (request, response) => {
      const part = (name: string) => {
        const value = request.params[name];
        // Only wildcards have lists for values, and no route here has one.
        return typeof value === 'string' ? value : '';
      };
      const document = await findDocument(store, part('document'));
      const asked = { document, part };
      if (document.id === part('document')) sendFile(response, await make(asked));
      else response.redirect(308, address(asked));
    });
  };

  route({
    path: '/documents/:document.dc.jsonld',
    address: ({ document }) => urls.dublinCore(document.id),
    make: ({ document }) =>
      Promise.resolve({
        contentType: 'application/ld+json',
        name: `${document.id}.dc.jsonld`,
        content: JSON.stringify(dublinCore(document, urls)),
      }),
  });

  route({
    path: '/documents/:document.tei.xml',
    address: ({ document }) => urls.tei(document.id),
    make: async ({ document }) => {
      const texts: WholeText[] = [];
      for (const text of document.texts)
        texts.push({ text, segments: await store.segments(document.id, text.id) });
      return {
        contentType: 'application/tei+xml; charset=utf-8',
        name: `${document.id}.tei.xml`,
        content: teiDocument(document, texts, urls),
      };
    },
  });

  route({
    path: '/documents/:document/texts/:text.txt',
    address: ({ document, part }) => urls.plainText(document.id, part('text')),
    make: async ({ document, part }) => {
      const text = findText(document, part('text'));
      const segments = await store.segments(document.id, text.id);
      return {
        contentType: 'text/plain; charset=utf-8',
        name: `${document.id}-${text.id}.txt`,
        language: text.language,
        content: serializePlainText(runningText(segments, document.pages)),
      };
    },
  });

  route({
    path: '/documents/:document/texts/:text/revisions/:revision.txt',
    address: ({ document, part }) =>
      urls.plainTextRevision(document.id, part('text'), revisionNumber(part('revision'))),
    make: async ({ document, part }) => {
      const text = findText(document, part('text'));
      const revision = revisionNumber(part('revision'));
      const known = await store.revisions(document.id, text.id);
      if (!known.some((one) => one.revision === revision)) throw noRevision(part('revision'));
      const segments = await store.segmentsOfRevision(document.id, text.id, revision);
      return {
        contentType: 'text/plain; charset=utf-8',
        name: `${document.id}-${text.id}-${revision}.txt`,
        language: text.language,
        content: serializePlainText(runningText(segments, document.pages)),
      };
    },
  });

  route({
    path: '/documents/:document/texts/:text/pages/:page.alto.xml',
    address: ({ document, part }) => urls.alto(document.id, part('text'), part('page')),
    make: async ({ document, part }) => {
      const text = findText(document, part('text'));
      const page = findPage(document, part('page'));
      const sheet = altoPage(await store.segmentsOn(document.id, text.id, page.id), page);
      if (sheet === undefined) throw noBoxes();
      return {
        contentType: 'application/xml; charset=utf-8',
        name: `${document.id}-${text.id}-${page.id}.alto.xml`,
        content: serializeAlto(sheet),
      };
    },
  });

  return router;
}

/** @throws Failure `text-not-found` for what is no number from 1, written as we write it. */
function revisionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw noRevision(text);
  return Number(text);
}

function noRevision(received: string): Failure {
  return new Failure('text-not-found', { message: 'The text has no such revision', received });
}

function noBoxes(): Failure {
  return new Failure('segment-not-found', 'The source of this text does not say where its lines stand here');
}

/** Express adds the ETag, answers 304 to its holder, and sends the headers alone to HEAD. */
function sendFile(response: Response, { contentType, name, language, content }: File): void {
  response.set({
    'Content-Type': contentType,
    // Shown where it can be shown, since viewers open it as it is; the name is for whoever saves it.
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'no-cache',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (language !== undefined) response.set('Content-Language', language);
  // As bytes: to a string Express would add a charset, which JSON-LD's media type does not have.
  response.send(Buffer.from(content));
}
