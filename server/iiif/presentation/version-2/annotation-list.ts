import type { TextRole } from '../../../model/text.ts';
import type { PublicUrls } from '../../../http/public-urls.ts';
import type * as version3 from '../resource.ts';
import type { AnnotationList, LayerLink, TextAnnotation } from './resource.ts';
import { MOTIVATION } from '../../motivation-of-version-2.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/** What of a text stands on one canvas, or on none: Presentation API 2.1 §5.5. */
export function annotationList(page: version3.TextPage, role: TextRole, urls: PublicUrls): AnnotationList {
  const { id, label, partOf, next, prev, items } = page;
  const within = partOf.map((text) => layerLink(text, urls))[0];
  return {
    '@id': urls.inVersion(id, 2),
    '@type': 'sc:AnnotationList',
    ...(label === undefined || label === null ? {} : { label: wordsOf(label) }),
    ...(within === undefined ? {} : { within }),
    ...(prev === undefined ? {} : { prev: urls.inVersion(prev, 2) }),
    ...(next === undefined ? {} : { next: urls.inVersion(next, 2) }),
    resources: items.map((item) => textAnnotation(item, role, urls)),
  };
}

/** A piece of text, embedded: §6.2. Its id is that of every version. */
export function textAnnotation(
  { id, body, target }: version3.TextAnnotation,
  role: TextRole,
  urls: PublicUrls,
): TextAnnotation {
  const { value, format, language } = body;
  return {
    '@id': id,
    '@type': 'oa:Annotation',
    motivation: MOTIVATION[role],
    resource: { '@type': 'cnt:ContentAsText', format, language, chars: value },
    on: isManifest(target) ? urls.inVersion(target, 2) : target,
  };
}

/** What stands on no page is about the manifest; canvases have one id in every version. */
function isManifest(target: string): boolean {
  return target.endsWith('/manifest');
}

function layerLink({ id, label }: version3.Pointer<'AnnotationCollection'>, urls: PublicUrls): LayerLink {
  return {
    '@id': urls.inVersion(id, 2),
    '@type': 'sc:Layer',
    ...(label === undefined ? {} : { label: wordsOf(label) }),
  };
}
