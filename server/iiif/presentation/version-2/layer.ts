import type { PublicUrls } from '../../../http/public-urls.ts';
import type { TextCollection } from '../resource.ts';
import { propertiesOf } from './properties.ts';
import type { LayerResource } from './resource.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/**
 * A whole text: Presentation API 2.1 §5.7. It leads to the first and the last of its lists, which lead to each
 * other (§5.9), since a book has too many to name.
 */
export function layer(resource: TextCollection, urls: PublicUrls): LayerResource {
  const { id, label, first, last } = resource;
  return {
    '@id': urls.inVersion(id, 2),
    '@type': 'sc:Layer',
    label: wordsOf(label),
    ...propertiesOf(resource, urls),
    ...(first === undefined ? { otherContent: [] } : { first: urls.inVersion(first.id, 2) }),
    ...(last === undefined ? {} : { last: urls.inVersion(last.id, 2) }),
  };
}
