import type { PublicUrls } from '../../../http/public-urls.ts';
import type * as version3 from '../resource.ts';
import { canvas } from './canvas.ts';
import { propertiesOf } from './properties.ts';
import { flatRanges } from './range.ts';
import type { ManifestResource } from './resource.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/**
 * A document, with its one sequence: Presentation API 2.1 §5.1 and §5.2. What hangs on the manifest itself (texts
 * that stand on no page) has no place in 2.1; their layers lead there.
 */
export function manifest(resource: version3.ManifestResource, urls: PublicUrls): ManifestResource {
  const structures = flatRanges(resource.structures ?? [], urls);
  return {
    '@id': resource.id,
    '@type': 'sc:Manifest',
    label: wordsOf(resource.label),
    ...propertiesOf(resource, urls),
    ...(structures.length === 0 ? {} : { structures }),
    // Last, as in 3.0: canvases may be made while they are written.
    sequences: [{ '@type': 'sc:Sequence', canvases: resource.items.map((item) => canvas(item, urls)) }],
  };
}
