import type { InternationalString, MetadataItem } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Institution } from '../../model/institution.ts';
import type { PageImage } from '../../model/page.ts';
import type { DocumentSummary, StoredCollection } from '../../store/store.ts';
import { PRESENTATION_3 } from '../context.ts';
import { ROOT } from '../find-collection.ts';
import { collectionScope, searchServices } from '../search-services.ts';
import {
  COLLECTION_PAGE,
  HOME_PAGE,
  inBoth,
  international,
  partLabel,
  partSummary,
} from './language-labels.ts';
import type { CollectionWithin, FoundCollection, Members, PartPlace } from './lookup.ts';
import {
  collectionMetadata,
  countMetadata,
  literal,
  partMetadata,
  requiredStatementItem,
} from './metadata.ts';
import { navDateOf } from './nav-date.ts';
import type { Part } from './part.ts';
import { providerOf } from './provider.ts';
import type { CollectionMember, CollectionResource, Pointer } from './resource.ts';
import { rightsUri } from './rights.ts';
import { canvasThumbnail, documentThumbnail } from './thumbnail.ts';

/**
 * A level of arrangement as a Presentation 3.0 Collection (§5.1), or a part of one that has very many documents.
 * @param found `path`: from the root down to the collection itself.
 */
export function collection(found: Told, urls: PublicUrls): CollectionResource {
  const { frame, items } = collectionInPieces(found, urls);
  return { ...frame, items: [...items] };
}

/** What of a collection that was found is told. */
type Told = Omit<FoundCollection, 'seen'>;

/** The same without its members, which come last, to be made while it is written. */
export function collectionInPieces(
  { stored, path, part, members }: Told,
  urls: PublicUrls,
  institution?: Institution,
): { frame: CollectionResource; items: Iterable<CollectionMember> } {
  const { id, record } = stored;
  const ordered = inOrder(members, record.order);
  const own = part === undefined ? ofWhole(stored, members) : ofPart(stored, part);
  const provider = providerOf(
    record.repository ?? record.reference?.repository,
    path.map((ancestor) => ancestor.record),
    urls,
    institution,
  );
  const above = part === undefined ? parentOf(stored, path, urls) : listing(stored, part, urls);
  const image = ordered.map(imageOf).find((candidate) => candidate !== undefined);
  const homepage =
    id === ROOT
      ? { id: urls.home(), label: inBoth(HOME_PAGE) }
      : { id: urls.collectionPage(id), label: inBoth(COLLECTION_PAGE) };
  const frame: CollectionResource = {
    '@context': PRESENTATION_3,
    id: part === undefined ? urls.collection(id) : urls.collectionPart(id, part.key),
    type: 'Collection',
    label: own.label,
    ...(own.summary === undefined ? {} : { summary: literal(own.summary) }),
    ...(own.metadata.length === 0 ? {} : { metadata: own.metadata }),
    ...(record.requiredStatement === undefined
      ? {}
      : { requiredStatement: requiredStatementItem(record.requiredStatement) }),
    ...(record.rights === undefined ? {} : { rights: rightsUri(record.rights) }),
    ...(provider === undefined ? {} : { provider }),
    ...(image === undefined ? {} : { thumbnail: documentThumbnail(image, urls) }),
    homepage: [{ ...homepage, type: 'Text', format: 'text/html' }],
    ...(part === undefined ? { service: searchServices(collectionScope(id), urls) } : {}),
    ...(above === undefined ? {} : { partOf: [above] }),
    items: [],
  };
  return { frame, items: pointers(ordered, stored, urls) };
}

type Own = { label: InternationalString; summary?: InternationalString; metadata: MetadataItem[] };

function ofWhole({ record, documentCount }: StoredCollection, { parts }: Members): Own {
  const count = parts.length === 0 ? [] : [countMetadata(documentCount)];
  return {
    label: international(record.title),
    ...(record.summary === undefined ? {} : { summary: international(record.summary) }),
    metadata: [...collectionMetadata(record), ...count],
  };
}

function ofPart({ record }: StoredCollection, { key, count }: PartPlace): Own {
  return {
    label: partLabel(key),
    summary: partSummary(key),
    metadata: [...partMetadata(record), countMetadata(count)],
  };
}

function parentOf(
  stored: StoredCollection,
  path: readonly StoredCollection[],
  urls: PublicUrls,
): Pointer<'Collection'> | undefined {
  const parent = path.find((ancestor) => ancestor.id === stored.parent);
  if (parent === undefined) return undefined;
  return { id: urls.collection(parent.id), type: 'Collection', label: international(parent.record.title) };
}

/** What lists a part. */
function listing(
  { id, record }: StoredCollection,
  { above }: PartPlace,
  urls: PublicUrls,
): Pointer<'Collection'> {
  return above === ''
    ? { id: urls.collection(id), type: 'Collection', label: international(record.title) }
    : { id: urls.collectionPart(id, above), type: 'Collection', label: partLabel(above) };
}

type Member = CollectionWithin | Part | DocumentSummary;

/** What the record names, in its order; then the other collections, parts and documents as they come. */
function inOrder({ collections, parts, documents }: Members, order: readonly string[]): Member[] {
  const position = new Map(order.map((id, index) => [id, index]));
  const rank = (member: Member) => ('id' in member ? position.get(member.id) : undefined) ?? order.length;
  return [...collections, ...parts, ...documents].toSorted((a, b) => rank(a) - rank(b));
}

function imageOf(member: Member): PageImage | undefined {
  return 'pageCount' in member ? member.firstImage?.image : member.image;
}

function* pointers(
  members: readonly Member[],
  { id }: StoredCollection,
  urls: PublicUrls,
): Generator<CollectionMember> {
  for (const member of members) yield pointer(member, id, urls);
}

/** Members are pointed to, never embedded: whoever wants one fetches it. */
function pointer(member: Member, collection: string, urls: PublicUrls): CollectionMember {
  const image = imageOf(member);
  const shown = image === undefined ? {} : { thumbnail: canvasThumbnail(image, urls) };
  if ('key' in member) {
    const { key } = member;
    return { id: urls.collectionPart(collection, key), type: 'Collection', label: partLabel(key), ...shown };
  }
  const label = international(member.record.title);
  if (!('pageCount' in member))
    return { id: urls.collection(member.id), type: 'Collection', label, ...shown };
  const navDate = navDateOf(member.record.dates);
  return {
    id: urls.manifest(member.id),
    type: 'Manifest',
    label,
    ...(navDate === undefined ? {} : { navDate }),
    ...shown,
  };
}
