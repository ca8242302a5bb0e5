import type { CommentingUrls } from '../../http/commenting-urls.ts';
import { findPage, findText } from '../../store/lookup.ts';
import type { Store } from '../../store/store.ts';
import { annotationCollection } from './annotation-collection.ts';
import { annotationPage, unplacedPage } from './annotation-page.ts';
import { AnnotationReader } from './annotation-reader.ts';
import type { DescribeDocument } from './document-descriptions.ts';

/** Texts as comments, for viewers that show no others; with addresses of their own. */
export function commentingTexts(
  describeDocument: DescribeDocument,
  { store, urls }: { store: Store; urls: CommentingUrls },
): void {
  const reader = new AnnotationReader(store, urls, 'commenting');
  const root = '/iiif/commenting/documents/:document';

  describeDocument(`${root}/texts/:text`, async (document, parameters) => {
    const text = findText(document, parameters.text);
    const extent = await store.textExtent(document.id, text.id);
    return annotationCollection(document, text, urls, { extent, motivation: 'commenting' });
  });

  describeDocument(`${root}/texts/:text/pages/:page`, async (document, parameters) => {
    const text = findText(document, parameters.text);
    const page = findPage(document, parameters.page);
    const { segments, setting } = await reader.placed(document, text, page.id);
    return annotationPage(page.id, segments, setting);
  });

  describeDocument(`${root}/texts/:text/unplaced`, async (document, parameters) => {
    const { segments, setting } = await reader.unplaced(document, findText(document, parameters.text));
    return unplacedPage(segments, setting);
  });

  describeDocument(`${root}/texts/:text/annotations/:annotation`, (document, parameters) =>
    reader.single(document, findText(document, parameters.text), parameters.annotation ?? ''),
  );
}
