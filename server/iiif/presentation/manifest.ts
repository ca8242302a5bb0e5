import { directionOf } from '../../../viewer/iiif/direction.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Institution } from '../../model/institution.ts';
import type { StoredCollection, StoredDocument } from '../../store/store.ts';
import { PRESENTATION_3 } from '../context.ts';
import { searchServices } from '../search-services.ts';
import { canvasesOf } from './canvas.ts';
import { DOCUMENT_PAGE, inBoth, international } from './language-labels.ts';
import { documentMetadata, literal, requiredStatementItem } from './metadata.ts';
import { navDateOf } from './nav-date.ts';
import { providerOf } from './provider.ts';
import { rangesOf } from './ranges.ts';
import type { ManifestResource, Pointer } from './resource.ts';
import { renderingsOf } from './renderings.ts';
import { rightsUri } from './rights.ts';
import { documentSeeAlso } from './see-also.ts';
import { inReadingOrder, textLabel } from './text-label.ts';
import { documentThumbnail } from './thumbnail.ts';

/**
 * A document as a Presentation 3.0 Manifest (§5.2).
 * @param path its collections, from the root down to the one that it is in.
 * @param id the URL that was asked: the manifest's identity, or that of this version alone.
 */
export function manifest(
  document: StoredDocument,
  path: readonly StoredCollection[],
  id: string,
  urls: PublicUrls,
): ManifestResource {
  return { ...manifestFrame(document, path, id, urls), items: [...canvasesOf(document, urls)] };
}

/** The same without its canvases, which may be many: they come last, to be made while the manifest is written. */
export function manifestFrame(
  document: StoredDocument,
  path: readonly StoredCollection[],
  id: string,
  urls: PublicUrls,
  institution?: Institution,
): ManifestResource {
  const { record } = document;
  const navDate = navDateOf(record.dates);
  const metadata = documentMetadata(record, document.texts);
  const around = path.map((collection) => collection.record);
  const provider = providerOf(record.reference?.repository, around, urls, institution);
  const image = document.pages.find((page) => page.image !== undefined)?.image;
  const structures = rangesOf(document, urls);
  const rendering = renderingsOf({ ...document, texts: inReadingOrder(document.texts) }, urls);
  const annotations = unplacedTexts(document, urls);
  return {
    '@context': PRESENTATION_3,
    id,
    type: 'Manifest',
    label: international(record.title),
    ...(record.summary === undefined ? {} : { summary: literal(international(record.summary)) }),
    ...(metadata.length === 0 ? {} : { metadata }),
    ...(record.requiredStatement === undefined
      ? {}
      : { requiredStatement: requiredStatementItem(record.requiredStatement) }),
    ...(record.rights === undefined ? {} : { rights: rightsUri(record.rights) }),
    ...(provider === undefined ? {} : { provider }),
    ...(navDate === undefined ? {} : { navDate }),
    ...(image === undefined ? {} : { thumbnail: documentThumbnail(image, urls) }),
    homepage: [
      { id: urls.documentPage(document.id), type: 'Text', label: inBoth(DOCUMENT_PAGE), format: 'text/html' },
    ],
    ...(rendering.length === 0 ? {} : { rendering }),
    seeAlso: documentSeeAlso(document, urls),
    service: searchServices({ kind: 'document', id: document.id }, urls),
    // One page at a time: a page's text stands beside that page alone, and `paged` makes viewers show two. No record
    // says either whether its leaves are bound, which `paged` would claim of them.
    behavior: ['individuals'],
    ...(isRightToLeft(record.languages) ? { viewingDirection: 'right-to-left' } : {}),
    partOf: [{ id: urls.collection(document.collection), type: 'Collection', ...labelOf(path) }],
    ...(structures.length === 0 ? {} : { structures }),
    ...(annotations.length === 0 ? {} : { annotations }),
    items: [],
  };
}

/** Leaves are turned as their writing runs; where a document has writing of both kinds, nobody said which way. */
function isRightToLeft(languages: readonly string[]): boolean {
  return languages.length > 0 && languages.every((language) => directionOf(language) === 'rtl');
}

function labelOf(path: readonly StoredCollection[]) {
  const nearest = path.at(-1);
  return nearest === undefined ? {} : { label: international(nearest.record.title) };
}

/** What could be put on no page hangs on the manifest itself, never on some page by default. */
function unplacedTexts(document: StoredDocument, urls: PublicUrls): Pointer<'AnnotationPage'>[] {
  return inReadingOrder(document.texts)
    .filter(({ unplacedCount }) => unplacedCount > 0)
    .map((text) => ({
      id: urls.unplaced(document.id, text.id),
      type: 'AnnotationPage',
      label: textLabel(text),
    }));
}
