import type { PublicUrls } from '../../http/public-urls.ts';
import type { DocumentSummary, StoredCollection } from '../../store/store.ts';
import { PRESENTATION_3 } from '../context.ts';
import { COLLECTION_PAGE, HOME_PAGE, inBoth, international } from './language-labels.ts';
import { collectionMetadata, literal, requiredStatementItem } from './metadata.ts';
import { navDateOf } from './nav-date.ts';
import { providerOf } from './provider.ts';
import type { CollectionMember, CollectionResource } from './resource.ts';
import { rightsUri } from './rights.ts';
import { canvasThumbnail } from './thumbnail.ts';

/** The id of the collection that holds all others. */
const ROOT = 'top';

/**
 * A level of arrangement as a Presentation 3.0 Collection (§5.1).
 * @param path from the root down to the collection itself.
 */
export function collection(
  stored: StoredCollection,
  path: readonly StoredCollection[],
  members: { collections: readonly StoredCollection[]; documents: readonly DocumentSummary[] },
  urls: PublicUrls,
): CollectionResource {
  const { id, record } = stored;
  const metadata = collectionMetadata(record);
  const provider = providerOf(
    record.repository ?? record.reference?.repository,
    path.map((ancestor) => ancestor.record),
    urls,
  );
  const parent = path.find((ancestor) => ancestor.id === stored.parent);
  const homepage =
    id === ROOT
      ? { id: urls.home(), label: inBoth(HOME_PAGE) }
      : { id: urls.collectionPage(id), label: inBoth(COLLECTION_PAGE) };
  return {
    '@context': PRESENTATION_3,
    id: urls.collection(id),
    type: 'Collection',
    label: international(record.title),
    ...(record.summary === undefined ? {} : { summary: literal(international(record.summary)) }),
    ...(metadata.length === 0 ? {} : { metadata }),
    ...(record.requiredStatement === undefined
      ? {}
      : { requiredStatement: requiredStatementItem(record.requiredStatement) }),
    ...(record.rights === undefined ? {} : { rights: rightsUri(record.rights) }),
    ...(provider === undefined ? {} : { provider }),
    homepage: [{ ...homepage, type: 'Text', format: 'text/html' }],
    ...(parent === undefined
      ? {}
      : {
          partOf: [
            {
              id: urls.collection(parent.id),
              type: 'Collection',
              label: international(parent.record.title),
            },
          ],
        }),
    items: inOrder(members, record.order).map((member) => pointer(member, urls)),
  };
}

type Member = StoredCollection | DocumentSummary;

/** What the record names, in its order; then the other collections and the other documents as they come. */
function inOrder(
  { collections, documents }: { collections: readonly Member[]; documents: readonly Member[] },
  order: readonly string[],
): Member[] {
  const position = new Map(order.map((id, index) => [id, index]));
  const rank = (member: Member) => position.get(member.id) ?? order.length;
  return [...collections, ...documents].toSorted((a, b) => rank(a) - rank(b));
}

/** Members are pointed to, never embedded: whoever wants one fetches it. */
function pointer(member: Member, urls: PublicUrls): CollectionMember {
  const label = international(member.record.title);
  if (!('pageCount' in member)) return { id: urls.collection(member.id), type: 'Collection', label };
  const navDate = navDateOf(member.record.dates);
  const image = member.firstImage?.image;
  return {
    id: urls.manifest(member.id),
    type: 'Manifest',
    label,
    ...(navDate === undefined ? {} : { navDate }),
    ...(image === undefined ? {} : { thumbnail: canvasThumbnail(image, urls) }),
  };
}
