import type { PublicUrls } from '../../../http/public-urls.ts';
import type * as version3 from '../resource.ts';
import { imageAnnotation } from './image-annotation.ts';
import { propertiesOf } from './properties.ts';
import type { CanvasResource, ListLink } from './resource.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/**
 * A canvas as it stands in a sequence (Presentation API 2.1 §5.3), under the id that it has in every version. A
 * leaf that is not held has no images. Its texts are only pointed to: §5.5 forbids more.
 */
export function canvas(resource: version3.CanvasResource, urls: PublicUrls): CanvasResource {
  const { id, label, width, height, items, annotations = [] } = resource;
  return {
    '@id': id,
    '@type': 'sc:Canvas',
    label: wordsOf(label ?? {}),
    ...propertiesOf(resource, urls),
    width: width ?? 0,
    height: height ?? 0,
    images: items.flatMap((page) => page.items.map((annotation) => imageAnnotation(annotation, urls))),
    ...(annotations.length === 0 ? {} : { otherContent: annotations.map((page) => listLink(page, urls)) }),
  };
}

function listLink({ id, label }: version3.Pointer<'AnnotationPage'>, urls: PublicUrls): ListLink {
  return {
    '@id': urls.inVersion(id, 2),
    '@type': 'sc:AnnotationList',
    ...(label === undefined ? {} : { label: wordsOf(label) }),
  };
}
