import type { Request, Response } from 'express';
import { WEB_ANNOTATION } from '../context.ts';
import type { AnnotationSetting } from './annotation.ts';
import { container, containerPage, representationUrl } from './container.ts';
import type { ContainerRequest } from './container-request.ts';
import type { TextAnnotation } from './resource.ts';
import { sendWebAnnotation } from './web-annotation-response.ts';

const LINKS = [
  { url: 'http://www.w3.org/ns/ldp#BasicContainer', rel: 'type' },
  {
    url: 'http://www.w3.org/TR/annotation-protocol/',
    rel: 'http://www.w3.org/ns/ldp#constrainedBy',
  },
] as const;

/**
 * Web Annotation Protocol §4.1 and §4.2: a representation has a URL of its own, and which of them is sent depends
 * on `Prefer`.
 * @param items annotations of its first page.
 */
export function sendContainer(
  request: Request,
  response: Response,
  items: readonly TextAnnotation[],
  asked: {
    total: number;
    wanted: Extract<ContainerRequest, { kind: 'container' }>;
    setting: AnnotationSetting;
  },
): void {
  const { total, wanted, setting } = asked;
  response.setHeader('Content-Location', representationUrl(wanted.iris, setting));
  if (wanted.preferred) response.setHeader('Preference-Applied', 'return=representation');
  sendWebAnnotation(request, response, container(items, total, wanted, setting), {
    links: LINKS,
    profile: WEB_ANNOTATION,
    vary: ['Prefer'],
  });
}

/** §4.3: a page is no container, and its URL says what it holds. */
export function sendContainerPage(
  request: Request,
  response: Response,
  items: readonly TextAnnotation[],
  asked: { wanted: Extract<ContainerRequest, { kind: 'page' }>; setting: AnnotationSetting },
): void {
  const { wanted, setting } = asked;
  const page = containerPage(wanted.number, items, wanted.iris, setting);
  sendWebAnnotation(request, response, page, { links: [], profile: WEB_ANNOTATION });
}
