import type { PublicUrls } from '../../http/public-urls.ts';
import type { Institution } from '../../model/institution.ts';
import { PRESENTATION_2 } from '../context.ts';
import { collectionInPieces } from './collection.ts';
import type { Description } from './description.ts';
import type { PresentationVersion } from './form.ts';
import type { MadeDescription } from './kept-descriptions.ts';
import type { FoundCollection } from './lookup.ts';
import type { CollectionMember } from './resource.ts';
import { collection as collection2, member as member2 } from './version-2/collection.ts';

type Setting = {
  id: string;
  version: PresentationVersion;
  urls: PublicUrls;
  institution?: Institution | undefined;
};

/** A collection in the words of a version. Any document may be, become or have been one of its members. */
export function describedCollection(found: FoundCollection, setting: Setting): MadeDescription {
  const { stored, path, members, seen } = found;
  const told = new Set([stored, ...path, ...members.collections].map(({ id }) => id).concat(seen));
  return {
    description: description(found, setting),
    from: ['documents', 'collection/top', ...[...told].map((id) => `collection/${id}` as const)],
  };
}

function description(found: FoundCollection, { id, version, urls, institution }: Setting): Description {
  const { frame, items } = collectionInPieces(found, urls, institution);
  const resource = { ...frame, id };
  if (version === 3) return { frame: resource, items };
  const only = found.members.collections.length + found.members.parts.length === 0;
  // Lists of two kinds are short, or few of their members are documents.
  const all = only ? resource : { ...resource, items: [...items] };
  const told = { '@context': PRESENTATION_2, ...collection2(all, urls) };
  return only ? { frame: told, items: manifests(items, urls) } : { frame: told };
}

function* manifests(items: Iterable<CollectionMember>, urls: PublicUrls) {
  for (const item of items) yield member2(item, urls);
}
