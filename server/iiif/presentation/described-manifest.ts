import type { PublicUrls } from '../../http/public-urls.ts';
import type { Institution } from '../../model/institution.ts';
import type { StoredCollection, StoredDocument } from '../../store/store.ts';
import { PRESENTATION_2 } from '../context.ts';
import { canvasesOf } from './canvas.ts';
import type { PresentationVersion } from './form.ts';
import type { MadeDescription } from './kept-descriptions.ts';
import { manifestFrame } from './manifest.ts';
import type { CanvasResource } from './resource.ts';
import { canvas as canvas2 } from './version-2/canvas.ts';
import { manifest as manifest2 } from './version-2/manifest.ts';

/**
 * A manifest in the words of a version, its canvases to be made while it is written.
 * @param path its collections, from the root down: their names and their holders are told too.
 */
export function describedManifest(
  document: StoredDocument,
  path: readonly StoredCollection[],
  {
    id,
    version,
    urls,
    institution,
  }: { id: string; version: PresentationVersion; urls: PublicUrls; institution?: Institution | undefined },
): MadeDescription {
  const frame = manifestFrame(document, path, id, urls, institution);
  const canvases = canvasesOf(document, urls);
  return {
    description:
      version === 3
        ? { frame, items: canvases }
        : { frame: { '@context': PRESENTATION_2, ...manifest2(frame, urls) }, items: told(canvases, urls) },
    from: [
      `document/${document.id}`,
      // Who publishes the archive counts as a part of its root.
      'collection/top',
      // Not on the path if it is not there yet.
      `collection/${document.collection}`,
      ...path.map((collection) => `collection/${collection.id}` as const),
    ],
  };
}

function* told(canvases: Iterable<CanvasResource>, urls: PublicUrls) {
  for (const canvas of canvases) yield canvas2(canvas, urls);
}
