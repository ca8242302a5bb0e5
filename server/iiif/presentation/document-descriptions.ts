import type { PublicUrls } from '../../http/public-urls.ts';
import { findDocument } from '../../store/lookup.ts';
import type { Store, StoredDocument } from '../../store/store.ts';
import { PRESENTATION_2 } from '../context.ts';
import type { Make, Offer, Parameters } from './offer.ts';

/** What is said of a part of a document, in the words of 3.0. */
type Describe<Resource> = (document: StoredDocument, parameters: Parameters) => Promise<Resource>;

type InVersion2<Resource> = {
  /** In the words of 2.1. */
  tell: (resource: Resource, document: StoredDocument, parameters: Parameters) => object;
  /** It has one below `/iiif/2/`, by which others of that version name it; else its id is that of every version. */
  ownAddress?: true;
};

/** Makes a path answer with a part of the document that it names as `:document`. */
export type DescribeDocument = <Resource extends { id: string }>(
  path: string,
  describe: Describe<Resource>,
  version2?: InVersion2<Resource>,
) => void;

/**
 * Parts of documents, each kept for as long as its document does not change. Under a former id of the document the
 * part's own address is told, if there is such a part.
 */
export function documentDescriptions(
  offer: Offer,
  documents: Pick<Store, 'document' | 'currentDocumentId'>,
  urls: PublicUrls,
): DescribeDocument {
  return (path, describe, version2) => {
    const make =
      (address: (id: string) => string): Make =>
      async (parameters, version) => {
        const document = await findDocument(documents, parameters.document ?? '');
        const resource = await describe(document, parameters);
        const id = address(resource.id);
        if (document.id !== parameters.document) return { movedTo: id };
        const frame =
          version === 3 || version2 === undefined
            ? resource
            : { '@context': PRESENTATION_2, ...version2.tell(resource, document, parameters), '@id': id };
        return { description: { frame }, from: [`document/${document.id}`] };
      };
    offer(
      path,
      version2 === undefined ? [3] : [3, 2],
      make((id) => id),
    );
    if (version2?.ownAddress !== true) return;
    offer(
      path.replace('/iiif/', '/iiif/2/'),
      [2],
      make((id) => urls.inVersion(id, 2)),
    );
  };
}
