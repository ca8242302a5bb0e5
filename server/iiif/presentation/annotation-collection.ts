import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument, StoredText } from '../../store/store.ts';
import { contextOf } from '../context.ts';
import { international } from './language-labels.ts';
import { textMetadata } from './metadata.ts';
import type { Pointer, TextCollection } from './resource.ts';
import { rightsUri } from './rights.ts';
import { textLabel } from './text-label.ts';

/** A whole text: who made it, in which language, and the first and last of its pages. */
export function annotationCollection(
  document: StoredDocument,
  text: StoredText,
  urls: PublicUrls,
): TextCollection {
  const pages = pageUrls(document, text, urls);
  const first = pages.at(0);
  const last = pages.at(-1);
  return {
    '@context': contextOf({ textGranularity: false, ownTerms: true }, urls),
    id: urls.text(document.id, text.id),
    type: 'AnnotationCollection',
    label: textLabel(text),
    metadata: textMetadata(text),
    ...(text.rights === undefined ? {} : { rights: rightsUri(text.rights) }),
    origin: text.origin,
    partOf: [
      { id: urls.manifest(document.id), type: 'Manifest', label: international(document.record.title) },
    ],
    ...(first === undefined ? {} : { first: pointer(first) }),
    ...(last === undefined ? {} : { last: pointer(last) }),
  };
}

/** The URLs of a text's pages in page order; what stands on no page comes last. */
export function pageUrls(document: StoredDocument, text: StoredText, urls: PublicUrls): string[] {
  return [
    ...text.pages.map((page) => urls.annotationPage(document.id, text.id, page)),
    ...(text.unplacedCount > 0 ? [urls.unplaced(document.id, text.id)] : []),
  ];
}

function pointer(id: string): Pointer<'AnnotationPage'> {
  return { id, type: 'AnnotationPage' };
}
