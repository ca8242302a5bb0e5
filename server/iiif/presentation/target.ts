import type { Page } from '../../model/page.ts';
import type { Place } from '../../model/text.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument } from '../../store/store.ts';
import { mediaFragment } from '../media-fragment.ts';
import { international } from './language-labels.ts';
import { outlineOf } from './outline.ts';
import type { CanvasWithin, Selector, SpecificTarget } from './resource.ts';

/** One target, a URI: most viewers read no more. */
export function targetUri(place: Place | undefined, document: StoredDocument, urls: PublicUrls): string {
  const page = pageOf(place, document);
  if (page === undefined || place === undefined) return urls.manifest(document.id);
  const canvas = urls.canvas(document.id, page.id);
  const fragment = mediaFragment(place.box, page.canvas);
  return fragment === undefined ? canvas : `${canvas}#${fragment}`;
}

/** The same with the line's outline beside the rectangle, where the outline says more; else the URI. */
export function outlinedTarget(
  place: Place,
  document: StoredDocument,
  urls: PublicUrls,
): string | SpecificTarget {
  const page = pageOf(place, document);
  const selector = page === undefined ? undefined : selectorOf(place, page);
  if (page === undefined || !Array.isArray(selector)) return targetUri(place, document, urls);
  return { type: 'SpecificResource', source: urls.canvas(document.id, page.id), selector };
}

/** All that is known of a place, for an annotation that is read alone: it leads to the manifest as well. */
export function wholeTarget(
  place: Place | undefined,
  document: StoredDocument,
  urls: PublicUrls,
): string | CanvasWithin | SpecificTarget<CanvasWithin> {
  const page = pageOf(place, document);
  if (page === undefined || place === undefined) return urls.manifest(document.id);
  const source: CanvasWithin = {
    id: urls.canvas(document.id, page.id),
    type: 'Canvas',
    partOf: [
      { id: urls.manifest(document.id), type: 'Manifest', label: international(document.record.title) },
    ],
  };
  const selector = selectorOf(place, page);
  return selector === undefined ? source : { type: 'SpecificResource', source, selector };
}

/** Undefined for a page that was taken away since: its canvas answers 410 and is no target. */
function pageOf(place: Place | undefined, document: StoredDocument): Page | undefined {
  return document.pages.find(({ id }) => id === place?.page);
}

function selectorOf(place: Place, page: Page): Selector | Selector[] | undefined {
  const value = mediaFragment(place.box, page.canvas);
  if (value === undefined) return undefined;
  const rectangle: Selector = {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value,
  };
  const outline = outlineOf(place, page.canvas);
  return outline === undefined ? rectangle : [rectangle, { type: 'SvgSelector', value: outline }];
}
