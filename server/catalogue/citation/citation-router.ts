import { Router, type Request } from 'express';
import { anyOrigin } from '../../http/any-origin.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import { Failure } from '../../model/failure.ts';
import { findDocument, findPage, findText } from '../../store/lookup.ts';
import type { StoredDocument } from '../../store/store.ts';
import { siteOf, type CatalogueServices } from '../lookup.ts';
import { ownResource, type OwnResource } from '../own-resource.ts';
import { oneParameter, segmentParameter } from '../parameters.ts';
import { readingPlace } from '../reading-place.ts';
import { bibtexEntry } from './bibtex.ts';
import { htmlCitation, plainCitation } from './citation-text.tsx';
import { citationsOf } from './citation-styles.ts';
import { citedDetails } from './cited-details.ts';
import { citedLines } from './cited-lines.ts';
import { citedFrom, type CitedSource } from './cited.ts';
import { cslItem } from './csl-json.ts';
import { risRecord } from './ris.ts';
import { wholeShelfmark } from './whole-shelfmark.ts';

type Format = {
  end: 'ris' | 'bib' | 'csl.json' | 'citations.json';
  contentType: string;
  /** @param query of the address, with a question mark where there is any. */
  write: (source: CitedSource, query: string) => string;
};

const FORMATS: readonly Format[] = [
  {
    end: 'ris',
    contentType: 'application/x-research-info-systems; charset=utf-8',
    write: (source) => risRecord(citedFrom(source, 'en'), citedDetails(source.document.record)),
  },
  {
    end: 'bib',
    contentType: 'application/x-bibtex; charset=utf-8',
    write: (source) => bibtexEntry(citedFrom(source, 'en'), citedDetails(source.document.record)),
  },
  {
    end: 'csl.json',
    contentType: 'application/vnd.citationstyles.csl+json',
    // A list, as citeproc, pandoc and Zotero read it.
    write: (source) =>
      JSON.stringify([cslItem(citedFrom(source, 'en'), citedDetails(source.document.record))]),
  },
  {
    // For viewers: written out, so that none has to know the styles; and where the same is for reference managers.
    end: 'citations.json',
    contentType: 'application/json; charset=utf-8',
    write: (source, query) =>
      JSON.stringify({
        citations: citationsOf(source).map(({ style: { id, name, language }, text }) => ({
          style: id,
          name,
          language,
          text: plainCitation(text),
          html: htmlCitation(text),
        })),
        shelfmark: wholeShelfmark(source),
        seeAlso: REFERENCES.map(({ end, format, name }) => ({
          ...{ id: `${source.urls.citation(source.document.id, end)}${query}`, type: 'Dataset' },
          ...{ label: { none: [name] }, format },
        })),
      }),
  },
];

/** For reference managers. */
const REFERENCES = [
  { end: 'ris', format: 'application/x-research-info-systems', name: 'RIS' },
  { end: 'bib', format: 'application/x-bibtex', name: 'BibTeX' },
  { end: 'csl.json', format: 'application/vnd.citationstyles.csl+json', name: 'CSL-JSON' },
] as const;

/**
 * `/documents/{d}.ris`, `.bib`, `.csl.json`, `.citations.json`; each of a leaf, a text, a line with `?page=&text=&segment=`,
 * or as a manifest names them, with `?canvas=&annotation=`.
 */
export function citationRouter(services: CatalogueServices): Router {
  const { store, urls } = services;
  const router = Router({ caseSensitive: true, strict: true });
  for (const { end, contentType, write } of FORMATS) {
    const path = `/documents/:document.${end}`;
    router.options(path, anyOrigin);
    router.get(path, anyOrigin, async (request: Request<{ document: string }>, response) => {
      const document = await findDocument(store, request.params.document);
      const { originalUrl } = request;
      const query = originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?')) : '';
      if (document.id !== request.params.document) {
        response.redirect(308, `${urls.citation(document.id, end)}${query}`);
        return;
      }
      const source = await citedSource(services, document, request.query);
      response.set({
        'Content-Type': contentType,
        'Content-Disposition': `inline; filename="${document.id}.${end}"`,
        'Cache-Control': 'no-cache',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      response.send(Buffer.from(write(source, query)));
    });
  }
  return router;
}

/**
 * What a query asks to cite: with the same names as the reading room, or by the URIs of a canvas and of an annotation.
 * @throws Failure `page-not-found`, `page-gone`, `text-not-found`, `segment-not-found`; `url-malformed` for a URI that
 * names no canvas, or no annotation, of this document.
 */
async function citedSource(
  services: CatalogueServices,
  document: StoredDocument,
  query: Request['query'],
): Promise<CitedSource> {
  const [canvas, annotation] = (['canvas', 'annotation'] as const).map((name) =>
    resourceParameter(query[name], name, document, services.urls),
  );
  const page = oneParameter(query.page, 'page') ?? (canvas?.kind === 'canvas' ? canvas.page : undefined);
  const text = oneParameter(query.text, 'text');
  const segment = segmentParameter(
    oneParameter(query.segment, 'segment') ??
      (annotation?.kind === 'annotation' ? `${annotation.text}.${annotation.annotation}` : undefined),
  );
  if (page !== undefined) findPage(document, page);
  const place =
    segment === undefined
      ? undefined
      : await readingPlace(services.store, document, { segment, ...(page === undefined ? {} : { page }) });
  const found = place?.segment;
  if (segment !== undefined && found === undefined && page === undefined) {
    throw new Failure('segment-not-found', {
      message: 'The document has no such line',
      expected: 'the id of a text and of a line in it, such as ru.s1',
      received: `${segment.text}.${segment.segment}`,
    });
  }
  // A line is cited in the text that it is of: whoever translated that had no part in a line of the original.
  if (text !== undefined) findText(document, text);
  const named = found?.text ?? text;
  const leaf = place?.leaf ?? (page === undefined ? undefined : findPage(document, page));
  const { name } = await siteOf(services);
  return {
    document,
    leaf,
    text: named === undefined ? undefined : findText(document, named),
    segment: found === undefined ? undefined : { text: found.text, id: found.segment },
    lines:
      found === undefined || leaf === undefined
        ? []
        : await citedLines(services.store, document, { ...found, page: leaf.id }),
    archive: name,
    accessed: new Date().toISOString().slice(0, 10),
    urls: services.urls,
  };
}

function resourceParameter(
  value: unknown,
  name: 'canvas' | 'annotation',
  document: StoredDocument,
  urls: PublicUrls,
): OwnResource | undefined {
  const uri = oneParameter(value, name);
  if (uri === undefined) return undefined;
  const resource = ownResource(uri, urls);
  if (resource?.kind === name && resource.document === document.id) return resource;
  throw new Failure('url-malformed', {
    message: `The parameter ${name} names none of this document`,
    expected: name === 'canvas' ? urls.canvas(document.id, '…') : urls.annotation(document.id, '…', '…'),
    received: uri,
  });
}
