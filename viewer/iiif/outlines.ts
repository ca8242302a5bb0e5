import { hasType, idOf, isRecord, recordsOf } from './json.ts';
import { targetOf, type Size } from './target.ts';
import type { Outline } from './text.ts';

/** How a page of annotations names the page that has its outlines: by this term of the server's own context. */
const PROFILE = '/iiif/context.json#outlines';

/** The URI of the page with the outlines of this one's annotations; undefined if it names none. */
export function outlinePageOf(page: unknown): string | undefined {
  if (!isRecord(page)) return undefined;
  const service = recordsOf(page.service).find(
    (candidate) =>
      hasType(candidate, 'AnnotationPage') &&
      typeof candidate.profile === 'string' &&
      candidate.profile.endsWith(PROFILE),
  );
  const uri = idOf(service);
  return uri !== undefined && /^https?:\/\//.test(uri) ? uri : undefined;
}

/** The outlines that such a page draws, by their annotations' URIs. */
export function outlinesIn(page: unknown, size: Size): ReadonlyMap<string, Outline> {
  const outlines = new Map<string, Outline>();
  for (const annotation of isRecord(page) ? recordsOf(page.items) : []) {
    const id = idOf(annotation);
    const outline = targetOf(annotation.target, size)?.outline;
    if (id !== undefined && outline !== undefined) outlines.set(id, outline);
  }
  return outlines;
}
