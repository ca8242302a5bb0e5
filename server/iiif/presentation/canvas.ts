import type { PublicUrls } from '../../http/public-urls.ts';
import type { Page } from '../../model/page.ts';
import type { StoredDocument } from '../../store/store.ts';
import { PRESENTATION_3 } from '../context.ts';
import { LEAF_NOT_HELD, inBoth, international } from './language-labels.ts';
import { paintingPage } from './painting.ts';
import type { CanvasResource, Pointer, SeeAlso } from './resource.ts';
import { pagesSeeAlso } from './see-also.ts';
import { inReadingOrder, textLabel } from './text-label.ts';
import { canvasThumbnail } from './thumbnail.ts';

/** All canvases of a document, in page order, as they stand in its manifest: each made when it is asked for. */
export function* canvasesOf(document: StoredDocument, urls: PublicUrls): Generator<CanvasResource> {
  const texts = textsByPage(document);
  const seeAlso = pagesSeeAlso(document, urls);
  for (const page of document.pages) {
    const annotations = (texts.get(page.id) ?? []).map(({ id, label }) => ({
      id: urls.annotationPage(document.id, id, page.id),
      type: 'AnnotationPage' as const,
      label,
    }));
    yield canvas(document.id, page, { annotations, seeAlso: seeAlso.get(page.id) ?? [] }, urls);
  }
}

/** One canvas at its own URL, with the way back to its manifest. Its id is the same in every version. */
export function canvasResource(document: StoredDocument, page: Page, urls: PublicUrls): CanvasResource {
  const [only = canvas(document.id, page, { annotations: [], seeAlso: [] }, urls)] = canvasesOf(
    { ...document, pages: [page] },
    urls,
  );
  return {
    '@context': PRESENTATION_3,
    ...only,
    partOf: [
      { id: urls.manifest(document.id), type: 'Manifest', label: international(document.record.title) },
    ],
  };
}

/** A leaf that is not held keeps its place, its folio and its texts, and says why there is nothing to see. */
function canvas(
  document: string,
  page: Page,
  { annotations, seeAlso }: { annotations: Pointer<'AnnotationPage'>[]; seeAlso: SeeAlso[] },
  urls: PublicUrls,
): CanvasResource {
  const { id, folio, image } = page;
  const { width, height } = page.canvas;
  const painting = paintingPage(document, page, urls);
  return {
    id: urls.canvas(document, id),
    type: 'Canvas',
    label: { none: [folio] },
    ...(image === undefined ? { summary: inBoth(LEAF_NOT_HELD) } : {}),
    width,
    height,
    ...(image === undefined ? {} : { thumbnail: canvasThumbnail(image, urls) }),
    ...(seeAlso.length === 0 ? {} : { seeAlso }),
    items: painting === undefined ? [] : [painting],
    ...(annotations.length === 0 ? {} : { annotations }),
  };
}

/** Made once for all pages: a book of thousands would otherwise look through every text for each. */
function textsByPage(
  document: StoredDocument,
): Map<string, Pick<Required<Pointer<string>>, 'id' | 'label'>[]> {
  const byPage = new Map<string, Pick<Required<Pointer<string>>, 'id' | 'label'>[]>();
  for (const text of inReadingOrder(document.texts)) {
    const entry = { id: text.id, label: textLabel(text) };
    for (const page of text.pages) {
      const entries = byPage.get(page);
      if (entries === undefined) byPage.set(page, [entry]);
      else entries.push(entry);
    }
  }
  return byPage;
}
