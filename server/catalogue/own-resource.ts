import type { PublicUrls } from '../http/public-urls.ts';

/** What an address names of this archive's own documents. */
export type OwnResource =
  | { kind: 'manifest'; document: string }
  | { kind: 'canvas'; document: string; page: string }
  | { kind: 'annotation'; document: string; text: string; annotation: string }
  | { kind: 'range'; document: string; range: string };

/** Undefined for an address of anybody else, and for one of ours that names nothing to read. */
export function ownResource(address: string, urls: PublicUrls): OwnResource | undefined {
  if (!address.startsWith(`${urls.base}/iiif/`)) return undefined;
  const parts = partsOf(address.slice(urls.base.length + '/iiif/'.length));
  // A manifest of one version of the Presentation API is the same document.
  const [documents, document, kind, one, under, other] = /^\d$/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  if (documents !== 'documents' || document === undefined) return undefined;
  if (kind === 'manifest' && one === undefined) return { kind, document };
  if (one === undefined) return undefined;
  if (kind === 'canvases' && under === undefined) return { kind: 'canvas', document, page: one };
  if (kind === 'ranges' && under === undefined) return { kind: 'range', document, range: one };
  if (kind === 'texts' && under === 'annotations' && other !== undefined) {
    return { kind: 'annotation', document, text: one, annotation: other };
  }
  return undefined;
}

/** Empty where the path is not UTF-8: it is none of ours then. */
function partsOf(path: string): string[] {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}
