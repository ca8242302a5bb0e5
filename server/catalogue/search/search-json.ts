import type { PublicUrls } from '../../http/public-urls.ts';
import { wholeUnits } from '../../model/box.ts';
import { formatReference } from '../../model/document.ts';
import type { DocumentResult, DocumentsAnswer, Passage, SnippetPart } from '../../search/search.ts';
import { plainWords } from '../words.tsx';
import { searchParameters, type SearchRequest } from './search-request.ts';
import { plainSnippet } from './snippet.tsx';

/** A page of results for programs. */
export function searchJson(
  request: SearchRequest,
  size: number,
  { total, results, facets, names, notes }: DocumentsAnswer,
  urls: PublicUrls,
): object {
  const { q, exact, filters, from, to, sort, page } = request;
  const address = (number: number) =>
    urls.searchPage(searchParameters({ ...request, page: number }, size), '.json');
  const pages = Math.ceil(total / size);
  return {
    id: address(page),
    ...(page > 1 ? { prev: address(Math.max(1, Math.min(page - 1, pages))) } : {}),
    ...(page < pages ? { next: address(page + 1) } : {}),
    html: urls.searchPage(searchParameters({ ...request, page: 1 })),
    query: { q, exact, filters, from, to, sort },
    ...{ total, page, pages, size },
    results: results.map((result) => resultJson(result, urls)),
    facets,
    names: names.map((name) => ({
      ...name,
      page: urls.authorityPage(name.kind, name.id),
    })),
    notes,
  };
}

function resultJson(result: DocumentResult, urls: PublicUrls): object {
  const { document, record, collection, pageCount, recordHits, passages, placesCount } = result;
  const { reference } = record;
  return {
    document: urls.documentPage(document),
    manifest: urls.manifest(document),
    collection: urls.collection(collection),
    title: record.title,
    kind: record.kind,
    dates: record.dates.map(({ role, edtf }) => ({ role, edtf })),
    ...(reference === undefined
      ? {}
      : {
          repository: reference.repository,
          reference: formatReference(
            reference,
            reference.repository === undefined ? undefined : plainWords(reference.repository, 'en'),
          ),
        }),
    leaves: pageCount,
    record: recordHits.map(({ field, language, snippet }) => ({ field, language, ...snippetJson(snippet) })),
    passages: passages.map((passage) => passageJson(document, passage, urls)),
    placesCount,
  };
}

function passageJson(document: string, passage: Passage, urls: PublicUrls): object {
  const { text, role, language, page, segment, snippet, forms, counterpart } = passage;
  const annotation = (of: { text: string; segment: string }) =>
    urls.annotation(document, of.text, of.segment);
  return {
    text: urls.text(document, text),
    ...{ role, language },
    ...(page === undefined ? {} : { leaf: page.folio }),
    ...snippetJson(snippet),
    forms,
    annotation: annotation({ text, segment }),
    canvases: canvasRegions(document, passage, urls),
    ...(page === undefined ? {} : { read: urls.readSegment(document, page.id, text, segment) }),
    ...(counterpart === undefined
      ? {}
      : {
          counterpart: {
            text: urls.text(document, counterpart.text),
            role: counterpart.role,
            language: counterpart.language,
            value: counterpart.value,
            annotation: annotation(counterpart),
          },
        }),
  };
}

/** Where the hits stand: parts of a canvas, or the canvas where no region is known. */
export function canvasRegions(document: string, { page, places }: Passage, urls: PublicUrls): string[] {
  if (page === undefined) return [];
  const canvas = urls.canvas(document, page.id);
  const regions = places
    .filter((place) => place.page === page.id)
    .flatMap(({ box }) => {
      if (box === undefined) return [];
      const { x, y, width, height } = wholeUnits(box, page.canvas);
      return `${canvas}#xywh=${[x, y, width, height].join(',')}`;
    });
  return regions.length === 0 ? [canvas] : [...new Set(regions)];
}

/** The words, and where in them the hits stand, in UTF-16 units. */
function snippetJson(parts: readonly SnippetPart[]): object {
  let at = 0;
  const hits = parts.flatMap(({ text, hit }) => {
    const start = at;
    at += text.length;
    return hit === undefined ? [] : [{ start, end: at, kind: hit }];
  });
  return { snippet: plainSnippet(parts), hits };
}
