import type { PublicUrls } from '../../http/public-urls.ts';
import { PRESENTATION_2 } from '../context.ts';
import { collection } from './collection.ts';
import type { PresentationVersion } from './form.ts';
import type { MadeDescription } from './kept-descriptions.ts';
import type { FoundCollection } from './lookup.ts';
import { collection as collection2 } from './version-2/collection.ts';

/** A collection in the words of a version. Any document may be, become or have been one of its members. */
export function describedCollection(
  { stored, path, members }: FoundCollection,
  { id, version, urls }: { id: string; version: PresentationVersion; urls: PublicUrls },
): MadeDescription {
  const resource = { ...collection(stored, path, members, urls), id };
  const told = [stored, ...path, ...members.collections];
  return {
    description: {
      frame: version === 3 ? resource : { '@context': PRESENTATION_2, ...collection2(resource, urls) },
    },
    from: ['documents', ...told.map((one) => `collection/${one.id}` as const)],
  };
}
