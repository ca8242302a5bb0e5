import { hasType, idOf, isRecord, recordsOf } from './json.ts';

/** How a page of annotations names pages that say more of them: by terms of the server's own context. */
const CONTEXT = '/iiif/context.json';

/** The URI of the page with the outlines, or with the links, of this one's annotations; undefined if it names none. */
export function finerPageOf(page: unknown, profile: 'outlines' | 'links'): string | undefined {
  if (!isRecord(page)) return undefined;
  const service = recordsOf(page.service).find(
    (candidate) =>
      hasType(candidate, 'AnnotationPage') &&
      typeof candidate.profile === 'string' &&
      candidate.profile.endsWith(`${CONTEXT}#${profile}`),
  );
  const uri = idOf(service);
  return uri !== undefined && /^https?:\/\//.test(uri) ? uri : undefined;
}
