import type { PublicUrls } from '../../../http/public-urls.ts';
import type * as version3 from '../resource.ts';
import { pictureOf } from './links.ts';
import { propertiesOf } from './properties.ts';
import type { CollectionMember, CollectionResource } from './resource.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/**
 * A level of arrangement: Presentation API 2.1 §5.8. Viewers of 2.0 read the lists of collections and of manifests;
 * those of 2.1 one list of both, which is there only where it says more: where a manifest comes before a collection.
 */
export function collection(resource: version3.CollectionResource, urls: PublicUrls): CollectionResource {
  const members = resource.items.map((item) => member(item, urls));
  const collections = members.filter((item) => item['@type'] === 'sc:Collection');
  const manifests = members.filter((item) => item['@type'] === 'sc:Manifest');
  const interleaved = members.slice(0, collections.length).some((item) => item['@type'] === 'sc:Manifest');
  return {
    '@id': resource.id,
    '@type': 'sc:Collection',
    label: wordsOf(resource.label),
    ...propertiesOf(resource, urls),
    ...(interleaved ? { members } : {}),
    ...(collections.length === 0 ? {} : { collections }),
    ...(manifests.length === 0 && collections.length > 0 ? {} : { manifests }),
  };
}

/** A pointer to a member, whichever list it is put in. */
export function member(item: version3.CollectionMember, urls: PublicUrls): CollectionMember {
  const id = urls.inVersion(item.id, 2);
  const label = wordsOf(item.label ?? {});
  const thumbnail = pictureOf(item.thumbnail, urls);
  const shown = thumbnail === undefined ? {} : { thumbnail };
  if (item.type === 'Collection') {
    // The hint is required of a member, though there is nothing to hint at.
    return { '@id': id, '@type': 'sc:Collection', label, ...shown, viewingHint: 'individuals' };
  }
  return {
    '@id': id,
    '@type': 'sc:Manifest',
    label,
    ...shown,
    ...(typeof item.navDate === 'string' ? { navDate: item.navDate } : {}),
  };
}
